import type { Id } from '@clairiere/ritual'
import { WordForm } from '../editor/word-form.tsx'
import { WordList } from '../editor/word-list.tsx'
import { useT } from '../i18n/words.tsx'
import { useBoard } from '../room/use-board.ts'
import { useWordMap } from '../room/use-word-map.ts'
import { EmptyState, Section } from '../ui/band.tsx'

const about = (itemId: Id | undefined) => (itemId === undefined ? {} : { itemId })

/**
 * The map of disagreements [B5]: what is shared, what is debated, what follows; of one item, or of the whole meeting. First, misunderstandings are removed: only what is
 * still debated once both sides are understood is a disagreement.
 */
export function Disagreements({ itemId }: { itemId?: Id }) {
  const t = useT('closing').lists
  const disagreements = useWordMap('disagreements', 'disagreements')
  const title = useBoard((board) => (itemId === undefined ? '' : (board.items[itemId]?.title ?? '')))
  const entries = itemId === undefined ? disagreements.entries : disagreements.entries.filter((entry) => entry.itemId === itemId)
  if (itemId !== undefined && entries.length === 0 && !disagreements.mayWrite) return null
  return (
    <Section title={t.disagreements.title}>
      <WordList
        label={t.disagreements.title}
        entries={entries}
        mayWrite={disagreements.mayWrite}
        words={{ ...t.verbs, add: t.disagreements.add }}
        empty={<EmptyState>{itemId === undefined ? t.disagreements.empty : t.disagreements.first}</EmptyState>}
        show={({ subject, shared, debated, next }) => (
          <div>
            <p className="font-strong">{subject}</p>
            {(
              [
                [t.disagreements.shared, shared],
                [t.disagreements.debated, debated],
                [t.disagreements.next, next],
              ] as const
            ).map(([label, text]) =>
              text ? (
                <p key={label}>
                  <span className="text-second text-ink2">{t.disagreements.of(label)}</span> {text}
                </p>
              ) : null,
            )}
          </div>
        )}
        form={(entry, leave) => (
          <>
            {/* Where there is none yet in an item, it stands just above. */}
            {(itemId === undefined || entries.length > 0) && <p className="pt-3 text-second">{t.disagreements.first}</p>}
            <WordForm
              draft={`disagreement.${entry?.id ?? itemId ?? 'new'}`}
              fields={[
                { name: 'subject', label: t.disagreements.subject, maxLength: 200 },
                { name: 'shared', label: t.disagreements.shared, long: true, maxLength: 1000 },
                { name: 'debated', label: t.disagreements.debated, long: true, maxLength: 1000 },
                { name: 'next', label: t.disagreements.next, long: true, maxLength: 1000 },
              ]}
              start={{
                subject: entry?.subject ?? title,
                shared: entry?.shared ?? '',
                debated: entry?.debated ?? '',
                next: entry?.next ?? '',
              }}
              keep={t.keep}
              leave={t.leave}
              onLeave={leave}
              onKeep={(values) => {
                if (values.subject === '') return false
                const fields = { ...values, ...about(entry?.itemId ?? itemId) }
                if (entry) disagreements.change(entry.id, fields)
                else disagreements.add(fields)
                return true
              }}
            />
          </>
        )}
        onRemove={({ id }) => disagreements.remove(id)}
        onRestore={disagreements.restore}
        onMove={({ id }, by) => disagreements.move(id, by)}
      />
    </Section>
  )
}
