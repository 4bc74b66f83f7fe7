import type { Id } from '@clairiere/ritual'
import { useMemo } from 'react'
import { useT } from '../i18n/words.tsx'
import { useBoard } from '../room/use-board.ts'
import { Line, Lines, Section } from '../ui/band.tsx'
import { useSayDay } from '../room/days.ts'

/** What former meetings said, decided and learnt on this item's subject, the newest first [C8]; nothing where it is new. */
export function Earlier({ itemId }: { itemId: Id }) {
  const t = useT('agenda').items.earlier
  const sayDay = useSayDay()
  const threadId = useBoard((board) => board.items[itemId]?.threadId)
  const threads = useBoard((board) => board.previous.threads)
  const said = useMemo(
    () => (threadId === undefined ? [] : (threads ?? []).filter((one) => one.threadId === threadId)).toReversed(),
    [threadId, threads],
  )
  if (said.length === 0) return null
  return (
    <Section title={t.title}>
      <Lines label={t.title}>
        {said.map(({ title, on, outcome, decisions, learnings }, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- a former meeting's list never changes
          <Line key={index} title={title} {...(on === undefined ? {} : { second: t.on(sayDay(on)) })}>
            {outcome && <p className="whitespace-pre-wrap">{outcome}</p>}
            {decisions.map((decision) => (
              <p key={decision.ref}>
                <span className="font-strong">{decision.ref}</span> {decision.title}
              </p>
            ))}
            {learnings.map((text) => (
              <p key={text}>
                <span className="text-second text-ink2">{t.learnt}</span> {text}
              </p>
            ))}
          </Line>
        ))}
      </Lines>
    </Section>
  )
}
