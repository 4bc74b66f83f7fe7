import type { Board } from '../board.ts'
import { changeMeeting, changeNow, changeRecord } from '../board-changes.ts'
import { clearFloor } from '../floor/facts.ts'
import type { Day, Id, Instant, PersonId } from '../ids.ts'
import type { RoleId } from '../roles/ids.ts'
import type { Appliers } from '../stamp.ts'
import type { Meeting, NextMeeting, Phase, Privacy, RitualPart } from './entities.ts'
import type { Retold } from './handed-on.ts'
import { clipAtOpening, endEverything } from './spans.ts'
import type { StepMinutes } from './step-minutes.ts'
import { goesOn, stepSet, stops } from './step-timer.ts'

export type MeetingFact =
  | { type: 'meeting-convened'; scheduledStart?: Instant; purpose?: string; place?: string; plannedMinutes?: number }
  | { type: 'meeting-cancelled'; reason: string }
  | { type: 'meeting-opened' }
  | { type: 'phase-set'; phase: Phase }
  | { type: 'paused'; minutes?: number; signalId?: Id; silence?: true }
  | { type: 'resumed' }
  | { type: 'meeting-closed'; reviewUntil: Day; interrupted?: string }
  /** Words of these roots reached the server in review [§4.5]; nobody is named. */
  | { type: 'words-came-late'; roots: readonly string[] }
  | { type: 'review-agreed'; personId: PersonId }
  | { type: 'key-turned'; role: RoleId | null; personId: PersonId; for: Meeting['keys'][number]['for']; reason?: string }
  | { type: 'meeting-sealed'; by: readonly PersonId[] }
  | { type: 'meeting-reopened'; reasons: readonly string[]; reviewUntil: Day }
  | { type: 'privacy-set'; privacy: Partial<Privacy> }
  | {
      type: 'frame-set'
      frame: readonly string[]
      without?: readonly RitualPart[]
      /** The whole of it as it is from now on [A17]. */
      template?: { version: string; steps?: readonly Phase[]; stepMinutes?: StepMinutes; prompts?: Readonly<Record<string, string>> }
    }
  | { type: 'frame-agreed'; personId: PersonId }
  | { type: 'audience-set'; audience: Meeting['audience'] }
  | { type: 'licence-set'; licence: string }
  | { type: 'glossary-set'; glossary: Readonly<Record<string, string>> }
  | { type: 'next-meeting-set'; next: NextMeeting }
  /** The former meeting knows more, or says less, than when this one was made. */
  | { type: 'former-told'; told: Retold }

const withOne = (list: readonly PersonId[], personId: PersonId): readonly PersonId[] =>
  list.includes(personId) ? list : [...list, personId]

const stopTimer = (board: Board, at: Instant): Board => {
  const { timer } = board.now
  if (timer === null || timer.runningSince === null) return board
  return changeNow(board, {
    timer: { heldMs: timer.heldMs + Math.max(0, Date.parse(at) - Date.parse(timer.runningSince)), runningSince: null },
  })
}

export const meetingAppliers: Appliers<MeetingFact> = {
  'meeting-convened': (board, { type: _type, ...given }) => changeMeeting(board, { ...given, status: 'scheduled' }),
  'meeting-cancelled': (board, { reason }) => changeMeeting(board, { status: 'cancelled', cancelled: { reason } }),
  'meeting-opened': (board, _fact, { at }) => {
    const opened = stepSet(changeMeeting(board, { status: 'live', openedAt: at }), 'welcome', at)
    return clipAtOpening(changeRecord(opened, { phases: [{ phase: 'welcome', at }] }), at)
  },
  'phase-set': (board, { phase }, { at }) =>
    changeRecord(stepSet(clearFloor(board, at), phase, at), { phases: [...board.record.phases, { phase, at }] }),
  paused: (board, { minutes, signalId, silence }, { at }) => {
    const pause = {
      since: at,
      ...(minutes !== undefined && { untilMinutes: minutes }),
      ...(signalId !== undefined && { signalId }),
      ...(silence && { silence }),
    }
    // A level-3 signal that comes during a break ends the break: what follows is care, and counts as held time.
    const closed = board.record.pauses.map((span) => (span.to === undefined ? { ...span, to: at } : span))
    return changeRecord(changeNow(stops(stopTimer(board, at), at), { pause }), {
      pauses: [...closed, { from: at, ...(signalId !== undefined && { signalId }) }],
    })
  },
  resumed: (board, _fact, { at }) => {
    const { timer, itemId } = board.now
    const runs = timer !== null && itemId !== null && board.items[itemId]?.status === 'open'
    const pauses = board.record.pauses.map((span) => (span.to === undefined ? { ...span, to: at } : span))
    return changeRecord(changeNow(goesOn(board, at), { pause: null, timer: runs ? { ...timer, runningSince: at } : timer }), { pauses })
  },
  'meeting-closed': (board, { reviewUntil, interrupted }, { at }) =>
    endEverything(
      changeMeeting(board, {
        status: 'review',
        closedAt: at,
        reviewUntil,
        keys: [],
        reviewAgreed: [],
        ...(interrupted !== undefined && { interrupted: { reason: interrupted } }),
      }),
      at,
    ),
  'words-came-late': (board, { roots }, { at }) =>
    changeNow(board, { lateWords: { ...board.now.lateWords, ...Object.fromEntries(roots.map((root) => [root, at])) } }),
  'review-agreed': (board, { personId }) => changeMeeting(board, { reviewAgreed: withOne(board.meeting.reviewAgreed, personId) }),
  'key-turned': (board, { type: _type, ...key }) =>
    changeMeeting(board, { keys: [...board.meeting.keys.filter((turned) => turned.for === key.for), key] }),
  'meeting-sealed': (board, { by }, { at }) =>
    changeMeeting(board, { status: 'sealed', sealedAt: at, sealedBy: by, keys: [], minutesVersion: board.meeting.minutesVersion + 1 }),
  'meeting-reopened': (board, { reasons, reviewUntil }, { at }) =>
    changeMeeting(board, { status: 'review', reopened: { reasons, at }, reviewUntil, reviewAgreed: [], keys: [] }),
  'privacy-set': (board, { privacy }) => changeMeeting(board, { privacy: { ...board.meeting.privacy, ...privacy } }),
  'frame-set': (board, { type: _type, template, ...given }) => {
    const agreed = changeMeeting(board, { ...given, frameAgreed: [] })
    if (!template) return agreed
    const { steps: _steps, stepMinutes: _minutes, prompts: _prompts, ...rest } = agreed.meeting
    const { version: templateVersion, ...own } = template
    return { ...agreed, meeting: { ...rest, ...own, templateVersion } }
  },
  'frame-agreed': (board, { personId }) => changeMeeting(board, { frameAgreed: withOne(board.meeting.frameAgreed, personId) }),
  'audience-set': (board, { audience }) => changeMeeting(board, { audience }),
  'licence-set': (board, { licence }) => changeMeeting(board, { licence }),
  'glossary-set': (board, { glossary }) => changeMeeting(board, { glossary }),
  'next-meeting-set': (board, { next }) => changeMeeting(board, { next }),
  'former-told': (board, { told }) => ({ ...board, previous: { ...board.previous, ...told } }),
}
