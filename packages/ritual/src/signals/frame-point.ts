import type { ActOf } from '../acts.ts'
import { confides, personOf, unsigned } from '../acting.ts'
import type { ConfidenceChange } from '../confidences/entities.ts'
import type { Fact } from '../facts.ts'
import { refuse } from '../refusal.ts'
import { concernedHolders } from '../permissions/role-concerned.ts'
import type { Judge } from '../scene.ts'

const SUBJECT = 'frame-call'

/**
 * « Point de cadre » [§4.11]: one person asks, unnamed; a second one stops the room. It is an alert about the facilitation and the mood-watch together, so that neither
 * welcomes nor settles it. Asked alone it is taken back by who asked; it ends with the meeting.
 */
export const callFramePoint: Judge<ActOf<'call-frame-point'>> = (scene, actor, { withdraw }) => {
  const person = personOf(scene, actor)
  if (!person.ok) return person
  const { board, secrets, now } = scene
  const personId = person.value.id
  const called = board.now.frameCalledAt !== undefined
  const mine = secrets.one('frame-call', SUBJECT, personId) !== undefined
  if (withdraw) {
    if (!mine) return refuse('not-your-entry')
    return unsigned([{ type: 'frame-uncalled' }], [{ drop: { kind: 'frame-call', subject: SUBJECT, personId } }])
  }
  if (board.now.pause?.signalId !== undefined) return refuse('already-there')
  if (called && mine) return confides()
  if (!called)
    return unsigned([{ type: 'frame-called' }], [{ put: { kind: 'frame-call', subject: SUBJECT, personId, at: now, payload: {} } }])
  const signalId = actor.randomId()
  const itemId = board.now.itemId ?? undefined
  const raised: readonly Fact[] = [
    { type: 'frame-uncalled' },
    { type: 'signal-raised', signalId, kind: 'frame', level: 3, ...(itemId !== undefined && { itemId }) },
    ...(itemId !== undefined && board.items[itemId]?.status === 'open' ? [{ type: 'item-paused' as const, itemId, signalId }] : []),
    { type: 'paused', signalId },
  ]
  const callers = secrets.all('frame-call', SUBJECT).map(({ personId: caller }): ConfidenceChange => ({
    drop: { kind: 'frame-call', subject: SUBJECT, ...(caller !== undefined && { personId: caller }) },
  }))
  const payload = { aboutRole: 'frame-point' as const, heldBy: concernedHolders(board, 'frame-point') }
  return unsigned(raised, [...callers, { put: { kind: 'signal', subject: signalId, at: now, payload } }], { signalId })
}
