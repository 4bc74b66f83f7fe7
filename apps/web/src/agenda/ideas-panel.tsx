import { ideasRoot, type Item } from '@clairiere/ritual'
import { useState } from 'react'
import { WordList } from '../editor/word-list.tsx'
import { useT } from '../i18n/words.tsx'
import { useAct } from '../room/use-act.ts'
import { useRoom } from '../room/room.tsx'
import { useMine } from '../room/use-roles.ts'
import { useWordMap } from '../room/use-word-map.ts'
import { EmptyState, Section } from '../ui/band.tsx'
import { Button } from '../ui/button.tsx'
import { Chip } from '../ui/check.tsx'
import { Field, LongField } from '../ui/field.tsx'
import { focusFirst } from '../ui/in-place.ts'
import { useDraft } from '../ui/use-draft.ts'
import type { PanelProps } from './opened.ts'

/** Ideas written at the same time by everyone, in common words; a support mark says « worth digging ». */
export function IdeasPanel({ item, opened, onOpen }: { item: Item } & PanelProps) {
  const t = useT('agenda')
  const { me } = useMine()
  const act = useAct()
  const ideas = useWordMap(ideasRoot(item.id), 'ideas')
  const supportOf = (id: string) => item.support[id] ?? []
  const title = item.format === 'workshop' ? t.ideas.workshopTitle : t.ideas.title
  const mayWrite = ideas.mayWrite && item.status !== 'done'
  return (
    <Section title={title}>
      {opened === 'idea' && mayWrite && (
        <div ref={focusFirst} className="animate-appear border-b border-line py-3">
          <IdeaForm
            draft={`${item.id}.new`}
            onKeep={(text, group) => ideas.add({ text, ...(group === '' ? {} : { group }) })}
            onLeave={() => onOpen(null)}
            again
          />
        </div>
      )}
      <WordList
        label={title}
        entries={grouped(ideas.entries)}
        mayWrite={mayWrite}
        adds={opened !== 'idea'}
        words={{ ...t.words, add: t.ideas.add }}
        empty={opened === 'idea' ? null : <EmptyState>{t.ideas.empty}</EmptyState>}
        show={({ text, group }) => (
          <p className="whitespace-pre-wrap">
            {group && <span className="block text-second font-strong text-ink2">{group}</span>}
            {text}
          </p>
        )}
        beside={({ id }) =>
          item.status === 'done' ? (
            supportOf(id).length > 0 && <span className="text-second text-ink2">{t.ideas.support(supportOf(id).length)}</span>
          ) : (
            <Chip
              label={t.ideas.support(supportOf(id).length)}
              checked={supportOf(id).includes(me)}
              onChange={(support) => void act({ type: 'support-idea', itemId: item.id, ideaId: id, support })}
            />
          )
        }
        form={(idea, leave) => (
          <IdeaForm
            draft={`${item.id}.${idea?.id ?? 'new'}`}
            start={idea ?? undefined}
            onKeep={(text, group) => {
              const fields = { text, ...(group === '' ? {} : { group }) }
              if (idea) ideas.change(idea.id, fields)
              else ideas.add(fields)
            }}
            onLeave={leave}
            again={idea === null}
          />
        )}
        onRemove={({ id }) => ideas.remove(id)}
        onRestore={ideas.restore}
        onMove={({ id }, by) => ideas.move(id, by)}
      />
    </Section>
  )
}

/** Families together, in the order of their first idea; those without one last. The list's own order stays within each. */
const grouped = <E extends { group?: string | undefined }>(entries: readonly E[]): readonly E[] => {
  const families = [...new Set(entries.map(({ group }) => group ?? ''))].toSorted((a, b) => Number(a === '') - Number(b === ''))
  return families.flatMap((family) => entries.filter(({ group }) => (group ?? '') === family))
}

type IdeaFormProps = {
  draft: string
  start?: { text: string; group?: string | undefined } | undefined
  onKeep: (text: string, group: string) => void
  onLeave: () => void
  /** Stays open after one idea, for the next. */
  again: boolean
}

function IdeaForm({ draft, start, onKeep, onLeave, again }: IdeaFormProps) {
  const t = useT('agenda')
  const { identity } = useRoom()
  const [text, setText] = useDraft(`${identity.meetingId}.idea.${draft}`, start?.text ?? '')
  const [group, setGroup] = useState(start?.group ?? '')
  const keep = () => {
    if (text.trim() === '') return
    onKeep(text.trim(), group.trim())
    setText('')
    if (!again) onLeave()
  }
  return (
    <div className="flex flex-col gap-3">
      <LongField label={t.ideas.label} value={text} onChange={setText} maxLength={1000} />
      {!again && <Field label={t.ideas.group} hint={t.ideas.groupHint} value={group} onChange={setGroup} maxLength={80} />}
      <div className="flex flex-wrap items-center gap-x-5">
        <Button onClick={keep}>{again ? t.ideas.saved : t.words.keep}</Button>
        <Button
          kind="quiet"
          onClick={() => {
            setText('')
            onLeave()
          }}
        >
          {t.words.leave}
        </Button>
      </div>
    </div>
  )
}
