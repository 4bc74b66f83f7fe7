import { changeEntity, noteOrder, putEntity } from '../board-changes.ts'
import type { Id, PersonId } from '../ids.ts'
import type { Attributed } from '../people/entities.ts'
import type { AttributableKind } from './find-entry.ts'
import { attributeEntry, withdrawEntry, type WithdrawnKind } from './entries.ts'
import type { Note } from './entities.ts'
import type { Appliers } from '../stamp.ts'

/** What happens to notes with a name, and to any entry that its author takes back or signs differently. */
export type NoteFact =
  | { type: 'note-added'; note: Omit<Note, 'at' | 'editedAt' | 'hidden'> }
  | { type: 'note-edited'; noteId: Id; text: string }
  | { type: 'note-hidden'; noteId: Id }
  | { type: 'entry-attributed'; kind: AttributableKind; id: Id; attributed: Attributed }
  | { type: 'entry-withdrawn'; kind: WithdrawnKind; id: Id }
  | { type: 'idea-supported'; itemId: Id; ideaId: Id; personId: PersonId; support: boolean }

export const noteAppliers: Appliers<NoteFact> = {
  'note-added': (board, { note }, stamp) =>
    noteOrder(putEntity(board, 'notes', note.id, { ...note, at: stamp.at, hidden: false }), note.id),
  'note-edited': (board, fact, stamp) =>
    changeEntity(board, 'notes', fact.noteId, (note) => ({ ...note, text: fact.text, editedAt: stamp.at })),
  'note-hidden': (board, fact) => changeEntity(board, 'notes', fact.noteId, (note) => ({ ...note, hidden: true })),
  'entry-attributed': (board, fact) => attributeEntry(board, fact.kind, fact.id, fact.attributed),
  'entry-withdrawn': (board, fact) => withdrawEntry(board, fact.kind, fact.id),
  'idea-supported': (board, fact) =>
    changeEntity(board, 'items', fact.itemId, (item) => {
      const others = (item.support[fact.ideaId] ?? []).filter((personId) => personId !== fact.personId)
      return { ...item, support: { ...item.support, [fact.ideaId]: fact.support ? [...others, fact.personId] : others } }
    }),
}
