import type { ActOf } from '../acts.ts'
import { given } from '../fields.ts'
import { circleSize, wasInMeeting } from '../permissions/circle-size.ts'
import { hatsOf } from '../permissions/hats.ts'
import { refuse } from '../refusal.ts'
import type { Judge } from '../scene.ts'
import { isUntreated } from '../signals/untreated.ts'
import { defaultTemplate } from '../template.ts'
import { facts, whoActs } from '../verdict.ts'
import type { meetingActs } from './acts.ts'
import { judgeClose, judgeInterrupt } from './close.ts'
import { privacyLevels, type Phase, type Privacy } from './entities.ts'
import { ownTemplate, stepsOf, templateVersionOf } from './ritual-template.ts'
import { judgeReopen, judgeSeal } from './seal.ts'

/** Anyone present may open five minutes after the announced start, when nobody leads [§4.6]. */
const OPEN_WITHOUT_LEADER_AFTER_MS = 5 * 60 * 1000

const convene: Judge<ActOf<'convene'>> = ({ board, now }, _actor, { type: _type, scheduledStart, ...rest }) => {
  if (board.meeting.purpose === '' && rest.purpose === undefined) return refuse('incomplete', { missing: ['purpose'] })
  const start = scheduledStart === undefined ? (board.meeting.scheduledStart ?? now) : new Date(scheduledStart).toISOString()
  return facts({ type: 'meeting-convened', ...given(rest), scheduledStart: start })
}

const open: Judge<ActOf<'open'>> = ({ board, online, now }, actor) => {
  const leads = ['F', 'H'] as const
  const worn = hatsOf(board, online, actor)
  const start = board.meeting.scheduledStart
  if (!leads.some((hat) => worn.has(hat)) && start !== undefined && Date.parse(now) < Date.parse(start) + OPEN_WITHOUT_LEADER_AFTER_MS)
    return refuse('too-early')
  if (circleSize(board) < 2) return refuse('too-few-people', { needed: 2 })
  return facts({ type: 'meeting-opened' })
}

/** Forward at will (what is skipped leaves its trace in the minutes [A2]); back by one only [§2.4.1]. */
const setPhase: Judge<ActOf<'set-phase'>> = ({ board }, _actor, { from, to }) => {
  if (board.now.phase !== from) return refuse('moved-on')
  const place = (phase: Phase | null): number => (phase === null ? -1 : stepsOf(board.meeting).indexOf(phase))
  if (place(to) === place(from) || place(to) < place(from) - 1) return refuse('wrong-phase')
  return facts({ type: 'phase-set', phase: to })
}

const resume: Judge<ActOf<'resume'>> = ({ board }) => {
  const { pause } = board.now
  if (pause === null) return refuse('wrong-status')
  const signal = pause.signalId === undefined ? undefined : board.signals[pause.signalId]
  if (signal && isUntreated(signal)) return refuse('signal-open', { signals: [signal.id] })
  return facts({ type: 'resumed' })
}

/** The rules, the parts held, and the group's own template; its order, its minutes and its questions are agreed with the frame, before the weather begins [A17, B18]. */
const setFrame: Judge<ActOf<'set-frame'>> = ({ board }, _actor, { frame, without, ...own }) => {
  const { meeting, now, previous } = board
  const template =
    own.steps === undefined && own.stepMinutes === undefined && own.prompts === undefined
      ? undefined
      : ownTemplate({
          steps: own.steps ?? meeting.steps,
          stepMinutes: own.stepMinutes ?? meeting.stepMinutes,
          prompts: own.prompts ?? meeting.prompts,
        })
  const isOther = template !== undefined && templateVersionOf({ ...meeting, version: '' }, template) !== ''
  if (isOther && now.phase !== null && now.phase !== 'welcome') return refuse('wrong-phase')
  const version = template && templateVersionOf(previous.template ?? { version: defaultTemplate.version }, template)
  return facts({
    type: 'frame-set',
    frame,
    ...(without !== undefined && { without: [...new Set(without)] }),
    ...(template && version !== undefined && { template: { ...template, version } }),
  })
}

/** Any one person who took part may tighten, nobody may loosen [§2.5-18]. */
const setPrivacy: Judge<ActOf<'set-privacy'>> = ({ board }, actor, { type: _type, ...asked }) => {
  if (board.meeting.closedAt !== undefined && !wasInMeeting(board, whoActs(actor))) return refuse('not-permitted')
  const privacy: Record<string, string> = {}
  for (const [name, levels] of Object.entries(privacyLevels) as [keyof Privacy, readonly string[]][]) {
    const level = asked[name]
    if (level === undefined || level === board.meeting.privacy[name]) continue
    if (levels.indexOf(level) < levels.indexOf(board.meeting.privacy[name])) return refuse('privacy-only-tightens', { setting: name })
    privacy[name] = level
  }
  return Object.keys(privacy).length === 0 ? facts() : facts({ type: 'privacy-set', privacy })
}

const agreeReview: Judge<ActOf<'agree-review'>> = ({ board }, actor) => {
  const personId = whoActs(actor)
  if (!wasInMeeting(board, personId)) return refuse('not-permitted')
  return board.meeting.reviewAgreed.includes(personId) ? facts() : facts({ type: 'review-agreed', personId })
}

export const meetingJudges = {
  convene,
  cancel: (_scene, _actor, { reason }) => facts({ type: 'meeting-cancelled', reason }),
  open,
  'set-phase': setPhase,
  pause: ({ board }, _actor, { minutes, silence }) =>
    board.now.pause === null
      ? facts({ type: 'paused', ...(minutes !== undefined && { minutes }), ...(silence === true && { silence }) })
      : refuse('wrong-status'),
  resume,
  close: judgeClose,
  interrupt: judgeInterrupt,
  'agree-review': agreeReview,
  seal: judgeSeal,
  reopen: judgeReopen,
  'set-privacy': setPrivacy,
  'set-frame': setFrame,
  'agree-frame': ({ board }, actor) =>
    board.meeting.frameAgreed.includes(whoActs(actor)) ? facts() : facts({ type: 'frame-agreed', personId: whoActs(actor) }),
  'set-audience': (_scene, _actor, { audience }) => facts({ type: 'audience-set', audience }),
  'set-licence': (_scene, _actor, { licence }) => facts({ type: 'licence-set', licence }),
  'set-glossary': (_scene, _actor, { glossary }) => facts({ type: 'glossary-set', glossary }),
  'set-next-meeting': ({ board }, _actor, { type: _type, ...next }) => {
    const unknown = Object.values(next.roles)
      .flat()
      .filter((id) => !board.people[id])
    if (unknown.length > 0) return refuse('unknown-person', { people: unknown })
    return facts({ type: 'next-meeting-set', next: { ...given(next), date: new Date(next.date).toISOString() } })
  },
} satisfies { [T in keyof typeof meetingActs]: Judge<ActOf<T>> }
