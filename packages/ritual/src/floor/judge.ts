import type { ActOf } from '../acts.ts'
import type { Fact } from '../facts.ts'
import { hatsOf } from '../permissions/hats.ts'
import { refuse } from '../refusal.ts'
import type { RoundKind } from '../rounds/entities.ts'
import type { Judge } from '../scene.ts'
import { facts, whoActs } from '../verdict.ts'
import type { floorActs } from './acts.ts'

/** Rounds in which nobody answers anybody [§2.4.2, B23]. */
export const roundsWithoutReply: readonly RoundKind[] = ['weather', 'feelings', 'closing']

const ask: Judge<ActOf<'ask-floor'>> = ({ board }, actor, { kind }) => {
  const personId = whoActs(actor)
  const round = board.now.roundId === null ? undefined : board.rounds[board.now.roundId]
  if (kind === 'reaction' && round && roundsWithoutReply.includes(round.kind)) return refuse('round-running', { round: round.id })
  const asked = board.now.floor.queue.find((entry) => entry.personId === personId)
  return asked?.kind === kind ? facts() : facts({ type: 'floor-asked', personId, kind })
}

const give: Judge<ActOf<'give-floor'>> = ({ board }, actor, { personId }) => {
  if (!board.people[personId]) return refuse('unknown-person')
  return facts({ type: 'floor-given', turnId: actor.actId, personId })
}

const end: Judge<ActOf<'end-floor'>> = ({ board, online }, actor, { turnId }) => {
  const { turn } = board.now.floor
  if (turn?.turnId !== turnId) return refuse('moved-on')
  const self = whoActs(actor)
  const speaks = turn.personId === self || board.people[turn.personId]?.enteredBy === self
  if (!speaks && !hatsOf(board, online, actor).has('F')) return refuse('not-your-turn')
  const ended: Fact = { type: 'floor-ended', turnId, personId: turn.personId }
  return facts(ended)
}

export const floorJudges = {
  'ask-floor': ask,
  'leave-floor': ({ board }, actor) =>
    board.now.floor.queue.some((entry) => entry.personId === whoActs(actor))
      ? facts({ type: 'floor-left', personId: whoActs(actor) })
      : facts(),
  'give-floor': give,
  'end-floor': end,
} satisfies { [T in keyof typeof floorActs]: Judge<ActOf<T>> }
