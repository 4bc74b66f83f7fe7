import type { Item } from '@clairiere/ritual'
import { useT } from '../i18n/words.tsx'
import { useLabels } from '../room/use-labels.ts'
import { useNames } from '../room/use-names.ts'
import { Section } from '../ui/band.tsx'
import { EditSheet } from './item-sheet.tsx'
import type { PanelProps } from './opened.ts'

/** What a kind without a form of its own must leave, and the structures it links: the words themselves are the notes beside. */
export function RequiredOutput({ item, opened, onOpen }: { item: Item } & PanelProps) {
  const t = useT('agenda')
  const labels = useLabels().agenda.kinds[item.kind]
  const names = useNames()
  return (
    <Section title={labels.label}>
      <p className="py-3 text-ink2">{t.form.output(labels.output)}</p>
      {item.structures.length > 0 && (
        <p className="pb-3">
          <span className="text-second text-ink2">{t.structures}</span>
          <br />
          {item.structures.map((org) => names.org(org)).join(', ')}
        </p>
      )}
      {opened === 'edit' && <EditSheet item={item} open onClose={() => onOpen(null)} />}
    </Section>
  )
}
