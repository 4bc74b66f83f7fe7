import { actionAppliers } from './actions/facts.ts'
import { adviceAppliers } from './advice/facts.ts'
import { agendaAppliers } from './agenda/facts.ts'
import type { Board } from './board.ts'
import { circulationAppliers } from './circulation/facts.ts'
import { closingAppliers } from './closing/facts.ts'
import { correctionAppliers } from './corrections/facts.ts'
import { decisionAppliers } from './decisions/facts.ts'
import type { Fact, RecordedFact } from './facts.ts'
import { feedbackAppliers } from './feedback/facts.ts'
import { floorAppliers } from './floor/facts.ts'
import { meetingAppliers } from './meeting/facts.ts'
import { noteAppliers } from './notes/facts.ts'
import { peopleAppliers } from './people/facts.ts'
import { reviewAppliers } from './reviews/facts.ts'
import { roleAppliers } from './roles/facts.ts'
import { roundAppliers } from './rounds/facts.ts'
import { signalAppliers } from './signals/facts.ts'
import type { Appliers, Stamp } from './stamp.ts'
import { transmissionAppliers } from './transmissions/facts.ts'
import { weatherAppliers } from './weather/facts.ts'

const appliers: Appliers<Fact> = {
  ...meetingAppliers,
  ...peopleAppliers,
  ...roleAppliers,
  ...roundAppliers,
  ...weatherAppliers,
  ...agendaAppliers,
  ...noteAppliers,
  ...floorAppliers,
  ...signalAppliers,
  ...decisionAppliers,
  ...reviewAppliers,
  ...adviceAppliers,
  ...circulationAppliers,
  ...feedbackAppliers,
  ...actionAppliers,
  ...closingAppliers,
  ...transmissionAppliers,
  ...correctionAppliers,
}

const apply = <T extends Fact['type']>(type: T, board: Board, fact: Extract<Fact, { type: T }>, stamp: Stamp): Board =>
  appliers[type](board, fact, stamp)

/** Folds one fact into the board. Total and pure: the same events give the same board everywhere and always. */
export const applyFact = (board: Board, { fact, stamp }: RecordedFact): Board => apply(fact.type, board, fact, stamp)

/** A seed written before decisions came back has no place for them. */
const whole = (seed: Board): Board => (Object.hasOwn(seed, 'reviews') ? seed : { ...seed, reviews: {} })

/** `board = fold(seed of this generation, events)` [architecture § Acts, facts, board]. */
export const fold = (seed: Board, events: Iterable<RecordedFact>): Board => {
  let board = whole(seed)
  for (const event of events) board = applyFact(board, event)
  return board
}
