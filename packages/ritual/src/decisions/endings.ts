import type { ActOf } from '../acts.ts'
import { personOf } from '../acting.ts'
import type { ConfidenceChange } from '../confidences/entities.ts'
import type { Id } from '../ids.ts'
import { refuse } from '../refusal.ts'
import type { Judge, Scene } from '../scene.ts'
import { factsAnd } from '../verdict.ts'
import type { Decision } from './entities.ts'
import type { DecisionFact } from './facts.ts'
import { openDecision, underWayDrops } from './state.ts'

type Ending = Omit<Extract<DecisionFact, { type: 'decision-ended' }>, 'type' | 'decisionId'>

/**
 * Ends the open decisions, of one item or of the whole meeting: facts, and the unrevealed positions to forget. For whatever ends around them:
 * `postpone-item`, `withdraw-item`, `close { postponeRest }`, `interrupt` [§2.4.1, V7].
 */
export const endDecisions = (
  scene: Scene,
  ending: Ending,
  itemId?: Id,
): { facts: readonly DecisionFact[]; confidences: readonly ConfidenceChange[] } => {
  const open = Object.values(scene.board.decisions).filter(
    (decision) => decision.status === 'open' && (itemId === undefined || decision.itemId === itemId),
  )
  return {
    facts: open.map((decision) => ({ type: 'decision-ended', decisionId: decision.id, ...ending })),
    confidences: open.flatMap((decision) => underWayDrops(scene.secrets, decision)),
  }
}

const ends = (scene: Scene, decision: Decision, ending: Ending) =>
  factsAnd([{ type: 'decision-ended', decisionId: decision.id, ...ending }], underWayDrops(scene.secrets, decision))

/** Only the carrier withdraws a proposal. */
export const withdrawProposal: Judge<ActOf<'withdraw-proposal'>> = (scene, actor, act) => {
  const person = personOf(scene, actor)
  if (!person.ok) return person
  const found = openDecision(scene.board, act.decisionId)
  if (!found.ok) return found
  const item = scene.board.items[found.value.itemId]
  if (found.value.carrier !== person.value.id && !item?.carriers.includes(person.value.id)) return refuse('carrier-missing')
  return ends(scene, found.value, { status: 'withdrawn' })
}

/** Sends the proposal, with its objections, back to a group or structure; never a majority vote. */
export const returnDecision: Judge<ActOf<'return-decision'>> = (scene, _actor, act) => {
  const found = openDecision(scene.board, act.decisionId)
  if (!found.ok) return found
  if (!scene.board.organisations[act.to]) return refuse('no-such-thing')
  return ends(scene, found.value, { status: 'returned', to: act.to, ...(act.reason === undefined ? {} : { reason: act.reason }) })
}

export const suspendDecision: Judge<ActOf<'suspend-decision'>> = (scene, _actor, act) => {
  const found = openDecision(scene.board, act.decisionId)
  return found.ok ? ends(scene, found.value, { status: 'suspended' }) : found
}
