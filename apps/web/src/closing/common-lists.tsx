import type { Learning } from '@clairiere/ritual'
import { ResourceList } from '../editor/resource-list.tsx'
import { WordForm } from '../editor/word-form.tsx'
import { WordList } from '../editor/word-list.tsx'
import { useT } from '../i18n/words.tsx'
import { useLabels } from '../room/use-labels.ts'
import { useWordMap } from '../room/use-word-map.ts'
import { EmptyState, Section } from '../ui/band.tsx'
import { Disagreements } from './disagreements.tsx'

/** What the evening leaves in common: learnings, disagreements that stay open, resources. Written by everyone, printed in this order. */
export function CommonLists() {
  return (
    <>
      <Learnings />
      <Disagreements />
      <ResourceList />
    </>
  )
}

const learningKinds = ['learning', 'watchpoint', 'recommendation'] as const

function Learnings() {
  const t = useT('closing').lists
  const labels = useLabels().agenda.wordKinds
  const learnings = useWordMap('learnings', 'learnings')
  return (
    <Section title={t.learnings.title}>
      <WordList
        label={t.learnings.title}
        entries={learnings.entries}
        mayWrite={learnings.mayWrite}
        words={{ ...t.verbs, add: t.learnings.add }}
        empty={<EmptyState>{t.learnings.empty}</EmptyState>}
        show={({ kind, text }) => (
          <p className="whitespace-pre-wrap">
            <span className="block text-second text-ink2">{labels[kind]}</span>
            {text}
          </p>
        )}
        form={(entry, leave) => (
          <WordForm
            draft={`learning.${entry?.id ?? 'new'}`}
            fields={[
              { name: 'kind', label: t.learnings.kind, options: learningKinds.map((kind) => ({ value: kind, label: labels[kind] })) },
              { name: 'text', label: t.learnings.text, long: true, maxLength: 1000 },
            ]}
            start={{ kind: entry?.kind ?? 'learning', text: entry?.text ?? '' }}
            keep={t.keep}
            leave={t.leave}
            onLeave={leave}
            onKeep={({ kind, text }) => {
              if (text === '') return false
              const about = entry?.itemId === undefined ? {} : { itemId: entry.itemId }
              const fields = { kind: kind as Learning['kind'], text, ...about }
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
