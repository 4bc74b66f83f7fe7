import type { Signal } from '@clairiere/ritual'
import { Coffee } from 'lucide-react'
import { useDates, useT } from '../i18n/words.tsx'
import { guidedResponses, isProposedByWatch, useCareLead, useCarePart, useSharedMoment } from '../room/care-moment.ts'
import { signalLook } from '../room/signal-look.ts'
import { useBoard } from '../room/use-board.ts'
import { useLabels } from '../room/use-labels.ts'
import { FullPause } from '../ui/full-pause.tsx'

/** A pause replaces everything, as on phones: the kind, the word, what was chosen with its arc or its step, everyone's dots; never a name, nothing to press. */
export function WallPause() {
  const pause = useBoard((board) => board.now.pause)
  const signals = useBoard((board) => board.signals)
  const moment = useSharedMoment()
  const signal = pause?.signalId === undefined ? (pause === null ? moment : undefined) : signals[pause.signalId]
  if (signal) return <Alert signal={signal} />
  return pause && <Break since={pause.since} minutes={pause.untilMinutes} />
}

const useHere = (): number => useBoard((board) => Object.values(board.people).filter(({ presence }) => presence === 'present').length)

function Alert({ signal }: { signal: Signal }) {
  const t = useT('projector').pause
  const c = useT('care')
  const labels = useLabels().mood
  const dates = useDates()
  const people = useHere()
  const { care } = signal
  const part = useCarePart(care)
  const lead = useCareLead(care)
  const watched = useBoard((board) => isProposedByWatch(board, signal.kind))
  const said = (): string => {
    switch (lead.is) {
      case 'steps':
        return (care && c.steps[care.response][care.step]) ?? c.overAll
      case 'minute-over':
        return c.minuteOver
      case 'resume':
        return t.until(dates.hour(lead.at))
      case 'overdue':
      case 'nothing-to-do':
        return t.lead(watched)
    }
  }
  const steps = care && guidedResponses.has(care.response) ? c.steps[care.response].length : 0
  const look = signalLook[signal.kind]
  return (
    <FullPause
      wall
      icon={look.icon}
      tone={look.tone}
      word={labels.signals[signal.kind].label}
      title={t.title}
      response={care && labels.responses[care.response]}
      people={people}
      part={part}
      lead={said()}
    >
      {care && steps > 1 && care.step < steps && c.step(care.step + 1, steps)}
    </FullPause>
  )
}

function Break({ since, minutes }: { since: string; minutes: number | undefined }) {
  const t = useT('projector').pause
  const dates = useDates()
  const people = useHere()
  const lead = minutes === undefined ? t.breath : t.until(dates.hour(Date.parse(since) + minutes * 60_000))
  return <FullPause wall icon={Coffee} tone="moss" word={t.word} title={t.title} people={people} lead={lead} />
}
