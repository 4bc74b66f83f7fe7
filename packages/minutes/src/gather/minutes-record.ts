import { minutedItems, redactionMarks, type Board, type Instant, type Words } from '@clairiere/ritual'
import { recordFormat, type MinutesRecord, type NextMeeting, type Stage } from '../record/record.ts'
import { redactions, roleIds, rotiValues } from '../record/vocabulary.ts'
import { minuteOf } from './clock.ts'
import { actionsOf, followUpOf } from './follow-up.ts'
import { withUsedGlossary } from './glossary.ts'
import { itemOf } from './items.ts'
import { aboveZero, moodOf, weatherOf } from './mood.ts'
import { presenceOf } from './presence.ts'
import { rolesOf } from './roles.ts'
import { sourcesOf, type Sources } from './sources.ts'

const ROTI_FROM = 5

/**
 * Everything that the minutes of a board may show, and nothing else [architecture, always 7]. Pure: the same board and words give the same record.
 * `now` matters only until the sealing, for a meeting still running and for windows still open. Throws on a time zone unknown to the runtime.
 */
export const minutesRecord = (board: Board, words: Words, { now }: { now: Instant }): MinutesRecord => {
  const sources = sourcesOf(board, words, now)
  const { meeting } = board
  const items = minutedItems(sources.board.items)
  const numbers = new Map(items.map((item, index) => [item.id, String(index + 1)]))
  const numberOf = (itemId: string) => numbers.get(itemId)
  const weather = weatherOf(sources)
  const mood = moodOf(sources)
  const record: MinutesRecord = {
    format: recordFormat,
    locale: meeting.locale,
    version: meeting.minutesVersion,
    stage: stageOf(sources),
    meeting: meetingOf(sources),
    presence: presenceOf(sources),
    roles: rolesOf(sources, numberOf),
    ...(weather === undefined ? {} : { weather }),
    followUp: followUpOf(sources),
    items: items.map((item) => itemOf(sources, item, numberOf(item.id) ?? '')),
    actions: actionsOf(sources, numberOf),
    ...(mood === undefined ? {} : { mood }),
    disagreements: words.disagreements.map(({ subject, shared, debated, next }) => ({ subject, shared, debated, next })),
    learnings: words.learnings.map(({ kind, text }) => ({ kind, text })),
    resources: words.resources.map(({ title, type, url, licence, steward, reciprocity }) => ({
      title,
      ...(type ? { type } : {}),
      ...(url ? { url } : {}),
      ...(licence ? { licence } : {}),
      ...(steward ? { steward: sources.names.organisation(steward) } : {}),
      ...(reciprocity ? { reciprocity } : {}),
    })),
    closing: closingOf(sources),
    ...(meeting.next === undefined ? {} : { next: nextOf(sources, meeting.next) }),
    windows: windowsOf(sources),
    corrections: correctionsOf(sources),
    ...(board.record.forgottenAt === undefined ? {} : { forgottenOn: sources.clock.day(board.record.forgottenAt) }),
    writtenBy: writersOf(sources),
    glossary: [],
  }
  return withUsedGlossary(record, meeting.glossary)
}

const stageOf = ({ board: { meeting }, names, clock }: Sources): Stage => {
  if (meeting.status === 'sealed' && meeting.sealedAt !== undefined)
    return { is: 'sealed', day: clock.day(meeting.sealedAt), hour: clock.hour(meeting.sealedAt), by: names.people(meeting.sealedBy) }
  if (meeting.status === 'review') return { is: 'review', ...(meeting.reviewUntil === undefined ? {} : { until: meeting.reviewUntil }) }
  return { is: 'live' }
}

const meetingOf = ({ board: { meeting }, clock, openedAt }: Sources): MinutesRecord['meeting'] => {
  const { closedAt, reviewUntil, sealedAt } = meeting
  const from = closedAt === undefined ? undefined : clock.day(closedAt)
  const sealedOn = sealedAt === undefined ? undefined : clock.day(sealedAt)
  // agreed by all, a review ends before its time
  const until = reviewUntil !== undefined && sealedOn !== undefined && sealedOn < reviewUntil ? sealedOn : reviewUntil
  return {
    type: meeting.type,
    title: meeting.title,
    ...(meeting.purpose ? { purpose: meeting.purpose } : {}),
    ...(meeting.place ? { place: meeting.place } : {}),
    timezone: meeting.timezone,
    day: clock.day(openedAt),
    start: clock.hour(openedAt),
    ...(closedAt === undefined ? {} : { end: clock.hour(closedAt), minutes: Math.max(0, minuteOf(closedAt) - minuteOf(openedAt)) }),
    ...(from === undefined || until === undefined ? {} : { review: { from, until } }),
    audience: meeting.audience,
    ...(meeting.licence ? { licence: meeting.licence } : {}),
    ...(meeting.interrupted === undefined ? {} : { interrupted: meeting.interrupted.reason }),
    ...(meeting.reopened === undefined ? {} : { reopened: [...meeting.reopened.reasons] }),
  }
}

