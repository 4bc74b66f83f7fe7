import { Hono } from 'hono'
import {
  givenTimeCsv,
  minutesRecord,
  minutesTree,
  pageNames,
  printDokuWiki,
  printHtml,
  printJson,
  printMarkdown,
  printMediaWiki,
  type MinutesRecord,
} from '@clairiere/minutes'
import { hatsOf, minutesFormats, readsSealed, readWords, refuse, type MinutesFormat, type Outcome } from '@clairiere/ritual'
import type { Identity } from '../access/identity.ts'
import type { AppMeans } from '../app-means.ts'
import type { Room } from '../room/room.ts'
import { answerRefusal, enter, mayExport, type Ctx, type Env } from './request.ts'
import { sealedFor, sealedVersion, versionAsked } from './sealed-minutes.ts'

const files: Readonly<Record<MinutesFormat, { ending: string; type: string }>> = {
  md: { ending: '.md', type: 'text/markdown; charset=utf-8' },
  dokuwiki: { ending: '.dokuwiki.txt', type: 'text/plain; charset=utf-8' },
  mediawiki: { ending: '.mediawiki.txt', type: 'text/plain; charset=utf-8' },
  html: { ending: '.html', type: 'text/html; charset=utf-8' },
  json: { ending: '.json', type: 'application/json; charset=utf-8' },
}

/** Minutes to take away: a draft while the meeting lives and settles, the sealed record once it is sealed, the same bytes whoever asks [AC-24, AC-25]. */
export function minutes(means: AppMeans): Hono<Env> {
  return new Hono<Env>()
    .get('/:id/versions', async (c) => {
      const known = await versions(c, means)
      c.header('Cache-Control', 'no-store')
      return known.ok ? c.json(known.value) : answerRefusal(c, known)
    })
    .get('/:id/given-time.csv', (c) => givenTime(c, means))
    .get('/:id/:file{minutes\\.[a-z]+}', async (c) => {
      const format = minutesFormats.find((known) => c.req.param('file') === `minutes.${known}`)
      if (format === undefined) return c.notFound()
      const record = await recordFor(c, means, format)
      return record.ok ? give(c, record.value, format) : answerRefusal(c, record)
    })
}

/** The record that this caller may take in this format: what is sealed, or for a person the draft of what is not yet. */
async function recordFor(c: Ctx, means: AppMeans, format: MinutesFormat): Promise<Outcome<MinutesRecord>> {
  const entered = await enter(c, means)
  if (!entered.ok) return entered
  const { meeting, identity } = entered.value
  const may = mayExport(c, means, meeting, identity)
  if (!may.ok) return may
  const asked = c.req.query('version')
  if (identity?.is !== 'person') {
    const sealed = await sealedFor(means.store, meeting.meetingId, identity)
    return sealed.ok ? versionOf(means, meeting.meetingId, asked, sealed.value) : sealed
  }
  const room = await means.rooms.open(meeting.meetingId)
  if (room === null) return refuse('no-such-meeting')
  const { status, minutesVersion } = room.board.meeting
  // A version that was sealed stays readable while the next one is prepared [§2.4.1]; without a number it is the draft that is meant.
  if (asked !== undefined && isReopened(room) && readsSealed(room.board, identity))
    return versionOf(means, room.meetingId, asked, { current: minutesVersion })
  const allowed = mayTake(room, identity, format)
  if (!allowed.ok) return allowed
  if (status === 'sealed') return versionOf(means, room.meetingId, asked, { current: minutesVersion })
  const record = minutesRecord(room.board, readWords(room.doc), { now: room.now })
  await room.settled()
  return { ok: true, value: record }
}

const isReopened = ({ board }: Room): boolean => board.meeting.status === 'review' && board.meeting.minutesVersion > 0

/** An earlier version is asked for by its number (`?version=1`); without it, the one that stands. */
async function versionOf(
  { store }: AppMeans,
  meetingId: string,
  asked: string | undefined,
  { current, record }: { current: number; record?: MinutesRecord },
): Promise<Outcome<MinutesRecord>> {
  const version = versionAsked(asked, current)
  if (!version.ok) return version
  if (version.value === current && record !== undefined) return { ok: true, value: record }
  const found = await sealedVersion(store, meetingId, version.value)
  if (!found.ok && version.value === current) throw new Error('a sealed meeting without its minutes')
  return found
}

