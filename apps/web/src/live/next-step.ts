import {
  circleSize,
  MERGED_ROLES_MAX,
  phaseAfter,
  type ActInput,
  type Id,
  type Item,
  type Phase,
  type PersonId,
  type PublicBoard,
  type RoleId,
  type Round,
  type RoundKind,
  type RoundMode,
} from '@clairiere/ritual'
import { nextListed } from '../room/agenda-order.ts'

/** The one next thing for whoever leads, in the state the board is in; what to say about it is the screen's. */
export type NextStep =
  | { kind: 'convene' | 'open' | 'resume' }
  | { kind: 'phase'; from: Phase | null; to: Phase }
  /** Nobody has been asked yet to write, or to keep the mood [fixture 18:02]. */
  | { kind: 'roles'; missing: readonly RoleId[]; to: Phase }
  | { kind: 'start-round'; round: RoundKind; mode: RoundMode }
  /** `left`: people here who have not been heard; for facilitation alone [B19]. */
  | { kind: 'end-turn'; turnId: Id; personId: PersonId; left: number }
  /** A popcorn round: whoever wants speaks, facilitation says who. */
  | { kind: 'pick-turn'; roundId: Id; left: number }
  | { kind: 'start-turn'; roundId: Id }
  /** `quiet`: everyone writes in silence on an item, nobody takes turns. */
  | { kind: 'end-round'; roundId: Id; heard: number; of: number; quiet: boolean }
  | { kind: 'open-item'; item: Item }
  | { kind: 'close-item'; item: Item }
  | { kind: 'resume-item'; item: Item }
  | { kind: 'close' }

/** Above this a round aloud would take the evening: everyone writes, and a few voices who want to are heard after [§4.8]. */
const ALOUD_UP_TO = 25

const roundDone = (board: PublicBoard, kind: RoundKind): boolean =>
  Object.values(board.rounds).some((round) => round.kind === kind && round.status !== 'running')

/** Who of the round is here and has not been heard. */
export const unheard = (board: PublicBoard, round: Round): readonly PersonId[] =>
  round.order.filter((id) => round.turns[id] === 'waiting' && board.people[id]?.presence === 'present')

/** Without these a meeting leaves no trace and nobody keeps its climate; a small circle merges them [§4.7]. */
const needed: readonly RoleId[] = ['moodWatcher', 'scribe']
const vacant = (board: PublicBoard): readonly RoleId[] =>
  board.meeting.without?.includes('roles') || circleSize(board) <= MERGED_ROLES_MAX
    ? []
    : needed.filter((role) => {
        const seat = board.roles[role]
        return !seat || seat.holders.length + seat.offers.length === 0
      })

const stepOfRound = (board: PublicBoard, round: Round): NextStep => {
  const { turn } = board.now
  const left = unheard(board, round).length
  if (turn) return { kind: 'end-turn', turnId: turn.turnId, personId: turn.personId, left }
  if (round.mode === 'popcorn' && left > 0) return { kind: 'pick-turn', roundId: round.id, left }
  if (round.mode === 'circle' && left > 0) return { kind: 'start-turn', roundId: round.id }
  const heard = Object.values(round.turns).filter((status) => status === 'said' || status === 'passed').length
  return {
    kind: 'end-round',
    roundId: round.id,
    heard,
    of: round.order.length,
    quiet: round.kind === 'free' && round.mode === 'simultaneous',
  }
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
  return next ? { kind: 'open-item', item: next } : { kind: 'phase', from: 'agenda', to: phaseAfter(board, 'agenda') ?? 'wrap-up' }
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
  const mode = circleSize(board) > ALOUD_UP_TO ? 'simultaneous' : 'circle'
  if (phase === 'weather' && !roundDone(board, 'weather')) return { kind: 'start-round', round: 'weather', mode }
  if (phase === 'closing' && !roundDone(board, 'closing')) return { kind: 'start-round', round: 'closing', mode }
  if (phase === 'wrap-up') return { kind: 'close' }
  const to = phaseAfter(board, phase)
  const missing = phase === null || phase === 'welcome' ? vacant(board) : []
  if (to && missing.length > 0) return { kind: 'roles', missing, to }
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
      return { type: 'start-round', kind: step.round, mode: step.mode, prompt }
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
