import type { ActOf } from '../acts.ts'
import { withdrawClosing, withdrawImprovement, withdrawWaiting } from '../closing/withdraw.ts'
import { withdrawWeather } from '../weather/withdraw.ts'
import { appearsAs, dropAuthorship, keepAuthorship, ownerFor, voiceOf } from '../authorship.ts'
import { refuse, type Outcome } from '../refusal.ts'
import type { Judge, Verdict } from '../scene.ts'
import { personFor, personOf, unsigned } from '../acting.ts'
import { facts } from '../verdict.ts'
import type { noteActs } from './acts.ts'
import { addNote, isScribe } from './add-note.ts'
import { findEntry, isAttributable, withTwin } from './find-entry.ts'

/** Ideas of one item that may carry support marks: far more than a group writes, and an end to what a script could add. */
const SUPPORTED_IDEAS = 500

const editNote: Judge<ActOf<'edit-note'>> = (scene, actor, act) => {
  const writer = personOf(scene, actor)
  if (!writer.ok) return writer
  const note = scene.board.notes[act.noteId]
  if (!note) return refuse('no-such-thing')
  const own = ownerFor(scene, writer.value.id, 'note', note.id, note) !== undefined
  if (!own && !isScribe(scene, writer.value.id)) return refuse('not-your-entry')
  const edited = { type: 'note-edited' as const, noteId: note.id, text: act.text }
  return note.personId === writer.value.id ? facts(edited) : unsigned([edited])
}

const hideNote: Judge<ActOf<'hide-note'>> = (scene, _actor, act) => {
  const note = scene.board.notes[act.noteId]
  if (!note) return refuse('no-such-thing')
  return note.hidden ? refuse('already-there') : facts({ type: 'note-hidden', noteId: note.id })
}

const reAttribute: Judge<ActOf<'re-attribute'>> = (scene, actor, act) => {
  const writer = personOf(scene, actor)
  if (!writer.ok) return writer
  const { kind, id, attribution } = act
  if (!isAttributable(kind)) return refuse('not-permitted')
  const entry = findEntry(scene.board, kind, id)
  if (!entry) return refuse('no-such-thing')
  const owner = ownerFor(scene, writer.value.id, kind, id, entry)
  if (owner === undefined) return refuse('not-your-entry')
  const voice = voiceOf(scene, kind, id, owner, entry)
  const said = withTwin(scene.board, kind, id)
  return unsigned(
    said.map((one) => ({ type: 'entry-attributed', ...one, attributed: appearsAs(attribution, owner, voice) })),
    said.map((one) =>
      attribution === 'name-and-voice'
        ? dropAuthorship(one.kind, one.id, owner)
        : keepAuthorship(one.kind, one.id, owner, voice, scene.now, writer.value.id),
    ),
  )
}

/** What the author takes back; weather and closing know their own ways, and are named by the person or, left out, the actor's own. */
const withdrawEntry: Judge<ActOf<'withdraw-entry'>> = (scene, actor, act) => {
  const writer = personOf(scene, actor)
  if (!writer.ok) return writer
  const { kind, id } = act
  if (kind === 'weather' || kind === 'closing') {
    const whose = personFor(scene, actor, id)
    if (!whose.ok) return whose.refused === 'not-yours' ? refuse('not-your-entry') : whose
    return withoutName(kind === 'weather' ? withdrawWeather(scene, whose.value.id) : withdrawClosing(scene, whose.value.id))
  }
  if (kind === 'closing-improvement' && (id === undefined || scene.board.people[id])) {
    const whose = personFor(scene, actor, id)
    if (!whose.ok) return whose.refused === 'not-yours' ? refuse('not-your-entry') : whose
    return withoutName(withdrawWaiting(scene, whose.value.id))
  }
  const entry = id === undefined ? undefined : findEntry(scene.board, kind, id)
  if (id === undefined || !entry) return refuse('no-such-thing')
  const owner = ownerFor(scene, writer.value.id, kind, id, entry)
  if (owner === undefined) return refuse('not-your-entry')
  if (kind === 'closing-improvement') return withoutName(withdrawImprovement(scene, owner, id))
  const said = withTwin(scene.board, kind, id)
  return unsigned(
    said.map((one) => ({ type: 'entry-withdrawn', ...one })),
    said.map((one) => dropAuthorship(one.kind, one.id, owner)),
  )
}

const withoutName = (answer: Outcome<Verdict>): Outcome<Verdict> =>
  answer.ok ? unsigned(answer.value.facts, answer.value.confidences) : answer

const supportIdea: Judge<ActOf<'support-idea'>> = (scene, actor, act) => {
  const person = personOf(scene, actor)
  if (!person.ok) return person
  const item = scene.board.items[act.itemId]
  if (!item) return refuse('no-such-thing')
  const known = act.ideaId in item.support
  if (!known && !act.support) return refuse('no-such-thing')
  if (scene.knowsAll && (scene.words[`ideas:${item.id}`] ?? 0) === 0) return refuse('no-such-thing')
  if (!known && Object.keys(item.support).length >= SUPPORTED_IDEAS) return refuse('too-many')
  return facts({ type: 'idea-supported', itemId: item.id, ideaId: act.ideaId, personId: person.value.id, support: act.support })
}

/** Rules of notes with a name and of anyone's own entries [§2.5-19, F2]. */
export const noteJudges: { [T in keyof typeof noteActs]: Judge<ActOf<T>> } = {
  'add-note': addNote,
  'edit-note': editNote,
  'hide-note': hideNote,
  're-attribute': reAttribute,
  'withdraw-entry': withdrawEntry,
  'support-idea': supportIdea,
}