/** [contract § HTTP] Live and in review: facilitation and scribe take all, the others see the page. Sealed: whoever the group chose as its audience [F7]. */
function mayTake(room: Room, identity: Identity, format: MinutesFormat): Outcome<true> {
  const { status } = room.board.meeting
  if (status === 'sealed') return readsSealed(room.board, identity) ? { ok: true, value: true } : refuse('circle-only')
  if (identity.is !== 'person') return refuse('not-yours')
  if (status !== 'live' && status !== 'review') return refuse('not-live')
  const worn = hatsOf(room.board, room.online, { kind: 'person', personId: identity.personId })
  const writes = worn.has('F') || worn.has('S')
  return writes || format === 'html' ? { ok: true, value: true } : refuse('not-permitted')
}

/**
 * The time given by structure [C4], for the people and links that may take the minutes as a file: it is made from the board, which nobody loads who shows nothing. Minutes
 * brought in from elsewhere hold no times: there is nothing then.
 */
async function givenTime(c: Ctx, means: AppMeans): Promise<Response> {
  const entered = await enter(c, means)
  if (!entered.ok) return answerRefusal(c, entered)
  const { meeting, identity } = entered.value
  if (identity === null) return answerRefusal(c, refuse('unknown-person'))
  const may = mayExport(c, means, meeting, identity)
  if (!may.ok) return answerRefusal(c, may)
  const room = await means.rooms.open(meeting.meetingId)
  if (room === null) return answerRefusal(c, refuse('no-such-meeting'))
  const allowed = mayTake(room, identity, 'json')
  if (!allowed.ok) return answerRefusal(c, allowed)
  if (room.board.meeting.openedAt === undefined) return answerRefusal(c, refuse('no-such-thing'), 404)
  const table = givenTimeCsv(room.board, { now: room.now })
  await room.settled()
  c.header('Content-Type', 'text/csv; charset=utf-8')
  c.header('Content-Disposition', 'attachment; filename="temps-donne.csv"')
  c.header('Cache-Control', 'no-store')
  return c.body(table)
}

/** Which versions can be read, and their title: for the audience, once the meeting is sealed, and while it is reopened [F9]. */
async function versions(c: Ctx, means: AppMeans): Promise<Outcome<{ current: number; versions: readonly number[]; title: string }>> {
  const entered = await enter(c, means)
  if (!entered.ok) return entered
  const { meeting, identity } = entered.value
  if (identity?.is !== 'person') {
    const sealed = await sealedFor(means.store, meeting.meetingId, identity)
    if (!sealed.ok) return sealed
    const { current, versions: known, record } = sealed.value
    return { ok: true, value: { current, versions: known, title: record.meeting.title } }
  }
  const room = await means.rooms.open(meeting.meetingId)
  if (room === null) return refuse('no-such-meeting')
  const { status, minutesVersion: current, title } = room.board.meeting
  if (status !== 'sealed' && !isReopened(room)) return refuse('not-live')
  if (!readsSealed(room.board, identity)) return refuse('circle-only')
  const known = await means.store.meeting(room.meetingId)
  return { ok: true, value: { current, versions: known?.versions ?? [], title } }
}

function give(c: Ctx, record: MinutesRecord, format: MinutesFormat): Response {
  const { ending, type } = files[format]
  c.header('Content-Type', type)
  c.header('Content-Disposition', `attachment; filename="${pageNames(record).file}${ending}"`)
  c.header('Cache-Control', 'no-store')
  if (format === 'html') c.header('Content-Security-Policy', 'sandbox')
  return c.body(print(record, format))
}

function print(record: MinutesRecord, format: MinutesFormat): string {
  switch (format) {
    case 'md':
      return printMarkdown(minutesTree(record))
    case 'dokuwiki':
      return printDokuWiki(minutesTree(record))
    case 'mediawiki':
      return printMediaWiki(minutesTree(record))
    case 'html':
      return printHtml(minutesTree(record))
    case 'json':
      return printJson(record)
  }
}
