import { learntIn } from '@clairiere/ritual'
import { useMemo } from 'react'
import { useT } from '../i18n/words.tsx'
import { useBoard } from '../room/use-board.ts'
import { useLabels } from '../room/use-labels.ts'
import { useWordMap } from '../room/use-word-map.ts'
import { EmptyState, Line, Lines, Section } from '../ui/band.tsx'
import { Takeaway } from './takeaway.tsx'
import { useDay } from './use-day.ts'

/** What was learnt here, and at the meetings this one follows: one log, without a name, to read or to take away [F5]. */
export function Learnings() {
  const t = useT('registers')
  const labels = useLabels().agenda.wordKinds
  const day = useDay()
  const { entries } = useWordMap('learnings', 'learnings')
  const feedbacks = useBoard((board) => board.feedbacks)
  const items = useBoard((board) => board.items)
  const learnt = useMemo(() => learntIn({ feedbacks, items }, entries), [feedbacks, items, entries])
  const former = useBoard((board) => board.previous.learnings)
  const rows = [
    ...learnt.map(({ id, kind, text }) => ({ id, kind, text, on: '' })),
    ...(former ?? []).map(({ kind, text, on = '' }, index) => ({ id: `former-${index}`, kind, text, on })).toReversed(),
  ]
  return (
    <Section title={t.learnings}>
      {rows.length === 0 ? (
        <EmptyState>{t.noLearnings}</EmptyState>
      ) : (
        <>
          <Lines label={t.learnings}>
            {rows.map(({ id, kind, text, on }) => (
              <Line key={id} second={[labels[kind], ...(on === '' ? [] : [day(on)])].join(' · ')}>
                {text}
              </Line>
            ))}
          </Lines>
          <Takeaway
            name={t.files.learnings}
            rows={() => [[t.columns.kind, t.columns.what, t.columns.on], ...rows.map(({ kind, text, on }) => [labels[kind], text, on])]}
          />
        </>
      )}
    </Section>
  )
}
