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
  readJson,
  type MinutesRecord,
} from '@clairiere/minutes'
import { hatsOf, minutesFormats, readsSealed, readWords, refuse, type MinutesFormat, type Outcome } from '@clairiere/ritual'
import type { Identity } from '../access/identity.ts'
import type { AppMeans } from '../app-means.ts'
import type { Room } from '../room/room.ts'
import { answerRefusal, enter, type Ctx, type Env } from './request.ts'

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
    .get('/:id/versions', (c) => versions(c, means))
    .get('/:id/given-time.csv', (c) => givenTime(c, means))
    .get('/:id/:file{minutes\\.[a-z]+}', async (c) => {
      const format = minutesFormats.find((known) => c.req.param('file') === `minutes.${known}`)
      if (format === undefined) return c.notFound()
      const come = await comeToRead(c, means)
      if (!come.ok) return answerRefusal(c, come)
      const { room, identity } = come.value
      const allowed = mayTake(room, identity, format)
      if (!allowed.ok) return answerRefusal(c, allowed)
      const asked = versionOf(c, room)
      if (!asked.ok) return answerRefusal(c, asked)
      const record = await recordOf(room, means, asked.value)
      return record.ok ? give(c, record.value, format) : answerRefusal(c, record)
    })
}

/** The meeting that the path names, for one of its people or the holder of one of its links; sealed, for its whole audience [F7]. */
async function comeToRead(c: Ctx, means: AppMeans): Promise<Outcome<{ room: Room; identity: Identity | null }>> {
  const entered = await enter(c, means)
  if (!entered.ok) return entered
  const { meeting, identity } = entered.value
  const room = await means.rooms.open(meeting.meetingId)
  if (room === null) return refuse('no-such-meeting')
  const isSealed = room.board.meeting.status === 'sealed'
  if (isSealed && readsSealed(room.board, identity)) return { ok: true, value: { room, identity } }
  if (identity === null) return refuse('unknown-person')
  return isSealed ? refuse('circle-only') : { ok: true, value: { room, identity } }
}

/** [contract § HTTP] Live and in review: facilitation and scribe take all, the others see the page. Sealed: whoever may come to read. */
function mayTake(room: Room, identity: Identity | null, format: MinutesFormat): Outcome<true> {
  const { status } = room.board.meeting
  if (status === 'sealed') return { ok: true, value: true }
  if (identity?.is !== 'person') return refuse('not-yours')
  if (status !== 'live' && status !== 'review') return refuse('not-live')
  const worn = hatsOf(room.board, room.online, { kind: 'person', personId: identity.personId })
  const writes = worn.has('F') || worn.has('S')
  return writes || format === 'html' ? { ok: true, value: true } : refuse('not-permitted')
}

/** The time given by structure [C4], for whoever may take the minutes as a file. Minutes brought in from elsewhere hold no times: there is nothing then. */
async function givenTime(c: Ctx, means: AppMeans): Promise<Response> {
  const come = await comeToRead(c, means)
  if (!come.ok) return answerRefusal(c, come)
  const { room, identity } = come.value
  const allowed = mayTake(room, identity, 'json')
  if (!allowed.ok) return answerRefusal(c, allowed)
  if (room.board.meeting.openedAt === undefined) return answerRefusal(c, refuse('no-such-thing'), 404)
  const table = givenTimeCsv(room.board, { now: new Date(means.clock.now()).toISOString() })
  await room.settled()
  c.header('Content-Type', 'text/csv; charset=utf-8')
  c.header('Content-Disposition', 'attachment; filename="temps-donne.csv"')
  c.header('Cache-Control', 'no-store')
  return c.body(table)
}

/** Which versions can be read, and their title: for the audience, once the meeting is sealed [F9]. */
async function versions(c: Ctx, means: AppMeans): Promise<Response> {
  const come = await comeToRead(c, means)
  if (!come.ok) return answerRefusal(c, come)
  const { room } = come.value
  const { status, minutesVersion: current, title } = room.board.meeting
  if (status !== 'sealed') return answerRefusal(c, refuse('not-live'))
  const known = await means.store.meeting(room.meetingId)
  c.header('Cache-Control', 'no-store')
  return c.json({ current, versions: known?.versions ?? [], title })
}

/** An earlier version is asked for by its number (`?version=1`), of sealed minutes alone; without it, the one that stands. Refuses what is no number. */
function versionOf(c: Ctx, room: Room): Outcome<number> {
  const asked = c.req.query('version')
  const { status, minutesVersion } = room.board.meeting
  if (asked === undefined || status !== 'sealed') return { ok: true, value: minutesVersion }
  return /^[1-9]\d{0,5}$/.test(asked) ? { ok: true, value: Number(asked) } : refuse('malformed')
}

async function recordOf(room: Room, { store, clock }: AppMeans, version: number): Promise<Outcome<MinutesRecord>> {
  const { status, minutesVersion } = room.board.meeting
  if (status === 'sealed') {
    const bytes = await store.minutes(room.meetingId, version)
    // Withdrawn at somebody's request, or never there.
    if (bytes === null && version !== minutesVersion) return refuse('no-such-thing')
    if (bytes === null) throw new Error('a sealed meeting without its minutes')
    return readJson(new TextDecoder().decode(bytes))
  }
  const record = minutesRecord(room.board, readWords(room.doc), { now: new Date(clock.now()).toISOString() })
  await room.settled()
  return { ok: true, value: record }
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
