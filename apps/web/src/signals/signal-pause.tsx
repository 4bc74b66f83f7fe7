import type { Signal } from '@clairiere/ritual'
import { Coffee, Ear, Leaf } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useDates, useT } from '../i18n/words.tsx'
import { ActButton } from '../room/act-button.tsx'
import { useBoard } from '../room/use-board.ts'
import { useRecordTime } from '../room/use-clock.ts'
import { useRoom } from '../room/room.tsx'
import { useLabels } from '../room/use-labels.ts'
import { useMine } from '../room/use-roles.ts'
import { Button } from '../ui/button.tsx'
import { FullPause } from '../ui/full-pause.tsx'
import { useAnnounce } from '../ui/live-region.tsx'
import { PauseRound } from './pause-round.tsx'
import { SignalCard } from './signal-card.tsx'
import { signalLook } from '../room/signal-look.ts'
import { silencePart } from './treatment.ts'
import { WhisperForm } from './whisper-form.tsx'

const reducesMotion = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches

/** Since when the minute of silence runs, as this device saw it begin: the board says that it was chosen, not when. */
function useSilence(signal: Signal): number | undefined {
  const { clock } = useRoom()
  const since = useRef<number | null>(null)
  const step = reducesMotion() ? 10_000 : 1000
  const now = useRecordTime(step)
  if (signal.responses.at(-1) !== 'silence') return undefined
  since.current ??= clock.now()
  return silencePart(since.current, now, step)
}

/** Whispering from the pause, without leaving it. */
function WayOut() {
  const t = useT('signals')
  const { keepsMood } = useMine()
  const [open, setOpen] = useState(false)
  if (keepsMood) return null
  if (!open) {
    return (
      <Button icon={Ear} wide className="justify-center" onClick={() => setOpen(true)}>
        {t.whisper.title}
      </Button>
    )
  }
  return (
    <div className="flex w-full flex-col gap-1 text-start">
      <WhisperForm />
      <Button kind="quiet" onClick={() => setOpen(false)} className="self-center">
        {t.pause.hide}
      </Button>
    </div>
  )
}

/** Full-screen pause of an alert: the kind, the word « Pause », what was chosen, everyone's dots; the hands that treat it find their buttons below. Never a name of who raised it. */
function AlertPause({ signal, people }: { signal: Signal; people: number }) {
  const t = useT('signals').pause
  const labels = useLabels()
  const announce = useAnnounce()
  const part = useSilence(signal)
  const look = signalLook[signal.kind]
  const word = labels.mood.signals[signal.kind].label
  const response = signal.responses.at(-1)
  useEffect(() => {
    announce(t.announced(word), 'assertive')
    return () => announce(t.over, 'polite')
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once per pause, not once per change of language
  }, [signal.id, announce])
  return (
    <FullPause
      icon={look.icon}
      tone={look.tone}
      word={word}
      title={t.title}
      response={response && labels.mood.responses[response]}
      people={people}
      part={part}
      lead={t.lead}
      wayOut={
        <div className="flex w-full flex-col gap-4 text-start">
          <PauseRound signal={signal} />
          <SignalCardIfMine signal={signal} />
          <WayOut />
        </div>
      }
    >
      {t.below}
    </FullPause>
  )
}

/** The treatment, for those whose act it is; for the others the pause has nothing to press but one quiet way out. */
function SignalCardIfMine({ signal }: { signal: Signal }) {
  const { facilitating, keepsMood } = useMine()
  return facilitating || keepsMood ? <SignalCard signal={signal} bare /> : null
}

/** A break of the whole group, or the silence in which it arrives: when to be back, and for facilitation « Reprendre ». */
function BreakPause({ since, minutes, silence, people }: { since: string; minutes: number | undefined; silence: boolean; people: number }) {
  const t = useT('signals').pause
  const dates = useDates()
  const announce = useAnnounce()
  const now = useRecordTime(10_000)
  const until = minutes === undefined ? undefined : Date.parse(since) + minutes * 60_000
  useEffect(() => announce(silence ? t.silenceAnnounced : t.breakAnnounced, 'polite'), [announce, t, silence])
  return (
    <FullPause
      icon={silence ? Leaf : Coffee}
      tone="moss"
      word={silence ? t.silenceWord : t.breakWord}
      title={silence ? t.silenceTitle : t.title}
      people={people}
      part={minutes === undefined ? undefined : Math.min(1, Math.max(0, (now - Date.parse(since)) / (minutes * 60_000)))}
      lead={silence ? t.silenceLead : until === undefined ? t.breakLead : until > now ? t.until(dates.hour(until)) : t.overdue}
      wayOut={
        <div className="flex w-full flex-col gap-3">
          <ActButton act={{ type: 'resume' }} kind="act" wide>
            {t.resume}
          </ActButton>
          <WayOut />
        </div>
      }
    />
  )
}

/** Over everything while the group pauses, or nothing. What was being typed sleeps below and wakes as it was. */
export function SignalPause() {
  const pause = useBoard((board) => board.now.pause)
  const signals = useBoard((board) => board.signals)
  const people = useBoard((board) => board.people)
  if (pause === null) return null
  const present = Object.values(people).filter(({ presence }) => presence === 'present').length
  const signal = pause.signalId === undefined ? undefined : signals[pause.signalId]
  return signal ? (
    <AlertPause key={signal.id} signal={signal} people={present} />
  ) : (
    <BreakPause since={pause.since} minutes={pause.untilMinutes} silence={pause.silence === true} people={present} />
  )
}
