import type { ActInput, Item, Note } from '@clairiere/ritual'
import { PenLine } from 'lucide-react'
import { memo, useMemo, useState } from 'react'
import { useT } from '../i18n/words.tsx'
import { useGlossary } from '../room/explain.tsx'
import { useAct, useAllowed } from '../room/use-act.ts'
import { useBoard } from '../room/use-board.ts'
import { useLabels } from '../room/use-labels.ts'
import { useNames } from '../room/use-names.ts'
import { useMine } from '../room/use-roles.ts'
import { Explained } from '../ui/acronym.tsx'
import { Line, Lines } from '../ui/band.tsx'
import { Button } from '../ui/button.tsx'
import { Menu, type MenuEntry } from '../ui/menu.tsx'
import { useSubmit } from '../room/use-submit.ts'
import { ErrorLine } from '../ui/error-line.tsx'
import { LongField } from '../ui/field.tsx'
import { focusFirst, useReturnFocus } from '../ui/in-place.ts'
import { AddNote } from './add-note.tsx'
import { useReader } from './use-reader.ts'

/** Of more notes than that the earlier ones are opened by whoever wants them [§4.8]. */
const LAST_NOTES = 30

/** Notes that carry a name, or none by choice: a line of the chat, a sentence taken down. Those out of frame are shown to their author and the scribe alone. */
export function NamedNotes({ item }: { item: Item }) {
  const t = useT('agenda').notes
  const ofMeeting = useBoard((board) => board.notes)
  const mine = useMine()
  const reader = useReader()
  const [adding, setAdding] = useState(false)
  const [all, setAll] = useState(false)
  const back = useReturnFocus()
  const may = useAllowed({ type: 'add-note', itemId: item.id, text: '…' }).allowed
  const isOwn = (note: Note) => note.personId === mine.me || reader.own.has(`note:${note.id}`)
  const notes = useMemo(
    () =>
      Object.values(ofMeeting)
        .filter(({ itemId }) => itemId === item.id)
        .toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.id < b.id ? -1 : 1)),
    [ofMeeting, item.id],
  )
  const shown = notes.filter((note) => !note.hidden || isOwn(note) || mine.roles.has('scribe'))
  const earlier = all ? 0 : Math.max(0, shown.length - LAST_NOTES)
  return (
    <div className="-mt-3 flex min-w-0 flex-col">
      {earlier > 0 && (
        <Button kind="link" onClick={() => setAll(true)} className="self-start">
          {t.earlier(earlier)}
        </Button>
      )}
      {shown.length > 0 && (
        <Lines label={t.named}>
          {shown.slice(earlier).map((note) => (
            <NoteLine key={note.id} note={note} own={isOwn(note)} />
          ))}
        </Lines>
      )}
      {adding ? (
        <AddNote
          item={item}
          onDone={() => {
            back.leave('add')
            setAdding(false)
          }}
        />
      ) : (
        may && (
          <div>
            <Button ref={back.triggerOf('add')} kind="link" icon={PenLine} onClick={() => setAdding(true)}>
              {t.add}
            </Button>
          </div>
        )
      )}
    </div>
  )
}

const NoteLine = memo(function NoteLine({ note, own }: { note: Note; own: boolean }) {
  const all = useT('agenda')
  const t = all.notes
  const labels = useLabels().agenda
  const names = useNames()
  const act = useAct()
  const glossary = useGlossary()
  const [editing, setEditing] = useState(false)
  const mayEdit = useAllowed({ type: 'edit-note', noteId: note.id, text: '…' }).allowed && (own || note.personId !== undefined)
  const withdrawing: ActInput = { type: 'withdraw-entry', kind: 'note', id: note.id }
  const hiding: ActInput = { type: 'hide-note', noteId: note.id }
  const mayWithdraw = useAllowed(withdrawing).allowed && own
  const mayHide = useAllowed(hiding).allowed
  const who =
    note.personId === undefined ? (typeof note.voice === 'string' ? names.org(note.voice) : t.unsigned) : names.first(note.personId)
  const second = [
    ...(note.heading ? [labels.headings[note.heading]] : note.type === 'note' ? [] : [labels.noteTypes[note.type]]),
    ...(note.hidden ? [t.hidden] : []),
  ]
  const entries: MenuEntry[] = [
    ...(mayEdit ? [{ id: 'edit', label: all.edit, act: 'edit-note', onAct: () => setEditing(true) }] : []),
    ...(mayHide ? [{ id: 'hide', label: t.hide, act: JSON.stringify(hiding), onAct: () => void act(hiding) }] : []),
    ...(mayWithdraw ? [{ id: 'withdraw', label: t.withdraw, act: JSON.stringify(withdrawing), onAct: () => void act(withdrawing) }] : []),
  ]
  return (
    <Line
      about={note.id}
      title={note.channel === 'oral' ? who : t.via(who, labels.channels[note.channel])}
      {...(second.length > 0 ? { second: second.join(' · ') } : {})}
    >
      {editing ? (
        <EditNote note={note} onDone={() => setEditing(false)} />
      ) : (
        <>
          <p className="whitespace-pre-wrap">
            <Explained text={note.text} glossary={glossary} />
          </p>
          {entries.length > 0 && <Menu label={t.more} kind="quiet" entries={entries} />}
        </>
      )}
    </Line>
  )
})

function EditNote({ note, onDone }: { note: Note; onDone: () => void }) {
  const t = useT('agenda')
  const [text, setText] = useState(note.text)
  const form = useSubmit()
  const save = async () => {
    if (text.trim() === '') return form.say(t.items.unwritten.note)
    if (await form.submit({ type: 'edit-note', noteId: note.id, text: text.trim() })) onDone()
  }
  return (
    <div ref={focusFirst} className="flex flex-col gap-2">
      <LongField label={t.notes.text} labelHidden value={text} onChange={setText} maxLength={2000} />
      {form.fault && <ErrorLine>{form.fault}</ErrorLine>}
      <div className="flex flex-wrap items-center gap-x-5">
        <Button disabled={form.busy} onClick={() => void save()}>
          {t.save}
        </Button>
        <Button kind="quiet" onClick={onDone}>
          {t.words.leave}
        </Button>
      </div>
    </div>
  )
}
