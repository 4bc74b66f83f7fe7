import type { Id, Instant, OrgId, PersonId } from '../ids.ts'
import type { RoleId } from '../roles/ids.ts'

export const signalKinds = ['tension', 'fatigue', 'pace', 'voice', 'confusion', 'clash', 'emotion', 'frame', 'joy'] as const
export type SignalKind = (typeof signalKinds)[number]
export const responseIds = [
  'pause',
  'silence',
  'feelings-round',
  'cross-restatement',
  'frame-reminder',
  'slow-down',
  'give-voice',
  'clarify',
  'postpone',
  'aside-talk',
  'new-item',
  'handed-over',
  'heard',
  'celebrate',
] as const
export type ResponseId = (typeof responseIds)[number]
export type SignalStatus = 'raised' | 'acknowledged' | 'in-care' | 'settled' | 'handed-over' | 'carried' | 'withdrawn'

/** Kinds any participant may raise; every kind when no mood-watcher is online [§2.4.5]. */
export const openSignalKinds: readonly SignalKind[] = ['pace', 'confusion', 'joy']

/** Whom a signal is about: a role, never a person; a frame point is about the facilitation and the mood-watch together [§4.11]. */
export type SignalConcern = RoleId | 'frame-point'
/** What a signal is about, and who held it as it was raised. */
export interface SignalAbout {
  readonly aboutRole?: SignalConcern
  readonly heldBy?: readonly PersonId[]
}

/** The response under way: since when, so that a minute of silence is the same minute on every device, and how far its guided steps are. */
export interface Care {
  response: ResponseId
  since: Instant
  step: number
  minutes?: number
}

/** A signal of level 2 or 3 as everyone sees it: never its author, phrase or `aboutRole` (confidences). Level 1 is a confidence altogether. */
export interface Signal {
  id: Id
  kind: SignalKind
  level: 2 | 3
  at: Instant
  itemId?: Id
  status: SignalStatus
  acknowledgedAt?: Instant
  responses: readonly ResponseId[]
  care?: Care
  settledAt?: Instant
  carriedAs?: 'item' | 'aside-talk' | 'action'
  handedOverAt?: Instant
  handedOverTo?: OrgId
}
