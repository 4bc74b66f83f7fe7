import type { Id, Instant, PersonId } from '../ids.ts'

export const roundKinds = ['weather', 'clarification', 'feelings', 'objections', 'closing', 'free'] as const
export const roundModes = ['circle', 'simultaneous', 'popcorn'] as const
export type RoundKind = (typeof roundKinds)[number]
export type RoundMode = (typeof roundModes)[number]
export type RoundStatus = 'running' | 'done' | 'interrupted'
export type TurnStatus = 'waiting' | 'speaking' | 'said' | 'passed' | 'away'

/** A round of speech [§2.4.2]; the running turn is in `now`, its times in `record`. `order` holds everyone, late comers last. */
export interface Round {
  id: Id
  kind: RoundKind
  mode: RoundMode
  prompt: string
  order: readonly PersonId[]
  direction: 1 | -1
  status: RoundStatus
  turns: Readonly<Record<PersonId, TurnStatus>>
  /** Passed once, and offered the word once more at the end. */
  offeredAgain: readonly PersonId[]
  itemId?: Id
  perPersonSeconds?: number
  startedAt: Instant
}
