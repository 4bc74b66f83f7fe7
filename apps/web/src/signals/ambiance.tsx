import type { Id, SignalKind } from '@clairiere/ritual'
import { ArrowDown } from 'lucide-react'
import { useCallback, useRef, useState } from 'react'
import { useDates, useT } from '../i18n/words.tsx'
import { useBoard, useConfidences } from '../room/use-board.ts'
import { useMine } from '../room/use-roles.ts'
import { Section } from '../ui/band.tsx'
import { Button } from '../ui/button.tsx'
import { SeenBy } from '../ui/seen-by.tsx'
import { Title } from '../ui/page.tsx'
import { ConsentAsked } from './consent-asked.tsx'
import { FramePoint } from './frame-point.tsx'
import { Handover } from './handover.tsx'
import { Help } from './help.tsx'
import { type RaiseFrom, RaiseForm } from './raise-form.tsx'
import { Ripples, useRipples } from './ripples.tsx'
import { SignalCard, TreatedLine } from './signal-card.tsx'
import { treatedIn } from './treatment.ts'
import { useHeardWhispers, useMayRaise, useUntreated } from './use-mood.ts'
import { WhisperForm } from './whisper-form.tsx'
import { WhispersGate } from './whispers-gate.tsx'
import { Whispers } from './whispers.tsx'

/** Signals that still need the group, with their treatment. */
export function Signals() {
  // The signal that fills the screen is treated there, and only there.
  const overlaid = useBoard((board) => board.now.pause?.signalId)
  const untreated = useUntreated().filter(({ id }) => id !== overlaid)
  return (
    <div className="flex flex-col gap-4 empty:hidden">
      {untreated.map((signal, index) => (
        <div key={signal.id} className="flex flex-col gap-3">
          <SignalCard signal={signal} act={index === 0} />
          <Handover signal={signal} />
        </div>
      ))}
    </div>
  )
}

/** Signals already met with, below what may be done now: they grow in number all evening. */
export function Treated() {
  const dates = useDates()
  const signals = useBoard((board) => board.signals)
  return (
    <div className="flex flex-col gap-4 empty:hidden">
      {treatedIn(signals).map((signal) => (
        <div key={signal.id} className="flex flex-col items-start gap-1">
          <TreatedLine signal={signal} hour={(at) => dates.hour(at)} />
          <Handover signal={signal} />
        </div>
      ))}
    </div>
  )
}

/** A phone's part for them, absent as long as there is none. */
function TreatedSection() {
  const t = useT('signals').care
  const any = useBoard((board) => treatedIn(board.signals).length > 0)
  if (!any) return null
  return (
    <Section title={t.treatedTitle}>
      <div className="pt-3">
        <Treated />
      </div>
    </Section>
  )
}

function Watch() {
  const t = useT('signals')
  const kinds = useMayRaise()
  const whispers = useHeardWhispers()
  const ripples = useRipples()
  const [from, setFrom] = useState<RaiseFrom>(null)
  const top = useRef<HTMLDivElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const start = useCallback((next: RaiseFrom) => {
    setFrom(next)
    top.current?.scrollIntoView({ block: 'start' })
    top.current?.focus()
  }, [])
  const fresh = whispers.filter(({ payload }) => payload.status === 'sent').length
  const leave = () => setFrom(null)
  const raise = <RaiseForm key={JSON.stringify(from)} kinds={kinds} label={t.kinds} from={from} onRaised={leave} onLeave={leave} />
  return (
    <div className="flex flex-col gap-4">
      <div ref={top} tabIndex={-1} className="-my-2 flex flex-wrap items-center justify-between gap-x-4">
        <Title>{t.feel}</Title>
        {whispers.length > 0 && (
          <Button kind="link" icon={ArrowDown} onClick={() => list.current?.scrollIntoView({ block: 'start' })}>
            {t.whispersBelow(fresh || whispers.length)}
          </Button>
        )}
      </div>
      <ConsentAsked />
      <Signals />
      {raise}
      {ripples.length > 0 && (
        <Section title={t.ripples.title} aside={<SeenBy>{t.ripples.seenBy}</SeenBy>}>
          <Ripples onRaise={(rippleId: Id, kind: SignalKind) => start({ rippleId, kind })} />
        </Section>
      )}
      <div ref={list}>
        <Section title={t.whispers.title} aside={<SeenBy>{t.whispers.seenBy}</SeenBy>}>
          <Whispers onToSignal={(whisperId) => start({ whisperId })} />
          <WhispersGate />
        </Section>
      </div>
      <TreatedSection />
      <div className="flex flex-col items-start gap-3 border-t border-line pt-3">
        <FramePoint />
        <Help />
      </div>
    </div>
  )
}

/** Answers of the mood-watch to what this person whispered under their name. */
export function WhisperAnswers() {
  const t = useT('signals').whisper
  const { me } = useMine()
  const answered = useConfidences('whisper').filter((view) => view.personId === me && view.payload.answer !== undefined)
  if (answered.length === 0) return null
  return (
    <div role="status" className="flex flex-col gap-2">
      <h3 className="font-strong">{t.answered}</h3>
      {answered.map((view) => (
        <p key={view.subject} className="border-s-2 border-line ps-3">
          {view.payload.answer}
        </p>
      ))}
    </div>
  )
}

function Participant() {
  const t = useT('signals')
  const kinds = useMayRaise()
  const ripples = useRipples()
  const live = useBoard((board) => board.meeting.status === 'live')
  return (
    <div className="flex flex-col gap-6">
      <Title after={t.lead}>{t.ambiance}</Title>
      <ConsentAsked />
      <Signals />
      {ripples.length > 0 && (
        <Section title={t.ripples.title} aside={<SeenBy>{t.ripples.seenBy}</SeenBy>}>
          <Ripples />
        </Section>
      )}
      {live && (
        <Section title={t.whisper.title}>
          <div className="flex flex-col gap-4 pt-3">
            <WhisperAnswers />
            <WhisperForm />
          </div>
        </Section>
      )}
      {kinds.length > 0 && (
        <Section title={t.raiseTitle}>
          <div className="flex flex-col gap-3 pt-3">
            <SeenBy>{t.raiseOpen}</SeenBy>
            {kinds.length > 3 && <p className="text-second text-ink2">{t.nobodyWatches}</p>}
            <RaiseForm kinds={kinds} label={t.kinds} />
          </div>
        </Section>
      )}
      <TreatedSection />
      <div className="flex flex-col items-start gap-3 border-t border-line pt-3">
        <FramePoint />
        <Help />
      </div>
    </div>
  )
}

/** The phone's « Ambiance »: what the mood-watch senses and hears, or, for everyone else, whispering and raising what they may. */
export function Ambiance() {
  const { keepsMood } = useMine()
  const live = useBoard((board) => board.meeting.status === 'live')
  return keepsMood && live ? <Watch /> : <Participant />
}