const closingOf = ({ board: { closing, meeting, record }, names }: Sources): MinutesRecord['closing'] => {
  const level = meeting.privacy.closing
  if (level === 'none') return { improvements: [], words: [] }
  // Left out beforehand or passed over in the evening, and nothing of it given all the same: the minutes say so [A2]. An interruption is no choice.
  const isPassedOver = record.closingSkipped === true && meeting.interrupted === undefined
  const isHeard = closing.roti !== undefined || closing.words.length + closing.improvements.length > 0
  const isSkipped = !isHeard && (isPassedOver || meeting.without?.includes('closing') === true)
  const isCounted = closing.roti !== undefined && closing.roti.answers >= ROTI_FROM
  return {
    ...(isSkipped && { skipped: true as const }),
    ...(isCounted && closing.roti ? { roti: aboveZero(rotiValues, closing.roti.counts) } : {}),
    improvements: closing.improvements.map((each) => each.text),
    words:
      level === 'roti-only'
        ? []
        : closing.words.map(({ personId, text }) => ({
            by:
              personId === undefined
                ? { as: 'person' as const, name: redactionMarks[meeting.locale] }
                : names.author({ attribution: 'name-and-voice', personId }, text),
            text,
          })),
  }
}

/**
 * What is to be read otherwise, in the order asked [§4.12]. Nobody's words are changed in their place, which may be signed and cited: the wording stands in the table,
 * also when it was accepted before the sealing.
 */
const correctionsOf = ({ board, names, clock, inOrder }: Sources): MinutesRecord['corrections'] =>
  inOrder(board.corrections)
    .filter(({ status }) => status !== 'asked')
    .map(({ at, by, place, reason, kind, status, before, after }) => {
      const on = clock.day(at)
      const redacted = kind === 'redaction' ? redactions.find((each) => each === place) : undefined
      if (kind === 'redaction') return { on, place, reason, ...(redacted === undefined ? {} : { redacted }) }
      const author = board.people[by] ? { personId: by } : { voice: by }
      const asks = { by: names.author({ ...author, attribution: 'name-and-voice' }, after), text: after }
      return { on, place, reason, ...(before === '' ? {} : { before }), after, ...(status === 'disputed' && { disputed: asks }) }
    })

const nextOf = ({ names, clock }: Sources, next: NonNullable<Board['meeting']['next']>): NextMeeting => ({
  day: clock.day(next.date),
  hour: clock.hour(next.date),
  ...(next.place ? { place: next.place } : {}),
  roles: roleIds.map((role) => ({ role, people: names.people(next.roles[role] ?? []) })).filter(({ people }) => people.length > 0),
  toInclude: [...next.toInclude],
})

/** Windows open on the day of the minutes, by date: decisions by reference, then items in their order. */
const windowsOf = (sources: Sources): MinutesRecord['windows'] => {
  const { board, today } = sources
  const decisions = Object.values(board.decisions).flatMap(({ status, ref, reactionUntil }) =>
    status === 'adopted' && ref ? [{ until: reactionUntil, ref }] : [],
  )
  const items = minutedItems(sources.board.items).flatMap((item) => {
    const until = item.status === 'withdrawn' ? undefined : board.broadcasts[item.id]?.openUntil
    return until === undefined ? [] : [{ until, title: item.title }]
  })
  const days = [...new Set([...decisions, ...items].map(({ until }) => until))].filter((day) => day >= today).toSorted()
  return days.map((until) => ({
    until,
    decisions: decisions
      .filter((each) => each.until === until)
      .map((each) => each.ref)
      .toSorted(),
    items: items.filter((each) => each.until === until).map((each) => each.title),
  }))
}

/** Whoever held the pen, in the order in which they took it. */
const writersOf = ({ board, names, endedAt }: Sources): string[] => {
  const spans = board.record.roleSpans.filter((span) => span.role === 'scribe' && span.rank !== 'backup' && span.from <= endedAt)
  const holders = spans.filter((span) => span.rank === 'holder')
  return names.people([...new Set([...holders, ...spans].map((span) => span.personId))])
}
