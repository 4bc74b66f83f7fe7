import type { Item, Learning } from '@clairiere/ritual'
import { WordForm } from '../editor/word-form.tsx'
import { WordList } from '../editor/word-list.tsx'
import { useT } from '../i18n/words.tsx'
import { useLabels } from '../room/use-labels.ts'
import { useWordMap } from '../room/use-word-map.ts'
import { EmptyState, Section } from '../ui/band.tsx'

const kinds = ['learning', 'watchpoint', 'recommendation'] as const

/** What an experience review leaves [A13]: the learnings of this item, in the meeting's common list. */
export function LearningsPanel({ item }: { item: Item }) {
  const t = useT('agenda')
  const labels = useLabels().agenda.wordKinds
  const learnings = useWordMap('learnings', 'learnings')
  const here = learnings.entries.filter(({ itemId }) => itemId === item.id)
  return (
    <Section title={t.learnings.title}>
      <WordList
        label={t.learnings.title}
        entries={here}
        mayWrite={learnings.mayWrite}
        words={{ ...t.words, add: t.learnings.add }}
        empty={<EmptyState>{t.learnings.empty}</EmptyState>}
        show={({ kind, text }) => (
          <p className="whitespace-pre-wrap">
            <span className="text-second text-ink2">{labels[kind]}</span>
            <br />
            {text}
          </p>
        )}
        form={(entry, leave) => (
          <WordForm
            draft={`learning.${entry?.id ?? item.id}`}
            fields={[
              { name: 'kind', label: t.learnings.kind, options: kinds.map((kind) => ({ value: kind, label: labels[kind] })) },
              { name: 'text', label: t.broadcast.yours, long: true, maxLength: 1000 },
            ]}
            start={{ kind: entry?.kind ?? 'learning', text: entry?.text ?? '' }}
            keep={t.words.keep}
            leave={t.words.leave}
            onLeave={leave}
            onKeep={({ kind, text }) => {
              if (text === '') return false
              const fields = { kind: kind as Learning['kind'], text, itemId: item.id }
              if (entry) learnings.change(entry.id, fields)
              else learnings.add(fields)
              return true
            }}
          />
        )}
        onRemove={({ id }) => learnings.remove(id)}
        onRestore={learnings.restore}
        onMove={({ id }, by) => learnings.move(id, by)}
      />
    </Section>
  )
}
