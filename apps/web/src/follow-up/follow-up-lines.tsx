import { compareRefs } from '@clairiere/ritual'
import { type ReactNode, useMemo } from 'react'
import { useDates, useT } from '../i18n/words.tsx'
import { useBoard } from '../room/use-board.ts'
import { useLabels } from '../room/use-labels.ts'
import { useNames } from '../room/use-names.ts'
import { EmptyState, Line, Lines, Section } from '../ui/band.tsx'
import { ActionLine } from './action-line.tsx'
import { DueReviews, useDueReviews } from './due-reviews.tsx'

/**
 * What came from former meetings [F11]: decisions handed over with where they stand, those whose day has come [D13], then actions with their four answers. `head`: the
 * title, with whether there is anything.
 */
export function FollowUpLines({ head }: { head?: (any: boolean) => ReactNode }) {
  const t = useT('followUp')
  const labels = useLabels().followUp
  const names = useNames()
  const dates = useDates()
  const actions = useBoard((board) => board.actions)
  const transmissions = useBoard((board) => board.transmissions)
  const former = useMemo(
    () =>
      Object.values(actions)
        .filter((action) => action.carriedOver)
        .toSorted((a, b) => compareRefs(a.ref, b.ref)),
    [actions],
  )
  const handed = useMemo(
    () =>
      Object.values(transmissions)
        .filter((one) => one.carriedOver)
        .toSorted((a, b) => compareRefs(a.decisionRef, b.decisionRef)),
    [transmissions],
  )
  const seen = former.filter((action) => action.carriedOver?.seen).length
  const due = useDueReviews()
  const any = former.length + handed.length + due.length > 0
  const day = (value: string | undefined) => (value ? `, ${dates.shortDay(Date.parse(`${value}T12:00:00Z`))}` : '')
  return (
    <>
      {head?.(any)}
      {!any && <EmptyState>{t.empty}</EmptyState>}
      {handed.length > 0 && (
        <Section title={t.decisions}>
          <Lines label={t.decisions}>
            {handed.map((one) => (
              <Line
                key={one.id}
                title={one.title}
                second={`${one.decisionRef} · ${names.org(one.to)} · ${labels.transmissionStatuses[one.status]}${day(one.registered?.date ?? one.returned?.on ?? one.receivedOn ?? one.sentOn)}`}
              >
                {one.returned?.reason && <p>{one.returned.reason}</p>}
              </Line>
            ))}
          </Lines>
        </Section>
      )}
      <DueReviews />
      {former.length > 0 && (
        <Section title={t.actions} aside={t.seen(seen, former.length)}>
          <Lines label={t.actions}>
            {former.map((action) => (
              <ActionLine key={action.id} action={action} />
            ))}
          </Lines>
        </Section>
      )}
    </>
  )
}
