import type { ActOf } from '../acts.ts'
import type { PersonId } from '../ids.ts'
import { actingFacilitators, holdersOf } from '../permissions/hats.ts'
import { refuse } from '../refusal.ts'
import type { Judge, Scene } from '../scene.ts'
import { facts, whoActs } from '../verdict.ts'
import type { correctionActs } from './acts.ts'
import type { Correction } from './entities.ts'
import { redactables } from './redaction.ts'

const ask: Judge<ActOf<'ask-correction'>> = ({ board }, actor, { type: _type, reason, quoted, ...asked }) => {
  if (quoted !== undefined && !board.people[quoted]) return refuse('unknown-person')
  return facts({
    type: 'correction-asked',
    correction: {
      ...asked,
      id: actor.actId,
      by: whoActs(actor),
      version: board.meeting.minutesVersion,
      reason: reason ?? '',
      ...(quoted !== undefined && { quoted }),
    },
  })
}

/** In review and for spelling the scribe is enough; a change of meaning in sealed minutes also needs the facilitation and the person quoted [§4.12]. */
const agrees = ({ board, online }: Scene, correction: Correction, accepted: readonly PersonId[]): boolean => {
  const has = (people: readonly PersonId[]): boolean => people.length === 0 || people.some((id) => accepted.includes(id))
  if (!has(holdersOf(board, 'scribe'))) return false
  if (board.meeting.status !== 'sealed' || correction.kind !== 'meaning') return true
  return has(actingFacilitators(board, online)) && has(correction.quoted === undefined ? [] : [correction.quoted])
}

const accept: Judge<ActOf<'accept-correction'>> = (scene, actor, { correctionId, disputed }) => {
  const correction = scene.board.corrections[correctionId]
  const personId = whoActs(actor)
  if (!correction) return refuse('no-such-thing')
  if (correction.status !== 'asked') return refuse('moved-on')
  if (disputed) return facts({ type: 'correction-disputed', correctionId })
  if (correction.acceptedBy.includes(personId)) return facts()
  return facts({
    type: 'correction-accepted',
    correctionId,
    personId,
    complete: agrees(scene, correction, [...correction.acceptedBy, personId]),
  })
}

const redact: Judge<ActOf<'redact'>> = ({ board }, actor, { kind, id }) =>
  redactables(board).some((each) => each.kind === kind && each.id === id)
    ? facts({ type: 'redacted', correctionId: actor.actId, by: whoActs(actor), kind, id })
    : refuse('no-such-thing')

export const correctionJudges = {
  'ask-correction': ask,
  'accept-correction': accept,
  redact,
} satisfies { [T in keyof typeof correctionActs]: Judge<ActOf<T>> }
