import type { ActOf } from '../acts.ts'
import type { PublicBoard } from '../board.ts'
import type { ConfidenceChange } from '../confidences/entities.ts'
import type { Fact } from '../facts.ts'
import type { PersonId } from '../ids.ts'
import { spokenFor } from '../people/judge.ts'
import { wasInMeeting } from '../permissions/circle-size.ts'
import { refuse } from '../refusal.ts'
import type { Judge } from '../scene.ts'
import { factsAnd } from '../verdict.ts'
import type { weatherActs } from './acts.ts'

/** Who comes after the weather round is over gives theirs silently, and stands at the end of its order [§4.4, AC-06]. */
const joinRound = (board: PublicBoard, personId: PersonId): readonly Fact[] => {
  const rounds = Object.values(board.rounds).filter((round) => round.kind === 'weather')
  const last = rounds.toSorted((a, b) => (a.startedAt < b.startedAt ? 1 : -1))[0]
  if (!last || last.order.includes(personId)) return []
  return [{ type: 'round-joined', roundId: last.id, personId, status: last.status === 'running' ? 'waiting' : 'said' }]
}

const give: Judge<ActOf<'give-weather'>> = (scene, actor, { value, words, need, energy, personId }) => {
  const { board, now } = scene
  const who = spokenFor(scene, actor, personId)
  if (!who.ok) return who
  if (board.meeting.closedAt !== undefined && !wasInMeeting(board, who.value)) return refuse('too-late')
  const said = { ...(words !== undefined && { words }), ...(need !== undefined && { need }), ...(energy !== undefined && { energy }) }
  const confidence: ConfidenceChange =
    Object.keys(said).length > 0
      ? { put: { kind: 'weather', subject: 'weather', personId: who.value, at: now, payload: said } }
      : { drop: { kind: 'weather', subject: 'weather', personId: who.value } }
  return factsAnd([{ type: 'weather-given', personId: who.value, value }, ...joinRound(board, who.value)], [confidence])
}

/** To pass needs no reason, and takes back what was said before [B24]. */
const pass: Judge<ActOf<'pass-weather'>> = (scene, actor, { personId }) => {
  const who = spokenFor(scene, actor, personId)
  if (!who.ok) return who
  return factsAnd(
    [{ type: 'weather-passed', personId: who.value }, ...joinRound(scene.board, who.value)],
    [{ drop: { kind: 'weather', subject: 'weather', personId: who.value } }],
  )
}

export const weatherJudges = {
  'give-weather': give,
  'pass-weather': pass,
} satisfies { [T in keyof typeof weatherActs]: Judge<ActOf<T>> }
