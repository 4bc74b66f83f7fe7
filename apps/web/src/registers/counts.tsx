import { measuresOf, meetingsFollowed, rotationsOf, sumOf } from '@clairiere/ritual'
import { useMemo } from 'react'
import { useT } from '../i18n/words.tsx'
import { useToday } from '../room/days.ts'
import { useBoard } from '../room/use-board.ts'
import { useLabels } from '../room/use-labels.ts'
import { Line, Lines, Section } from '../ui/band.tsx'
import { Takeaway } from './takeaway.tsx'

/** What the group may steer by, in numbers about nobody: time to registration, signals treated, how roles went round; of this meeting and those it follows [G4]. */
export function Counts() {
  const t = useT('registers')
  const c = t.counts
  const labels = useLabels()
  const today = useToday()
  const board = useBoard((whole) => whole)
  const { days, waiting, signals, meetings, rotations } = useMemo(() => {
    const all = [...(board.previous.measures ?? []), measuresOf(board, today)]
    return { ...sumOf(all), meetings: meetingsFollowed(board), rotations: rotationsOf(board) }
  }, [board, today])
  const [first] = days
  const last = days.at(-1)
  const half = days[Math.floor((days.length - 1) / 2)]
  if (days.length + waiting + signals.length + rotations.length === 0) return null
  return (
    <Section title={c.title}>
      <p className="pt-3 text-second text-ink2">
        {c.about(meetings.all)}{' '}
        {meetings.measured < meetings.all && days.length + waiting + signals.length > 0 && c.since(meetings.measured)}
      </p>
      <Lines label={c.title}>
        {days.length + waiting > 0 && (
          <Line title={c.registration}>
            {first !== undefined && last !== undefined && half !== undefined && <p>{c.registered(days.length, first, last, half)}</p>}
            {waiting > 0 && <p>{c.waiting(waiting)}</p>}
          </Line>
        )}
        {signals.length > 0 && (
          <Line title={c.signals}>
            <ul>
              {signals.map(({ kind, treated, left }) => (
                <li key={kind}>{c.ofKind(labels.mood.signals[kind].label, treated, left)}</li>
              ))}
            </ul>
          </Line>
        )}
        {rotations.length > 0 && (
          <Line title={c.roles}>
            <ul>
              {rotations.map(({ role, meetings: held, people }) => (
                <li key={role}>{c.ofRole(labels.people.roles[role].label, people, held)}</li>
              ))}
            </ul>
          </Line>
        )}
      </Lines>
      <Takeaway
        name={t.files.counts}
        rows={() => [
          [c.columns.of, c.columns.what, c.columns.number],
          ...days.map((count) => [c.registration, c.columns.days, String(count)]),
          [c.registration, c.columns.waiting, String(waiting)],
          ...signals.flatMap(({ kind, treated, left }) => [
            [labels.mood.signals[kind].label, c.columns.treated, String(treated)],
            [labels.mood.signals[kind].label, c.columns.left, String(left)],
          ]),
          ...rotations.flatMap(({ role, meetings: held, people }) => [
            [labels.people.roles[role].label, c.columns.people, String(people)],
            [labels.people.roles[role].label, c.columns.meetings, String(held)],
          ]),
        ]}
      />
    </Section>
  )
}
