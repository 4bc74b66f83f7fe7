/** Every reason for which an act may be refused; the web app has one sentence for each, the HTTP API answers it as `error`. */
export const refusalCodes = [
  // doors
  'malformed',
  'unknown-person',
  'not-yours',
  'no-such-meeting',
  'circle-only', // [F7] the audience of the sealed minutes is those who were there
  'no-such-thing',
  'too-large',
  'too-many',
  'not-saving',
  'late-full',
  // standing and roles
  'not-permitted',
  'not-your-role',
  'not-your-entry',
  'observers-do-not',
  'role-concerned',
  'facilitator-present',
  'mood-watcher-present',
  'role-taken',
  'roles-incompatible',
  'not-accepted',
  'role-not-held',
  'not-offered',
  // stale or out of place
  'moved-on',
  'wrong-phase',
  'wrong-status',
  'not-live',
  'not-in-review',
  'sealed',
  'frozen',
  'too-late',
  'too-early',
  // meeting
  'incomplete',
  'too-few-people',
  'items-open',
  'signals-untreated',
  'decisions-open',
  'review-running',
  'corrections-pending',
  'second-key-needed',
  'privacy-only-tightens',
  // rounds
  'round-running',
  'no-round',
  'not-your-turn',
  'newcomer-first',
  // agenda
  'item-open',
  'expectation-missing',
  'minutes-missing',
  'carrier-absent',
  'output-missing',
  'signal-open',
  'process-locked',
  'next-step-missing',
  // mood
  'no-mood-watcher',
  'consent-missing',
  'whispers-off',
  'whispers-closed',
  'not-acknowledged',
  'level-too-low',
  'level-reserved',
  // deciding
  'text-locked',
  'text-too-long',
  'responsible-missing',
  'review-date-missing',
  'carrier-missing',
  'round-missing',
  'not-clear-yet',
  'positions-missing',
  'objections-open',
  'already-revealed',
  'not-revealed',
  'not-a-decider',
  'reason-missing',
  'objector-lifts',
  'carrier-confirms',
  'loops-exhausted',
  'adopted',
  'nobody-proposed',
  'proposed-last',
  'sovereign-absent',
  'awaiting-registration', // [D11] an action that spends, before its decision is in force
  // windows, advice, feedback
  'window-closed',
  'window-missing',
  'window-only-lengthens',
  'impacted-not-asked',
  'answer-missing',
  'not-the-target',
  'voices-said', // [E4] the weather round is over
  'already-there',
  'offline-only-drops',
  // left for later
  'not-yet',
] as const

export type RefusalCode = (typeof refusalCodes)[number]

/** What a rule answers: a value, or a refusal that names its code. `detail` holds ids or numbers for the sentence, never a text somebody typed. */
export type Outcome<T> = { ok: true; value: T } | Refusal
export interface Refusal {
  ok: false
  refused: RefusalCode
  detail?: Readonly<Record<string, string | number | readonly string[]>>
}

export const ok = <T>(value: T): Outcome<T> => ({ ok: true, value })
export const refuse = (refused: RefusalCode, detail?: Refusal['detail']): Refusal =>
  detail ? { ok: false, refused, detail } : { ok: false, refused }
