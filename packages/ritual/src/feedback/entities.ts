import type { Day, Id, Instant, OrgId, PersonId } from '../ids.ts'

/** A feedback of the ecosystem to a structure: four fields, the target's answer, a learning [A6, A7]. Keyed by `itemId`. */
export interface Feedback {
  itemId: Id
  about?: { kind: 'action' | 'decision'; ref?: string; text: string }
  observation: string
  effect: string
  need: string
  request: string
  /** Without a person when the structure's contact answers. */
  answer?: { personId?: PersonId; voice: OrgId | null; text: string; at: Instant }
  noAnswerOn?: Day
  learning?: string
  status: 'expressed' | 'heard' | 'answered' | 'no-answer' | 'learned'
}
