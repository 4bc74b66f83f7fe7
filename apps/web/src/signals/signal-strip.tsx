import type { Id, Signal } from '@clairiere/ritual'
import { Compass, Ear } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useLocation } from 'wouter'
import { useT } from '../i18n/words.tsx'
import { pathTo } from '../room/places.ts'
import { useAct, useAllowed } from '../room/use-act.ts'
import { useBoard, useConfidences } from '../room/use-board.ts'
import { useRecordTime } from '../room/use-clock.ts'
import { useLabels } from '../room/use-labels.ts'
import { useMine } from '../room/use-roles.ts'
import { useAnnounce } from '../ui/live-region.tsx'
import { Strip } from '../ui/strip.tsx'
import { useMyConsents } from './consent-asked.tsx'
import { signalLook } from '../room/signal-look.ts'
import { bannerSignal } from './treatment.ts'
import { vibrate } from './vibrate.ts'
import { useWhileStill } from './use-while-still.ts'

const opening = (word: string): string => word.charAt(0).toLocaleUpperCase() + word.slice(1)

/** Said once to screen readers when a vigilance is raised, politely, whether or not the strip may show yet. */
function useAnnounced(signalId: Id | undefined, sentence: string) {
  const announce = useAnnounce()
  useEffect(() => {
    if (signalId === undefined) return
    announce(sentence, 'polite')
    vibrate(120)
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once per signal: a change of language or status is not a new signal
  }, [signalId, announce])
}

const REMIND_AFTER_MS = 60_000

/** After a minute without a welcome, whoever may give it is reminded, once and aloud [§2.4.5]. */
function useReminder(signal: Signal | null, mayWelcome: boolean): boolean {
  const t = useT('care')
  const announce = useAnnounce()
  const now = useRecordTime(5000)
  const waits = mayWelcome && signal?.status === 'raised' && now - Date.parse(signal.at) >= REMIND_AFTER_MS
  useEffect(() => {
    if (!waits) return
    announce(t.reminded, 'assertive')
    vibrate([120, 80, 120])
  }, [waits, announce, t])
  return waits
}

/**
 * The calm banner of a vigilance, 56 px under the header [§2.4.5]: never over what is being typed, put away by each for themselves. For whoever may welcome it,
 * its button is that; for the mood-watch it leads to « Ambiance ». A question to this person alone, and a call for a frame point, come by the same road.
 */
export function SignalStrip() {
  const t = useT('signals')
  const care = useT('care')
  const labels = useLabels()
  const [location, navigate] = useLocation()
  const send = useAct()
  const { me, keepsMood } = useMine()
  const meetingId = useBoard((board) => board.meeting.id)
  const [dismissed, setDismissed] = useState<ReadonlySet<Id>>(new Set())
  const signals = useBoard((board) => board.signals)
  const pause = useBoard((board) => board.now.pause)
  const found = bannerSignal(signals, pause, dismissed)
  const signal = useWhileStill(found)
  const consent = useWhileStill(useMyConsents().find(({ payload }) => payload.answer === 'asked')?.subject)
  const welcomes = useAllowed({ type: 'acknowledge-signal', signalId: signal?.id ?? me })
  const cares = useAllowed({ type: 'care-signal', signalId: signal?.id ?? me, responses: ['heard'] })
  const frameCalledAt = useBoard((board) => board.now.frameCalledAt)
  const alsoMine = useConfidences('frame-call').length > 0
  const [read, setRead] = useState<string>()
  const late = useReminder(signal, welcomes.allowed)
  const words = found && labels.mood.signals[found.kind]
  useAnnounced(found?.level === 2 ? found.id : undefined, words ? t.strip.announced(words.label, words.phrase) : '')

  // On a laptop the mood stands in its own column: nobody is taken away from what they look at.
  const toMood = () => {
    if (!matchMedia('(width >= 68.75rem)').matches || consent !== undefined) navigate(pathTo(meetingId, { id: 'mood' }))
  }
  const inMood = location === pathTo(meetingId, { id: 'mood' })
  if (consent !== undefined && !inMood) {
    return (
      <Strip icon={Ear} word={t.consent.title} onDismiss={toMood} dismissLabel={t.consent.read}>
        {t.consent.strip}
      </Strip>
    )
  }
  // It opens if a second person asks: nobody must have to look for it; whoever has read it is left alone [§4.11].
  if (!signal && frameCalledAt !== undefined && !alsoMine && read !== frameCalledAt && !inMood) {
    const readIt = () => {
      setRead(frameCalledAt)
      navigate(pathTo(meetingId, { id: 'mood' }))
    }
    return <Strip icon={Compass} word={care.framePoint.somebody} onDismiss={readIt} dismissLabel={t.consent.read} />
  }
  // In « Ambiance » everybody has it before their eyes.
  if (!signal || inMood) return null
  const beside = matchMedia('(width >= 68.75rem)').matches
  const look = signalLook[signal.kind]
  const response = signal.responses.at(-1)
  const raised = signal.status === 'raised'
  const button =
    raised && welcomes.allowed
      ? {
          label: t.care.welcome,
          press: () => void send({ type: 'acknowledge-signal', signalId: signal.id }).then((sent) => sent.ok && toMood()),
        }
      : (keepsMood || cares.allowed || signal.care) && !beside
        ? { label: t.strip.look, press: toMood }
        : { label: undefined, press: () => setDismissed(new Set([...dismissed, signal.id])) }
  return (
    <Strip
      icon={look.icon}
      tone={look.tone}
      word={opening(labels.mood.signals[signal.kind].label)}
      onDismiss={button.press}
      {...(button.label === undefined ? {} : { dismissLabel: button.label })}
    >
      {late ? care.reminded : response ? t.strip.doing(labels.mood.responses[response]) : labels.mood.signals[signal.kind].phrase}
    </Strip>
  )
}
