import type { ActOf } from '../acts.ts'
import type { Judge } from '../scene.ts'
import type { decisionActs } from './acts.ts'
import { adopt } from './adopt.ts'
import { returnDecision, suspendDecision, withdrawProposal } from './endings.ts'
import { acceptNomination, castBallot, declineNomination, nominate } from './election.ts'
import { commit, declareInterest, improve, keepImprovement, setSummary } from './enrich.ts'
import { confirmObjection, liftObjection, stateObjection, testObjection } from './objections.ts'
import { givePosition } from './positions.ts'
import { amend, propose } from './proposal.ts'
import { reveal } from './reveal.ts'
import { nextStep, previousStep } from './steps.ts'

/** Rules of a decision by consent [§2.4.6]. */
export const decisionJudges: { [T in keyof typeof decisionActs]: Judge<ActOf<T>> } = {
  propose,
  amend,
  'next-step': nextStep,
  'previous-step': previousStep,
  'give-position': givePosition,
  reveal,
  'state-objection': stateObjection,
  'test-objection': testObjection,
  'lift-objection': liftObjection,
  'confirm-objection': confirmObjection,
  improve,
  'keep-improvement': keepImprovement,
  'declare-interest': declareInterest,
  'set-summary': setSummary,
  adopt,
  'withdraw-proposal': withdrawProposal,
  'return-decision': returnDecision,
  'suspend-decision': suspendDecision,
  'cast-ballot': castBallot,
  nominate,
  'accept-nomination': acceptNomination,
  'decline-nomination': declineNomination,
  commit,
}
