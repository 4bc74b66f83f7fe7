import type { ActOf } from '../acts.ts'
import type { ConfidenceChange } from '../confidences/entities.ts'
import { refuse } from '../refusal.ts'
import type { Judge } from '../scene.ts'
import { personOf, unsigned } from '../acting.ts'
import { openSignalKinds } from './entities.ts'
import type { Fact } from '../facts.ts'
import { holdersOf, moodWatchOnline } from '../permissions/hats.ts'
import { concernedHolders } from '../permissions/role-concerned.ts'

/**
 * Raises a signal [§2.4.5]. Level 1, and one about a role, are the mood-watch's; levels 2 and 3 anyone's for `pace`, `confusion`, `joy`,
 * and for every kind when nobody watches. Author, phrase and role stay confidences.
 */
export const raiseSignal: Judge<ActOf<'raise-signal'>> = (scene, actor, act) => {
  const person = personOf(scene, actor)
  if (!person.ok) return person
  const { board, secrets, now } = scene
  const personId = person.value.id
  const watches = holdersOf(board, 'moodWatcher').includes(personId)
  const watched = moodWatchOnline(board, scene.online)
  if (!watches && watched && act.aboutRole !== undefined) return refuse('not-your-role')
  if (act.itemId !== undefined && !board.items[act.itemId]) return refuse('no-such-thing')
  const itemId = act.itemId ?? board.now.itemId ?? undefined
  const about = itemId === undefined ? {} : { itemId }

  if (act.level === 1) {
    if (!watches) return refuse('level-reserved')
    if (act.signalId !== undefined) return refuse('level-too-low')
    const payload = { kind: act.kind, ...about, status: 'noticed' as const }
    return unsigned([], [{ put: { kind: 'ripple', subject: actor.actId, personId, at: now, payload } }], { signalId: actor.actId })
  }

  if (!watches && watched && !openSignalKinds.includes(act.kind)) return refuse('mood-watcher-present')
  const confidences: ConfidenceChange[] = []
  if (act.signalId !== undefined) {
    const ripple = secrets.all('ripple', act.signalId)[0]
    if (scene.knowsAll && (!ripple || !watches)) return refuse('no-such-thing')
    if (ripple && ripple.payload.status !== 'noticed') return refuse('moved-on')
    if (ripple) confidences.push({ put: { ...ripple, payload: { ...ripple.payload, status: 'raised' } } })
  }
  for (const whisperId of act.whisperIds) {
    const whisper = secrets.all('whisper', whisperId)[0]
    if (whisper && (!scene.knowsAll || whisper.payload.readers.includes(personId)))
      confidences.push({ put: { ...whisper, payload: { ...whisper.payload, status: 'became-signal' } } })
    else if (scene.knowsAll) return refuse('no-such-thing')
  }
  const payload = {
    ...(act.phrase === undefined ? {} : { phrase: act.phrase }),
    ...(act.aboutRole === undefined ? {} : { aboutRole: act.aboutRole, heldBy: concernedHolders(board, act.aboutRole) }),
  }
  confidences.push({ put: { kind: 'signal', subject: actor.actId, personId, at: now, payload } })
  const raised = { type: 'signal-raised' as const, signalId: actor.actId, kind: act.kind, level: act.level, ...about }
  // A level-3 signal stops the room and the countdown of the open item; the held time runs on [§2.4.3, AC-15].
  const stopped: readonly Fact[] =
    act.level === 3
      ? [
          ...(itemId !== undefined && board.items[itemId]?.status === 'open'
            ? [{ type: 'item-paused' as const, itemId, signalId: actor.actId }]
            : []),
          { type: 'paused', signalId: actor.actId },
        ]
      : []
  return unsigned([raised, ...stopped], confidences, { signalId: actor.actId })
}
