import type { ActOf } from '../acts.ts'
import { appearsAs, authorshipFor, entryId, hasVoice } from '../authorship.ts'
import type { PersonId } from '../ids.ts'
import { refuse } from '../refusal.ts'
import type { Judge, Scene } from '../scene.ts'
import { mayWriteFor, personOf, unsigned } from '../acting.ts'
import { factsAnd } from '../verdict.ts'
import type { Note, NoteHeading } from './entities.ts'

const typeUnder: Record<NoteHeading, Note['type']> = { questions: 'question', synthesis: 'note', important: 'important' }

/** Whether a person writes the minutes: the scribe or their pair. */
export const isScribe = (scene: Scene, personId: PersonId): boolean => {
  const seat = scene.board.roles['scribe']
  return !!seat && (seat.holders.includes(personId) || seat.pairs.includes(personId))
}

/** A note with a name: one's own, unsigned (`author: null`), or what another person said, by the scribe or by whoever entered that person [F2]. */
export const addNote: Judge<ActOf<'add-note'>> = (scene, actor, act) => {
  const writer = personOf(scene, actor)
  if (!writer.ok) return writer
  const item = scene.board.items[act.itemId]
  if (!item || item.status === 'withdrawn') return refuse('no-such-thing')
  const author = scene.board.people[act.author ?? writer.value.id]
  if (!author) return refuse('unknown-person')
  if (!mayWriteFor(scene, writer.value.id, author) && !isScribe(scene, writer.value.id)) return refuse('not-your-entry')

  const attribution = act.author === null ? 'unnamed' : (act.attribution ?? 'name-and-voice')
  const voice = act.voice === undefined ? (author.voices[0]?.org ?? null) : act.voice
  if (!hasVoice(author, voice)) return refuse('not-yours')
  const id = entryId(actor, attribution)
  const { itemId, heading, text, channel } = act
  const note = {
    id,
    itemId,
    ...(heading ? { heading } : {}),
    text,
    channel,
    type: act.noteType ?? (heading ? typeUnder[heading] : 'note'),
    ...appearsAs(attribution, author.id, voice),
  }
  const fact = { type: 'note-added' as const, note }
  if (attribution === 'name-and-voice') return factsAnd([fact], [], { noteId: id })
  return unsigned([fact], authorshipFor('note', id, attribution, author.id, voice, scene.now, writer.value.id), { noteId: id })
}
