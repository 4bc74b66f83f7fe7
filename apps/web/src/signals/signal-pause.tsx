import type { Signal } from '@clairiere/ritual'
import { Coffee, Ear, Leaf } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useDates, useT } from '../i18n/words.tsx'
import { ActButton } from '../room/act-button.tsx'
import { guidedResponses, isProposedByWatch, useCareLead, useCarePart, useSharedMoment } from '../room/care-moment.ts'
import { useBoard } from '../room/use-board.ts'
import { useRecordTime } from '../room/use-clock.ts'
import { useForesee } from '../room/use-foresee.ts'
import { useLabels } from '../room/use-labels.ts'
import { useMine } from '../room/use-roles.ts'
import { Button } from '../ui/button.tsx'
import { FullPause } from '../ui/full-pause.tsx'
import { useAnnounce } from '../ui/live-region.tsx'
import { CareSteps } from './care-steps.tsx'
import { PauseRound } from './pause-round.tsx'
import { SignalCard } from './signal-card.tsx'
import { signalLook } from '../room/signal-look.ts'
import { useMayOfferWhisper } from './use-mood.ts'
import { vibrate } from './vibrate.ts'
import { WhisperForm } from './whisper-form.tsx'

/** The sentence under the ring, in this language. */
function useLead(signal: Signal, acts: boolean): string {
  const { care } = signal
  const t = useT('signals').pause
  const c = useT('care')
  const dates = useDates()
  const lead = useCareLead(care)
  const watched = useBoard((board) => isProposedByWatch(board, signal.kind))
  switch (lead.is) {
    case 'steps':
      return ''
    case 'minute-over':
      return c.minuteOver
    case 'resume':
      return `${c.resumeAt(dates.hour(lead.at))}\n${c.nowIs(dates.hour(lead.now))}`
    case 'overdue':
      return t.overdue
    case 'nothing-to-do':
      return acts ? t.moment(watched) : t.lead(watched)
  }
}

/** Whispering from the pause, without leaving it. */
function WayOut() {
  const t = useT('signals')
  const offered = useMayOfferWhisper()
  const [open, setOpen] = useState(false)
  if (!offered) return null
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
  const part = useCarePart(signal.care)
  const acts = useActs(signal)
  const lead = useLead(signal, acts)
  const watched = useBoard((board) => isProposedByWatch(board, signal.kind))
  const mine = useTreats(signal)
  const look = signalLook[signal.kind]
  const word = labels.mood.signals[signal.kind].label
  const response = signal.responses.at(-1)
  useEffect(() => {
    announce(t.announced(word, watched), 'assertive')
    vibrate([200, 100, 200])
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
      compact={mine}
      part={part}
      lead={lead}
      wayOut={
        <div className="flex w-full flex-col gap-4 text-start">
          {signal.care && guidedResponses.has(signal.care.response) && !mine && <CareSteps signal={signal} care={signal.care} big />}
          <PauseRound signal={signal} />
          <SignalCardIfMine signal={signal} mine={mine} calls={signal.care?.response !== 'silence' || part === 1} />
          <WayOut />
        </div>
      }
    >
      {signal.level === 3 && lead !== '' && t.below}
    </FullPause>
  )
}

/** The treatment, for those whose act it is, who are not always the facilitation [§4.11]; for the others the pause has nothing to press but one quiet way out. While the minute of silence lasts nothing `calls`. */
function SignalCardIfMine({ signal, mine, calls }: { signal: Signal; mine: boolean; calls: boolean }) {
  return mine ? <SignalCard signal={signal} act={calls} bare /> : null
}

/** Whether something of this signal's treatment is this person's to do now: to them nobody says that there is nothing to be done. */
function useActs({ id }: Signal): boolean {
  const foresees = useForesee()
  return (
    foresees({ type: 'acknowledge-signal', signalId: id }) ||
    foresees({ type: 'care-signal', signalId: id, responses: ['heard'] }) ||
    foresees({ type: 'settle-signal', signalId: id })
  )
}

/** Whether something of it is this person's to do or to know. */
function useTreats(signal: Signal): boolean {
  const { facilitating, keepsMood } = useMine()
  const acts = useActs(signal)
  return facilitating || keepsMood || acts
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
  const moment = useSharedMoment()
  const present = Object.values(people).filter(({ presence }) => presence === 'present').length
  const signal = pause?.signalId === undefined ? (pause === null ? moment : undefined) : signals[pause.signalId]
  if (signal) return <AlertPause key={signal.id} signal={signal} people={present} />
  return pause && <BreakPause since={pause.since} minutes={pause.untilMinutes} silence={pause.silence === true} people={present} />
}
