import { type Item, type Note, noteChannels, noteTypes, type NoteHeading, noteHeadings, type OrgId, type PersonId } from '@clairiere/ritual'
import { useState } from 'react'
import { useT } from '../i18n/words.tsx'
import { useRoom } from '../room/room.tsx'
import { useBoard } from '../room/use-board.ts'
import { useLabels } from '../room/use-labels.ts'
import { useNames } from '../room/use-names.ts'
import { useMine } from '../room/use-roles.ts'
import { useSubmit } from '../room/use-submit.ts'
import { useUndo } from '../room/use-undo.ts'
import { VoiceField } from '../room/voice-fields.tsx'
import { Button } from '../ui/button.tsx'
import { ChoiceGroup } from '../ui/choice-group.tsx'
import { ChoiceSegment } from '../ui/choice-tile.tsx'
import { ErrorLine } from '../ui/error-line.tsx'
import { LongField, SelectField } from '../ui/field.tsx'
import { focusFirst } from '../ui/in-place.ts'
import { useDraft } from '../ui/use-draft.ts'

const ME = 'me'
const UNSIGNED = 'unsigned'
const NONE = ''

/** A note with a name: one's own or unsigned; the scribe may take down what another person said. Opens in its place, the notes stay in view. */
export function AddNote({ item, onDone }: { item: Item; onDone: () => void }) {
  const t = useT('agenda')
  const link = useRoom()
  const undo = useUndo()
  const labels = useLabels().agenda
  const names = useNames()
  const { identity } = link
  const mine = useMine()
  const scribe = mine.roles.has('scribe')
  const [text, setText] = useDraft(`${identity.meetingId}.note.${item.id}.${identity.personId}`)
  const [channel, setChannel] = useState<Note['channel']>(scribe ? 'oral' : 'written')
  const [author, setAuthor] = useState(ME)
  const [chosenVoice, setVoice] = useState<{ by: PersonId; voice: OrgId | null } | null>(null)
  const speaker = author === ME ? identity.personId : author
  const firstVoice = useBoard((board) => board.people[speaker]?.voices[0]?.org) ?? null
  const voice = chosenVoice?.by === speaker ? chosenVoice.voice : firstVoice
  const [heading, setHeading] = useState<NoteHeading | typeof NONE>(NONE)
  const [type, setType] = useState<Note['type']>('note')
  const form = useSubmit()
  const save = async () => {
    if (text.trim() === '') return form.say(t.items.unwritten.note)
    const by = author === UNSIGNED ? { author: null } : author === ME ? { voice } : { author, voice }
    // Under a heading a plain note is what the heading says.
    const under = { ...(heading === NONE ? {} : { heading }), ...(heading !== NONE && type === 'note' ? {} : { noteType: type }) }
    const noteId = link.newId()
    if (!(await form.submit({ type: 'add-note', itemId: item.id, text: text.trim(), channel, ...by, ...under }, noteId))) return
    // An unsigned note has an id of its own, which no act of ours names.
    if (author === ME) undo(t.items.undo.note, { type: 'withdraw-entry', kind: 'note', id: noteId })
    setText('')
    onDone()
  }
  const authors = [
    { value: ME, label: t.notes.me },
    { value: UNSIGNED, label: t.notes.unsigned },
    ...(scribe ? names.sorted.filter(({ id }) => id !== mine.me).map(({ id }) => ({ value: id, label: names.full(id) })) : []),
  ]
  return (
    <div ref={focusFirst} className="flex animate-appear flex-col gap-4 border-t border-line py-4">
      <LongField label={t.notes.text} value={text} onChange={setText} maxLength={2000} seenBy={t.notes.seenBy} />
      <ChoiceGroup<Note['channel']> label={t.notes.channel} layout="segments" value={channel} onChange={setChannel}>
        {noteChannels.map((each) => (
          <ChoiceSegment key={each} value={each} label={labels.channels[each]} />
        ))}
      </ChoiceGroup>
      <SelectField
        label={t.notes.type}
        value={type}
        onChange={(next) => setType(noteTypes.find((each) => each === next) ?? 'note')}
        options={noteTypes.map((each) => ({ value: each, label: labels.noteTypes[each] }))}
      />
      <SelectField label={t.notes.author} value={author} onChange={setAuthor} options={authors} />
      {author !== UNSIGNED && (
        <VoiceField label={t.voice} value={voice} onChange={(next) => setVoice({ by: speaker, voice: next })} personId={speaker} />
      )}
      {item.format === 'workshop' && (
        <SelectField
          label={t.notes.heading}
          value={heading}
          onChange={(next) => setHeading(next as NoteHeading | typeof NONE)}
          options={[
            { value: NONE, label: t.notes.noHeading },
            ...noteHeadings.map((each) => ({ value: each, label: labels.headings[each] })),
          ]}
        />
      )}
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
