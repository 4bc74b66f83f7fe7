import type { ActionFact } from './actions/facts.ts'
import type { AdviceFact } from './advice/facts.ts'
import type { AgendaFact } from './agenda/facts.ts'
import type { CirculationFact } from './circulation/facts.ts'
import type { ClosingFact } from './closing/facts.ts'
import type { CorrectionFact } from './corrections/facts.ts'
import type { DecisionFact } from './decisions/facts.ts'
import type { FeedbackFact } from './feedback/facts.ts'
import type { Id, Instant, PersonId } from './ids.ts'
import type { FloorFact } from './floor/facts.ts'
import type { MeetingFact } from './meeting/facts.ts'
import type { NoteFact } from './notes/facts.ts'
import type { PeopleFact } from './people/facts.ts'
import type { ReviewFact } from './reviews/facts.ts'
import type { RoleFact } from './roles/facts.ts'
import type { RoundFact } from './rounds/facts.ts'
import type { SignalFact } from './signals/facts.ts'
import type { Stamp } from './stamp.ts'
import type { TransmissionFact } from './transmissions/facts.ts'
import type { WeatherFact } from './weather/facts.ts'

/** Everything that can come to be true of a meeting, in the past tense; a fact is an event of the log and folds into the board. */
export type Fact =
  | MeetingFact
  | PeopleFact
  | RoleFact
  | RoundFact
  | WeatherFact
  | AgendaFact
  | NoteFact
  | FloorFact
  | SignalFact
  | DecisionFact
  | ReviewFact
  | AdviceFact
  | CirculationFact
  | FeedbackFact
  | ActionFact
  | ClosingFact
  | TransmissionFact
  | CorrectionFact

/** A fact with its stamp, as the log keeps it and `fold` replays it. */
export interface RecordedFact {
  fact: Fact
  stamp: Stamp
}

const unsignedTypes: ReadonlySet<string> = new Set<Fact['type']>([
  'handover-asked',
  'relay-objected',
  'closing-improvement-given',
  'closing-improvement-withdrawn',
  'roti-counted',
  'roti-forgotten',
  'entry-withdrawn',
])

const hides = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'attribution' in value && value.attribution !== 'name-and-voice'

/**
 * Whether the event must carry neither actor nor act [contract § HTTP]: signals, improvements, what is withdrawn, and every entry whose author
 * chose not to be named, at the top of the fact or one level down.
 */
export const isUnsigned = (fact: Fact): boolean =>
  unsignedTypes.has(fact.type) ||
  fact.type.startsWith('signal-') ||
  hides(fact) ||
  Object.values(fact).some((value: unknown) => (Array.isArray(value) ? value.some(hides) : hides(value)))

/**
 * Stamps the facts of one act (`actor` left out when its verdict is `unsigned`, and for the server's own). When one of them is unsigned, none carries
 * the actor: side by side in the log they would sign each other.
 */
export const recordFacts = (facts: readonly Fact[], at: Instant, actor?: { by: PersonId; act: Id }): readonly RecordedFact[] => {
  const signature = actor !== undefined && !facts.some(isUnsigned) ? actor : {}
  return facts.map((fact) => ({ fact, stamp: { at, ...signature } }))
}
