import type { ActOf } from '../acts.ts'
import { given } from '../fields.ts'
import type { Fact } from '../facts.ts'
import type { Id } from '../ids.ts'
import { ownPrompt } from '../meeting/own-prompt.ts'
import { spokenFor } from '../people/judge.ts'
import { leadsCareRound } from '../permissions/care-round.ts'
import { hatsOf } from '../permissions/hats.ts'
import { refuse, type Outcome } from '../refusal.ts'
import type { Actor, Judge, Scene, Verdict } from '../scene.ts'
import { facts, whoActs } from '../verdict.ts'
import type { roundActs } from './acts.ts'
import type { Round } from './entities.ts'
import { completeOrder, nextDirection, nextTurn, proposeOrder, type NextTurn } from './turns.ts'

/** The turn that follows by itself is named after the act that ended the one before: `<actId>.t`. */
const followingTurn = (roundId: Id, actor: Actor, next: NextTurn): Fact => ({
  type: 'turn-started',
  roundId,
  turnId: `${actor.actId}.t`,
  ...next,
})

const start: Judge<ActOf<'start-round'>> = ({ board }, actor, { type: _type, order: asGiven, ...rest }) => {
  const asked = { ...given(rest), prompt: rest.prompt || (ownPrompt(board.meeting, rest.kind) ?? '') }
  if (board.now.roundId !== null) return refuse('round-running', { round: board.now.roundId })
  if (asked.itemId !== undefined && !board.items[asked.itemId]) return refuse('no-such-thing')
  const unknown = asGiven?.filter((id) => !board.people[id]) ?? []
  if (unknown.length > 0) return refuse('unknown-person', { people: unknown })
  const order = asGiven ? completeOrder(board, asGiven) : proposeOrder(board)
  const first = order[0]
  if (first === undefined) return refuse('too-few-people')
  const others = order.some((id) => !board.people[id]?.newcomer)
  if (asked.mode === 'circle' && others && board.people[first]?.newcomer) return refuse('newcomer-first', { people: [first] })
  const round: Round = {
    id: actor.actId,
    ...asked,
    order,
    direction: nextDirection(board),
    status: 'running',
    turns: Object.fromEntries(order.map((id) => [id, 'waiting'])),
    offeredAgain: [],
    startedAt: '',
  }
  const started: Fact = { type: 'round-started', roundId: actor.actId, ...asked, order, direction: round.direction }
  const next = asked.mode === 'circle' ? nextTurn(board, round) : undefined
  return next ? facts(started, followingTurn(round.id, actor, next)) : facts(started)
}

const startTurn: Judge<ActOf<'start-turn'>> = ({ board }, actor, { roundId, personId }) => {
  const round = board.rounds[roundId]
  if (!round || board.now.roundId !== roundId) return refuse('no-round')
  const { turn } = board.now
  if (turn !== null && (personId === undefined || turn.personId === personId)) return facts()
  if (personId !== undefined && !board.people[personId]) return refuse('unknown-person')
  const next = personId === undefined ? nextTurn(board, round) : { personId, skipped: [] }
  if (!next) return refuse('moved-on')
  const ended: Fact[] = turn === null ? [] : [{ type: 'turn-ended', roundId, turnId: turn.turnId, personId: turn.personId, status: 'said' }]
  const joined: Fact[] = round.order.includes(next.personId)
    ? []
    : [{ type: 'round-joined', roundId, personId: next.personId, status: 'waiting' }]
  return facts(...ended, ...joined, { type: 'turn-started', roundId, turnId: actor.actId, ...next })
}

/** The speaker ends their turn; facilitation may, after asking; for a person without a device, whoever writes for them. In a circle the word goes on by itself. */
const endTurn = (scene: Scene, actor: Actor, turnId: Id, status: 'said' | 'passed'): Outcome<Verdict> => {
  const { board } = scene
  const { turn, roundId } = board.now
  const round = roundId === null ? undefined : board.rounds[roundId]
  if (!round || roundId === null || turn?.turnId !== turnId) return refuse('moved-on')
  const self = whoActs(actor)
  const speaks = spokenFor(scene, actor, turn.personId).ok
  if (!speaks && !(status === 'said' && (hatsOf(board, scene.online, actor).has('F') || leadsCareRound(scene, self))))
    return refuse('not-your-turn')
  const ended: Fact = { type: 'turn-ended', roundId, turnId, personId: turn.personId, status }
  const next = round.mode === 'circle' ? nextTurn(board, { ...round, turns: { ...round.turns, [turn.personId]: status } }) : undefined
  return next ? facts(ended, followingTurn(roundId, actor, next)) : facts(ended)
}

const endRound: Judge<ActOf<'end-round'>> = ({ board }, _actor, { roundId }) => {
  const round = board.rounds[roundId]
  if (!round) return refuse('no-such-thing')
  if (board.now.roundId !== roundId) return refuse('moved-on')
  const { turn } = board.now
  const turns = turn === null ? round.turns : { ...round.turns, [turn.personId]: 'said' as const }
  const isDone = round.mode !== 'circle' || !nextTurn(board, { ...round, turns })
  return facts({ type: 'round-ended', roundId, status: isDone ? 'done' : 'interrupted' })
}

export const roundJudges = {
  'start-round': start,
  'start-turn': startTurn,
  'end-turn': (scene, actor, { turnId }) => endTurn(scene, actor, turnId, 'said'),
  'pass-turn': (scene, actor, { turnId }) => endTurn(scene, actor, turnId, 'passed'),
  'end-round': endRound,
} satisfies { [T in keyof typeof roundActs]: Judge<ActOf<T>> }
