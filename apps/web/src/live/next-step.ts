import {
  phases,
  type ActInput,
  type Id,
  type Item,
  type Phase,
  type PersonId,
  type PublicBoard,
  type Round,
  type RoundKind,
} from '@clairiere/ritual'
import { nextListed } from '../room/agenda-order.ts'

/** The one next thing for whoever leads, in the state the board is in; what to say about it is the screen's. */
export type NextStep =
  | { kind: 'convene' | 'open' | 'resume' }
  | { kind: 'phase'; from: Phase | null; to: Phase }
  | { kind: 'start-round'; round: RoundKind }
  | { kind: 'end-turn'; turnId: Id; personId: PersonId }
  | { kind: 'start-turn'; roundId: Id }
  | { kind: 'end-round'; roundId: Id; heard: number; of: number }
  | { kind: 'open-item'; item: Item }
  | { kind: 'close-item'; item: Item }
  | { kind: 'resume-item'; item: Item }
  | { kind: 'close' }

const roundDone = (board: PublicBoard, kind: RoundKind): boolean =>
  Object.values(board.rounds).some((round) => round.kind === kind && round.status !== 'running')

const phaseAfter = (phase: Phase | null): Phase | undefined => phases[phase === null ? 1 : phases.indexOf(phase) + 1]

/** Somebody of the round who is here and has not been heard. */
const someoneWaits = (board: PublicBoard, round: Round): boolean =>
  round.order.some((id) => round.turns[id] === 'waiting' && board.people[id]?.presence === 'present')

const stepOfRound = (board: PublicBoard, round: Round): NextStep => {
  const { turn } = board.now
  if (turn) return { kind: 'end-turn', turnId: turn.turnId, personId: turn.personId }
  if (round.mode !== 'simultaneous' && someoneWaits(board, round)) return { kind: 'start-turn', roundId: round.id }
  const heard = Object.values(round.turns).filter((status) => status === 'said' || status === 'passed').length
  return { kind: 'end-round', roundId: round.id, heard, of: round.order.length }
}

/** A decision under way leads its item itself: the frame then has nothing to add. */
const decisionLeads = (board: PublicBoard, item: Item): boolean =>
  (item.kind === 'decision' || item.kind === 'election') &&
  !Object.values(board.decisions).some((decision) => decision.itemId === item.id && decision.status !== 'open')

const stepOfAgenda = (board: PublicBoard): NextStep | null => {
  const open = board.now.itemId === null ? undefined : board.items[board.now.itemId]
  if (open?.status === 'paused') return { kind: 'resume-item', item: open }
  if (open) return decisionLeads(board, open) ? null : { kind: 'close-item', item: open }
  const next = nextListed(board.items)
  return next ? { kind: 'open-item', item: next } : { kind: 'phase', from: 'agenda', to: 'closing' }
}

/** What comes next [I9]; null when somebody else must act first, or nothing is left to lead. */
export const nextStep = (board: PublicBoard): NextStep | null => {
  const { status } = board.meeting
  if (status === 'draft') return { kind: 'convene' }
  if (status === 'scheduled') return { kind: 'open' }
  if (status !== 'live') return null
  const { pause, roundId, phase } = board.now
  if (pause) return pause.signalId === undefined ? { kind: 'resume' } : null
  const round = roundId === null ? undefined : board.rounds[roundId]
  if (round) return stepOfRound(board, round)
  if (phase === 'agenda') return stepOfAgenda(board)
  if (phase === 'weather' && !roundDone(board, 'weather')) return { kind: 'start-round', round: 'weather' }
  if (phase === 'closing' && !roundDone(board, 'closing')) return { kind: 'start-round', round: 'closing' }
  if (phase === 'wrap-up') return { kind: 'close' }
  const to = phaseAfter(phase)
  return to ? { kind: 'phase', from: phase, to } : null
}

/** The act of a step, where one tap makes it; closing an item or the meeting, and convening, ask something first. */
export const actOf = (step: NextStep, prompt: string): ActInput | null => {
  switch (step.kind) {
    case 'open':
    case 'resume':
      return { type: step.kind }
    case 'phase':
      return { type: 'set-phase', from: step.from, to: step.to }
    case 'start-round':
      return { type: 'start-round', kind: step.round, mode: 'circle', prompt }
    case 'end-turn':
      return { type: 'end-turn', turnId: step.turnId }
    case 'start-turn':
      return { type: 'start-turn', roundId: step.roundId }
    case 'end-round':
      return { type: 'end-round', roundId: step.roundId }
    case 'open-item':
    case 'resume-item':
      return { type: step.kind, itemId: step.item.id }
    default:
      return null
  }
}
