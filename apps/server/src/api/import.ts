import { Hono } from 'hono'
import { printJson, readJson, type MinutesRecord } from '@clairiere/minutes'
import { NewMeetingSchema, newBoard, refuse, ulid, type Board, type Outcome } from '@clairiere/ritual'
import { safeParse } from 'valibot'
import { linkOrigin } from '../access/origin.ts'
import type { AppMeans } from '../app-means.ts'
import { mayCreate } from './meetings.ts'
import { answerRefusal, callerOf, type Env } from './request.ts'

/** A JSON export becomes a sealed meeting with the same minutes, to the byte [AC-30]. */
export function importing(means: AppMeans): Hono<Env> {
  return new Hono<Env>().post('/', async (c) => {
    const allowed = mayCreate(c, means)
    if (!allowed.ok) return answerRefusal(c, allowed)
    const record = readJson(await c.req.text())
    if (!record.ok) return answerRefusal(c, record)
    const now = means.clock.now()
    const meetingId = ulid(now, means.randomBytes)
    const meta = { renewals: 0, createdAt: now }
    const made = boardOf(record.value, meetingId, new Date(now).toISOString())
    if (!made.ok) return answerRefusal(c, made)
    const board = made.value
    await means.store.createMeeting({
      meetingId,
      meta: JSON.stringify(meta),
      seed: { board: JSON.stringify(board), update: null },
      minutes: { version: board.meeting.minutesVersion, record: new TextEncoder().encode(printJson(record.value)) },
    })
    return c.json({ meetingId, links: means.links.links(linkOrigin(callerOf(c), means.config), meetingId, meta) }, 201)
  })
}

/** What the pages show around imported minutes; everything else is in the record itself. A draft is taken as its first version; what no meeting of ours could be is `malformed`. */
function boardOf({ meeting, locale, version }: MinutesRecord, id: string, now: string): Outcome<Board> {
  const { title, type, purpose, place, timezone, audience } = meeting
  const parsed = safeParse(NewMeetingSchema, {
    title: title.slice(0, 200),
    type,
    timezone,
    locale,
    audience,
    ...(purpose && { purpose: purpose.slice(0, 1000) }),
    ...(place && { place: place.slice(0, 200) }),
    organisations: [],
  })
  if (!parsed.success) return refuse('malformed')
  const { previous: _none, ...fresh } = parsed.output
  const board = newBoard(fresh, { id, now })
  return {
    ok: true,
    value: { ...board, meeting: { ...board.meeting, status: 'sealed', sealedAt: now, minutesVersion: Math.max(1, version) } },
  }
}
