import type { Learning } from '@clairiere/ritual'
import { ResourceList } from '../editor/resource-list.tsx'
import { WordForm } from '../editor/word-form.tsx'
import { WordList } from '../editor/word-list.tsx'
import { useT } from '../i18n/words.tsx'
import { useLabels } from '../room/use-labels.ts'
import { useWordMap } from '../room/use-word-map.ts'
import { EmptyState, Section } from '../ui/band.tsx'

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

function Disagreements() {
  const t = useT('closing').lists
  const disagreements = useWordMap('disagreements', 'disagreements')
  return (
    <Section title={t.disagreements.title}>
      <WordList
        label={t.disagreements.title}
        entries={disagreements.entries}
        mayWrite={disagreements.mayWrite}
        words={{ ...t.verbs, add: t.disagreements.add }}
        empty={<EmptyState>{t.disagreements.empty}</EmptyState>}
        show={({ subject, shared, debated, next }) => (
          <div>
            <p className="font-strong">{subject}</p>
            {[
              [t.disagreements.shared, shared],
              [t.disagreements.debated, debated],
              [t.disagreements.next, next],
            ].map(([label, text]) =>
              text ? (
                <p key={label}>
                  <span className="text-second text-ink2">{label}</span> {text}
                </p>
              ) : null,
            )}
          </div>
        )}
        form={(entry, leave) => (
          <WordForm
            fields={[
              { name: 'subject', label: t.disagreements.subject, maxLength: 200 },
              { name: 'shared', label: t.disagreements.shared, long: true, maxLength: 1000 },
              { name: 'debated', label: t.disagreements.debated, long: true, maxLength: 1000 },
              { name: 'next', label: t.disagreements.next, long: true, maxLength: 1000 },
            ]}
            start={{ subject: entry?.subject ?? '', shared: entry?.shared ?? '', debated: entry?.debated ?? '', next: entry?.next ?? '' }}
            keep={t.keep}
            leave={t.leave}
            onLeave={leave}
            onKeep={(values) => {
              if (values.subject === '') return false
              const fields = { ...values, ...(entry?.itemId === undefined ? {} : { itemId: entry.itemId }) }
              if (entry) disagreements.change(entry.id, fields)
              else disagreements.add(fields)
              return true
            }}
          />
        )}
        onRemove={({ id }) => disagreements.remove(id)}
        onRestore={disagreements.restore}
        onMove={({ id }, by) => disagreements.move(id, by)}
      />
    </Section>
  )
}
