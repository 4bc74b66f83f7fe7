import { compareRefs, type Item } from '@clairiere/ritual'
import { useT } from '../i18n/words.tsx'
import { ActButton } from '../room/act-button.tsx'
import { useAllowed } from '../room/use-act.ts'
import { useBoard } from '../room/use-board.ts'
import { useLabels } from '../room/use-labels.ts'
import { useNames } from '../room/use-names.ts'
import { EmptyState, Line, Lines, Section } from '../ui/band.tsx'
import { Button } from '../ui/button.tsx'
import { EditSheet } from './item-sheet.tsx'
import type { PanelProps } from './opened.ts'

/** A concertation: the structures it links and what about [A12]. */
export function ConcertationPanel({ item, opened, onOpen }: { item: Item } & PanelProps) {
  const t = useT('agenda').items.concertation
  const topics = useLabels().agenda.topics
  const names = useNames()
  const may = useAllowed({ type: 'set-item', itemId: item.id, structures: [...item.structures] }).allowed
  return (
    <Section title={t.title}>
      {item.structures.length === 0 ? (
        <EmptyState>{t.none}</EmptyState>
      ) : (
        <p className="pt-3">{item.structures.map((org) => names.org(org)).join(', ')}</p>
      )}
      {item.topics.length > 0 && <p className="text-second text-ink2">{item.topics.map((topic) => topics[topic]).join(' · ')}</p>}
      <p className="py-2 text-second text-ink2">{t.debate}</p>
      {may && item.status !== 'done' && (
        <div>
          <Button kind="link" onClick={() => onOpen('edit')}>
            {t.edit}
          </Button>
        </div>
      )}
      {opened === 'edit' && <EditSheet item={item} open onClose={() => onOpen(null)} />}
    </Section>
  )
}

/** A tension brought as an item: no culprit, and something that follows. */
export function TensionPanel() {
  const t = useT('agenda').items.tension
  return (
    <Section title={t.title}>
      <p className="pt-3">{t.text}</p>
      <p className="pt-1 pb-3 text-second text-ink2">{t.suites}</p>
    </Section>
  )
}

/** A follow-up held as an item: each line of former meetings looked at [F11]. */
export function FollowUpPanel() {
  const t = useT('agenda').items.followUp
  const labels = useLabels().followUp
  const names = useNames()
  const actions = useBoard((board) => board.actions)
  const lines = Object.values(actions)
    .filter(({ carriedOver }) => carriedOver !== undefined)
    .toSorted((a, b) => compareRefs(a.ref, b.ref))
  const left = lines.filter(({ carriedOver }) => !carriedOver?.seen).length
  return (
    <Section title={t.title} aside={left > 0 && t.left(left)}>
      {lines.length === 0 ? (
        <EmptyState>{t.empty}</EmptyState>
      ) : (
        <Lines label={t.title}>
          {lines.map((action) => (
            <Line
              key={action.id}
              title={action.title}
              second={[
                action.ref,
                ...(action.carriedOver?.who ?? []),
                ...action.takers.flatMap(({ personId, accepted }) => (accepted ? [names.full(personId)] : [])),
                labels.actionStatuses[action.status],
                ...(action.carriedOver?.seen ? [t.done] : []),
              ].join(' · ')}
            >
              {!action.carriedOver?.seen && (
                <ActButton act={{ type: 'update-action', actionId: action.id, seen: true }} kind="link">
                  {t.seen}
                </ActButton>
              )}
            </Line>
          ))}
        </Lines>
      )}
    </Section>
  )
}
