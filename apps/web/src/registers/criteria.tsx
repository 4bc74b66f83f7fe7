import { useMemo } from 'react'
import { useT } from '../i18n/words.tsx'
import { useBoard } from '../room/use-board.ts'
import { useLabels } from '../room/use-labels.ts'
import { Line, Lines, Section } from '../ui/band.tsx'
import { criteriaRows } from './criteria-rows.ts'
import { Takeaway } from './takeaway.tsx'
import { useDay } from './use-day.ts'

/** How one will know whether decisions work: their criteria, the day they are looked at, and what was said the last time; about decisions, never about anyone [G4]. */
export function Criteria() {
  const t = useT('registers')
  const verdicts = useLabels().followUp.reviewVerdicts
  const day = useDay()
  const decisions = useBoard((board) => board.decisions)
  const reviews = useBoard((board) => board.reviews)
  const rows = useMemo(() => criteriaRows({ decisions, reviews }), [decisions, reviews])
  if (rows.length === 0) return null
  return (
    <Section title={t.criteriaTitle}>
      <Lines label={t.criteriaTitle}>
        {rows.map(({ ref, title, criteria, reviewOn, verdict }) => (
          <Line
            key={ref}
            title={`${ref} · ${title}`}
            second={[t.reviewOn(day(reviewOn)), ...(verdict ? [t.saidLast(verdicts[verdict].label)] : [])].join(' ')}
          >
            <ul className="list-disc ps-5">
              {criteria.map((one) => (
                <li key={one}>{one}</li>
              ))}
            </ul>
          </Line>
        ))}
      </Lines>
      <Takeaway
        name={t.files.criteria}
        rows={() => [
          [t.columns.ref, t.columns.what, t.columns.criterion, t.columns.review],
          ...rows.flatMap(({ ref, title, criteria, reviewOn }) => criteria.map((one) => [ref, title, one, reviewOn])),
        ]}
      />
    </Section>
  )
}
