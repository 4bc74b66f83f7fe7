import type { Id, Instant, OrgId, PersonId } from '../ids.ts'
import type { PositionId } from '../decisions/entities.ts'
import type { Attribution } from '../people/entities.ts'
import type { SignalAbout, SignalKind } from '../signals/entities.ts'

/** Payload of each kind of confidence. `subject` says what it is about; `personId` is whose it is (absent only for unsigned whispers). */
export interface ConfidencePayloads {
  /** subject `weather`: the words of one's weather. Everyone present reads them. */
  weather: { words?: string; need?: string; energy?: 1 | 2 | 3 | 4 | 5 }
  /** subject `closing`: unpublished closing words and thanks. Everyone present reads them. */
  closing: { words?: string; thanks?: string }
  /** subject `closing`: what could be better, read by its author alone until the close, where it becomes a fact that nothing ties to them. */
  'closing-improvement': { text: string }
  /** subject `closing`: read by its author alone; only the distribution becomes a fact. */
  roti: { roti: 1 | 2 | 3 | 4 | 5 }
  /** subject `<decisionId>:<round>`: read by its author alone until the reveal; facilitation learns who answered, all how many. */
  position: {
    position: PositionId
    voice: OrgId | null
    text?: string
    positions?: Record<string, PositionId>
    attribution: Attribution
    enteredBy?: PersonId
  }
  /** subject `<decisionId>`. */
  ballot: { personId: PersonId }
  /** subject `<entry kind>:<entry id>`: the true author of something public that does not show them. Read by its author alone; said aloud by a person without a device, also by who wrote it. */
  authorship: { voice: OrgId | null; enteredBy?: PersonId }
  /** subject `<signalId>`: author and phrase of a signal of level 2–3; `aboutRole` decides who may welcome it. Read by its author and the mood-watch; `aboutRole` and `heldBy` also by who may then welcome; whoever held that role is shown `concerned` alone. */
  signal: SignalAbout & { phrase?: string; concerned?: true }
  /** subject `<role>`: why this person wishes that role or not, for themselves alone [C11]. */
  'role-reason': { reason: string }
  /** subject `frame-call`: who has called for a frame point; the board says only that somebody did [§4.11]. */
  'frame-call': Record<string, never>
  /** subject `<signalId>`, one per person concerned: asked of them on their own screen alone. The answers are the mood-watch's to see, or of `by`, who asked in its place [§4.11]. */
  handover: { to: OrgId; answer: 'asked' | 'consented' | 'refused'; by?: PersonId }
  /** subject `<whisperId>`; memory only. `personId` only when signed. Read by the mood-watch of that moment (`readers`: a successor does not inherit it [§4.2]) and a signed author. */
  whisper: {
    text: string
    kindHint?: SignalKind
    status: 'sent' | 'read' | 'kept' | 'became-signal' | 'answered' | 'unread'
    /** The author's device knows it, nobody is shown it [§4.2]. */
    receipt?: Id
    answer?: string
    readers: readonly PersonId[]
  }
  /** subject `<rippleId>`: a level-1 signal; memory only. Read by facilitation and mood-watch. */
  ripple: { kind: SignalKind; itemId?: Id; status: 'noticed' | 'withdrawn' | 'raised' }
}
export type ConfidenceKind = keyof ConfidencePayloads

export type Confidence = {
  [K in ConfidenceKind]: { kind: K; subject: string; personId?: PersonId; at: Instant; payload: ConfidencePayloads[K] }
}[ConfidenceKind]

/** Kinds that never reach a disk [§2.5-16]. */
export const memoryOnlyKinds: readonly ConfidenceKind[] = ['whisper', 'ripple']

export type ConfidenceChange = { put: Confidence } | { drop: { kind: ConfidenceKind; subject: string; personId?: PersonId } }

/** Look-up over the confidences at hand. */
export interface Secrets {
  /** Every confidence of a kind, of one subject if given, in the order of first arrival. */
  all<K extends ConfidenceKind>(kind: K, subject?: string): readonly Extract<Confidence, { kind: K }>[]
  one<K extends ConfidenceKind>(kind: K, subject: string, personId?: PersonId): Extract<Confidence, { kind: K }> | undefined
}

/** What one reader may see of a confidence or of a count derived from several. `payload: null` on the wire: gone for this reader. */
export interface ConfidenceView {
  kind: ConfidenceKind | 'answered'
  subject: string
  personId?: PersonId
  at?: Instant
  payload: Readonly<Record<string, unknown>> | null
}
