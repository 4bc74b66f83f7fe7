import type { Id } from '@clairiere/ritual'
import { useT } from '../i18n/words.tsx'
import { useBoard } from '../room/use-board.ts'
import { useNames } from '../room/use-names.ts'
import { useWordMap } from '../room/use-word-map.ts'
import { EmptyState, Section } from '../ui/band.tsx'
import { WordForm } from './word-form.tsx'
import { WordList } from './word-list.tsx'

const NOBODY = ''
const isLink = (url: string): boolean => /^https?:\/\//.test(url)

/** The common resources cited in the meeting, or on one item [H1, H2]: licence, steward, what is expected in return. Written by everyone. */
export function ResourceList({ itemId, title }: { itemId?: Id; title?: string }) {
  const t = useT('closing').lists
  const names = useNames()
  const organisations = useBoard((board) => board.organisations)
  const resources = useWordMap('resources', 'resources')
  const shown = itemId === undefined ? resources.entries : resources.entries.filter((entry) => entry.itemId === itemId)
  if (itemId !== undefined && shown.length === 0 && !resources.mayWrite) return null
  const stewards = Object.keys(organisations).map((id) => ({ value: id, label: names.org(id) }))
  return (
    <Section title={title ?? t.resources.title}>
      <WordList
        label={t.resources.title}
        entries={shown}
        mayWrite={resources.mayWrite}
        words={{ ...t.verbs, add: t.resources.add }}
        empty={itemId === undefined ? <EmptyState>{t.resources.empty}</EmptyState> : null}
        show={({ title: name, type, url, licence, steward, reciprocity }) => (
          <div>
            <p className="font-strong">
              {url ? (
                <a href={url} target="_blank" rel="noopener noreferrer nofollow" className="link text-moss">
                  {name}
                </a>
              ) : (
                name
              )}
            </p>
            <p className="text-second text-ink2">
              {[type, licence, steward && t.resources.by(names.org(steward)), reciprocity].filter(Boolean).join(' · ')}
            </p>
          </div>
        )}
        form={(entry, leave) => (
          <WordForm
            draft={`resource.${entry?.id ?? itemId ?? 'new'}`}
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
            onKeep={({ title: name, type, url, licence, steward, reciprocity }) => {
              if (name === '') return false
              const about = entry?.itemId ?? itemId
              const fields = {
                title: name,
                type,
                ...(isLink(url) ? { url } : {}),
                ...(licence === '' ? {} : { licence }),
                ...(steward === NOBODY ? {} : { steward }),
                ...(reciprocity === '' ? {} : { reciprocity }),
                ...(about === undefined ? {} : { itemId: about }),
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
