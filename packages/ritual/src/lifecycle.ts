import type { Act, ActType } from './acts.ts'
import type { PublicBoard } from './board.ts'
import type { Instant } from './ids.ts'
import type { MeetingStatus } from './meeting/entities.ts'
import { ok, refuse, type Outcome } from './refusal.ts'

/** Before the opening: the meeting and its agenda are prepared, people join, roles are foreseen. */
const beforeOpening: readonly ActType[] = [
  'cancel',
  'set-privacy',
  'set-frame',
  'agree-frame',
  'set-audience',
  'set-licence',
  'set-glossary',
  'set-voices',
  'enter-person',
  'leave',
  'set-standing',
  'offer-role',
  'claim-role',
  'accept-role',
  'decline-role',
  'hand-over-role',
  'ask-handover',
  'set-role-preference',
  'propose-item',
  'list-item',
  'order-items',
  'set-item',
  'postpone-item',
  'withdraw-item',
  'plan-minutes',
  'set-advice',
  'ask-advice',
  'set-broadcast',
  'state-feedback',
  'set-sovereignty',
]

/** « After `close` » of the contract, to the letter. */
const inReview: readonly ActType[] = [
  'withdraw-entry',
  're-attribute',
  'edit-note',
  'hide-note',
  'set-privacy',
  'set-glossary',
  'set-next-meeting',
  'accept-action',
  'give-back-action',
  'transmit',
  'receive',
  'register',
  'return',
  'react',
  'answer-reaction',
  'give-advice',
  'answer-advice',
  'conclude-advice',
  'tell-experience',
  'ask-correction',
  'accept-correction',
  'agree-review',
  'seal',
]
const onceSealed: readonly ActType[] = [
  'transmit',
  'receive',
  'register',
  'return',
  'react',
  'answer-reaction',
  'give-advice',
  'answer-advice',
  'conclude-advice',
  'accept-action',
  'update-action',
  'give-back-action',
  'ask-correction',
  'accept-correction',
  'redact',
  'reopen',
]
/** Given offline before the end, or by those who need a moment: for 24 h after `close` [§4.5]. */
const forOneDay: readonly ActType[] = ['give-weather', 'give-closing']
export const LATE_ENTRIES_MS = 24 * 60 * 60 * 1000

const notWhileLive: readonly ActType[] = [
  'convene',
  'cancel',
  'open',
  'agree-review',
  'seal',
  'reopen',
  'ask-correction',
  'accept-correction',
  'redact',
]

const allowed: Record<MeetingStatus, (type: ActType) => boolean> = {
  draft: (type) => type === 'convene' || beforeOpening.includes(type),
  scheduled: (type) => type === 'open' || beforeOpening.includes(type),
  cancelled: () => false,
  live: (type) => !notWhileLive.includes(type),
  review: (type) => inReview.includes(type),
  sealed: (type) => onceSealed.includes(type),
}

/** Whether the meeting's status allows this kind of act at all [contract § After close, §2.4.1]. */
export const allowsNow = (board: PublicBoard, act: Pick<Act, 'type'>, now: Instant): Outcome<true> => {
  const { status, closedAt, minutesVersion } = board.meeting
  if (allowed[status](act.type)) return ok(true)
  switch (status) {
    case 'draft':
    case 'scheduled':
      return refuse(act.type === 'open' || act.type === 'convene' ? 'wrong-status' : 'not-live')
    case 'cancelled':
      return refuse('wrong-status')
    case 'live':
      return refuse(act.type === 'convene' || act.type === 'cancel' || act.type === 'open' ? 'wrong-status' : 'not-in-review')
    case 'review':
      if (!forOneDay.includes(act.type)) return refuse(act.type === 'reopen' || act.type === 'redact' ? 'wrong-status' : 'frozen')
      // Reopened, a meeting has forgotten who gave theirs: nothing would count it [§4.10].
      return closedAt !== undefined && minutesVersion === 0 && Date.parse(now) - Date.parse(closedAt) <= LATE_ENTRIES_MS
        ? ok(true)
        : refuse('too-late')
    case 'sealed':
      return refuse('sealed')
  }
}
