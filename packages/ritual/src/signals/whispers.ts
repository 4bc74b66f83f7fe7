import type { ActOf } from '../acts.ts'
import type { PublicBoard } from '../board.ts'
import { memoryOnlyKinds, type Confidence, type ConfidenceChange, type Secrets } from '../confidences/entities.ts'
import { refuse, type Outcome } from '../refusal.ts'
import type { Actor, Judge, Scene } from '../scene.ts'
import { confides, personOf, unsigned } from '../acting.ts'
import { circleSize, SMALL_CIRCLE_MAX } from '../permissions/circle-size.ts'
import { holdersOf } from '../permissions/hats.ts'

/** Under this number an unsigned whisper can be guessed; the screen says so and proposes a signed one [§2.7]. */
export const GUESSABLE_UNDER = 6

const moodWatch = (board: PublicBoard) => holdersOf(board, 'moodWatcher')

/** Whether whispers are open now, or why not: with three people there is nobody to whisper to [§4.7], and without a mood-watch nobody reads [§4.2]. */
export const whispersOpen = (board: PublicBoard): Outcome<true> => {
  if (circleSize(board) <= SMALL_CIRCLE_MAX) return refuse('whispers-off')
  if (board.meeting.whispersClosed) return refuse('whispers-closed')
  const watched = moodWatch(board).some((personId) => board.people[personId]?.presence === 'present')
  return watched ? { ok: true, value: true } : refuse('no-mood-watcher')
}

/** A private word to the mood-watch of this moment, in memory alone. Unsigned, it keeps no person, no act and no answer [§2.5-16]. */
export const whisper: Judge<ActOf<'whisper'>> = (scene, actor, act) => {
  const person = personOf(scene, actor)
  if (!person.ok) return person
  const open = whispersOpen(scene.board)
  if (!open.ok) return open
  const payload = {
    text: act.text,
    ...(act.kindHint === undefined ? {} : { kindHint: act.kindHint }),
    ...(act.receipt === undefined ? {} : { receipt: act.receipt }),
    status: 'sent' as const,
    readers: moodWatch(scene.board),
  }
  const subject = actor.randomId()
  return confides({ put: { kind: 'whisper', subject, ...(act.signed ? { personId: person.value.id } : {}), at: scene.now, payload } })
}

type Whisper = Extract<Confidence, { kind: 'whisper' }>
const whisperFor = (scene: Scene, actor: Actor, whisperId: string): Outcome<Whisper> => {
  const reader = personOf(scene, actor)
  if (!reader.ok) return reader
  const found = scene.secrets.all('whisper', whisperId)[0]
  // A device holds the whispers it was shown, without the list of their readers.
  const mine = found && (!scene.knowsAll || found.payload.readers.includes(reader.value.id))
  return mine ? { ok: true, value: found } : refuse('no-such-thing')
}

/** The mood-watch has read it, or keeps it to themselves. What has become more than read stays so. */
export const readWhisper: Judge<ActOf<'read-whisper'>> = (scene, actor, act) => {
  const found = whisperFor(scene, actor, act.whisperId)
  if (!found.ok) return found
  const { payload } = found.value
  const status = act.keep ? 'kept' : payload.status === 'sent' ? 'read' : payload.status
  return confides({ put: { ...found.value, payload: { ...payload, status } } })
}

/** Only a signed whisper can be answered: of the others nobody knows whom to answer. */
export const answerWhisper: Judge<ActOf<'answer-whisper'>> = (scene, actor, act) => {
  const found = whisperFor(scene, actor, act.whisperId)
  if (!found.ok) return found
  if (found.value.personId === undefined) return refuse('not-permitted')
  return confides({ put: { ...found.value, payload: { ...found.value.payload, status: 'answered', answer: act.text } } })
}

/** « Whispers used to attack someone »: closed for everyone, never for one person, and the texts kept by nobody; opened again in the same way. */
export const setWhispers: Judge<ActOf<'set-whispers'>> = (scene, _actor, { open }) => {
  if (open === (scene.board.meeting.whispersClosed !== true)) return confides()
  if (open) return unsigned([{ type: 'whispers-opened' }])
  const drops = scene.secrets
    .all('whisper')
    .map(({ subject, personId }): ConfidenceChange => ({ drop: { kind: 'whisper', subject, ...(personId !== undefined && { personId }) } }))
  return unsigned([{ type: 'whispers-closed' }], drops)
}

/** Everything confided to the mood-watch goes when the meeting leaves `live`: whispers and level-1 signals [§2.5-16]. */
export const whisperDrops = (secrets: Secrets): readonly ConfidenceChange[] =>
  memoryOnlyKinds.flatMap((kind) =>
    secrets.all(kind).map(({ subject, personId }) => ({ drop: { kind, subject, ...(personId === undefined ? {} : { personId }) } })),
  )
