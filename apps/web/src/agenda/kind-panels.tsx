import type { Item } from '@clairiere/ritual'
import { useT } from '../i18n/words.tsx'
import { useAllowed } from '../room/use-act.ts'
import { useLabels } from '../room/use-labels.ts'
import { useNames } from '../room/use-names.ts'
import { EmptyState, Section } from '../ui/band.tsx'
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
