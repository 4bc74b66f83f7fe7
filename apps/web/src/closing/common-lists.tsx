import type { Learning } from '@clairiere/ritual'
import { WordForm } from '../editor/word-form.tsx'
import { WordList } from '../editor/word-list.tsx'
import { useT } from '../i18n/words.tsx'
import { useBoard } from '../room/use-board.ts'
import { useLabels } from '../room/use-labels.ts'
import { useNames } from '../room/use-names.ts'
import { useWordMap } from '../room/use-word-map.ts'
import { EmptyState, Section } from '../ui/band.tsx'

/** What the evening leaves in common: learnings, disagreements that stay open, resources. Written by everyone, printed in this order. */
export function CommonLists() {
  return (
    <>
      <Learnings />
      <Disagreements />
      <Resources />
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

const NOBODY = ''
const isLink = (url: string): boolean => /^https?:\/\//.test(url)

function Resources() {
  const t = useT('closing').lists
  const names = useNames()
  const organisations = useBoard((board) => board.organisations)
  const resources = useWordMap('resources', 'resources')
  const stewards = Object.keys(organisations).map((id) => ({ value: id, label: names.org(id) }))
  return (
    <Section title={t.resources.title}>
      <WordList
        label={t.resources.title}
        entries={resources.entries}
        mayWrite={resources.mayWrite}
        words={{ ...t.verbs, add: t.resources.add }}
        empty={<EmptyState>{t.resources.empty}</EmptyState>}
        show={({ title, type, url, licence, steward, reciprocity }) => (
          <div>
            <p className="font-strong">
              {url ? (
                <a href={url} target="_blank" rel="noopener noreferrer nofollow" className="link text-moss">
                  {title}
                </a>
              ) : (
                title
              )}
            </p>
            <p className="text-second text-ink2">
              {[type, licence, steward && t.resources.by(names.org(steward)), reciprocity].filter(Boolean).join(' · ')}
            </p>
          </div>
        )}
        form={(entry, leave) => (
          <WordForm
            fields={[
              { name: 'title', label: t.resources.name, maxLength: 200 },
              { name: 'type', label: t.resources.type, hint: t.resources.typeHint, maxLength: 80 },
              { name: 'url', label: t.resources.url, hint: t.resources.urlHint, maxLength: 500 },
              { name: 'licence', label: t.resources.licence, maxLength: 80 },
              { name: 'steward', label: t.resources.steward, options: [{ value: NOBODY, label: t.resources.noSteward }, ...stewards] },
              { name: 'reciprocity', label: t.resources.reciprocity, maxLength: 300 },
            ]}
            start={{
              title: entry?.title ?? '',
              type: entry?.type ?? '',
              url: entry?.url ?? '',
              licence: entry?.licence ?? '',
              steward: entry?.steward ?? NOBODY,
              reciprocity: entry?.reciprocity ?? '',
            }}
            keep={t.keep}
            leave={t.leave}
            onLeave={leave}
            onKeep={({ title, type, url, licence, steward, reciprocity }) => {
              if (title === '') return false
              const fields = {
                title,
                type,
                ...(isLink(url) ? { url } : {}),
                ...(licence === '' ? {} : { licence }),
                ...(steward === NOBODY ? {} : { steward }),
                ...(reciprocity === '' ? {} : { reciprocity }),
              }
              if (entry) resources.change(entry.id, fields)
              else resources.add(fields)
              return true
            }}
          />
        )}
        onRemove={({ id }) => resources.remove(id)}
        onRestore={resources.restore}
        onMove={({ id }, by) => resources.move(id, by)}
      />
    </Section>
  )
}
