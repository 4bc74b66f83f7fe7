import { Hono } from 'hono'
import {
  NewMeetingSchema,
  boardJson,
  linkOpens,
  newBoard,
  previousOf,
  readWords,
  refuse,
  teraOrganisations,
  ulid,
  type NewMeeting,
  type Outcome,
  type Previous,
} from '@clairiere/ritual'
import { getCookie } from 'hono/cookie'
import { previousOfRecord, readRecord } from '@clairiere/minutes'
import type { InferOutput } from 'valibot'
import { findMeeting } from '../access/identity.ts'
import { addressOf, linkOrigin, pageOf } from '../access/origin.ts'
import type { AppMeans } from '../app-means.ts'
import { forgetsAt } from '../forgetting.ts'
import { isSame } from '../keys/server-key.ts'
import { hearFormer } from './tell-followers.ts'
import { COOKIE, answerRefusal, bearerOf, callerOf, enter, readBody, type Ctx, type Env } from './request.ts'

/** Making a meeting, and its board as JSON. */
export function meetings(means: AppMeans): Hono<Env> {
  const { store, rooms, links, passes, clock, config } = means
  return new Hono<Env>()
    .post('/', async (c) => {
      const allowed = mayCreate(c, means)
      if (!allowed.ok) return answerRefusal(c, allowed)
      const body = await readBody(c, NewMeetingSchema)
      if (!body.ok) return answerRefusal(c, body)
      const apart = areApart(body.value)
      if (!apart.ok) return answerRefusal(c, apart)
      const input = await withPrevious(c, body.value, means)
      if (!input.ok) return answerRefusal(c, input)
      const meetingId = ulid(clock.now(), means.randomBytes)
      const board = newBoard(input.value, { id: meetingId, now: new Date(clock.now()).toISOString() })
      const createdAt = clock.now()
      const forgetAfter = forgetsAt(board, createdAt)
      const meta = { renewals: 0, createdAt, ...(forgetAfter !== null && { forgetAfter }) }
      const { previous } = body.value
      const former = previous !== undefined && 'meetingId' in previous ? previous.meetingId : null
      const secrets = former === null ? [] : [passes.follows(meetingId, former)]
      await store.createMeeting({ meetingId, meta: JSON.stringify(meta), seed: { board: JSON.stringify(board), update: null }, secrets })
      if (former !== null)
        await hearFormer(means, { former, made: board }).catch((fault: unknown) =>
          means.log.error('a meeting did not hear its former', { meetingId }, fault),
        )
      return c.json({ meetingId, links: links.links(linkOrigin(callerOf(c), config), meetingId, meta) }, 201)
    })
    .get('/:id', async (c) => {
      const entered = await enter(c, means)
      if (!entered.ok) return answerRefusal(c, entered)
      const { meeting, identity } = entered.value
      if (identity === null) return answerRefusal(c, refuse('unknown-person'))
      const room = await rooms.open(meeting.meetingId)
      if (room === null) return answerRefusal(c, refuse('no-such-meeting'))
      if (identity.is === 'link' && !linkOpens(room.board.meeting, identity.link)) return answerRefusal(c, refuse('circle-only'))
      // Whoever stands at the door is told what its link makes of them.
      const link = identity.is === 'link' && { link: identity.link }
      const shown = { generation: room.generation, ...link, ...boardJson(room.board, room.seq) }
      await room.settled() // what is shown is synced
      return c.json(shown)
    })
}

/** Who may make a meeting here, or bring one in: anyone who is not a foreign page and not too fast; with `CREATE_KEY`, whoever has it. */
export function mayCreate(c: Ctx, { config, limits }: AppMeans): Outcome<true> {
  const caller = callerOf(c)
  if (pageOf(caller, config) === 'foreign') return refuse('not-yours')
  if (!limits.creates.admits(addressOf(caller, config))) return refuse('too-many')
  if (config.createKey !== null && !isSame(bearerOf(c) ?? '', config.createKey)) return refuse('unknown-person')
  return { ok: true, value: true }
}

type Given = InferOutput<typeof NewMeetingSchema>

/** Of two points or structures of one id, one would be lost without a word; and a colon in a point's would part the names of its notes. */
function areApart({ agenda, organisations }: Pick<Given, 'agenda' | 'organisations'>): Outcome<true> {
  const isTwice = (list: readonly { id?: string | undefined }[] = []): boolean =>
    list.some(({ id }, at) => id !== undefined && list.findIndex((one) => one.id === id) !== at)
  if (isTwice(agenda) || agenda.some(({ id }) => id?.includes(':') === true)) return refuse('malformed', { field: 'agenda' })
  return isTwice(organisations) ? refuse('malformed', { field: 'organisations' }) : { ok: true, value: true }
}

/** The former meeting, looked up by one of its links or by who was in it; read from its minutes; or as the caller tells it. */
async function withPrevious(c: Ctx, { previous, ...given }: Given, means: AppMeans): Promise<Outcome<NewMeeting>> {
  if (previous === undefined) return { ok: true, value: given }
  if (!('meetingId' in previous || 'minutes' in previous)) return { ok: true, value: { ...given, previous } }
  const found = 'minutes' in previous ? readMinutes(previous.minutes, given) : await lookUp(c, previous, means)
  return found.ok ? { ok: true, value: { ...given, previous: found.value } } : found
}

function readMinutes(minutes: unknown, { organisations, type }: Pick<Given, 'organisations' | 'type'>): Outcome<Previous> {
  const record = readRecord(minutes)
  return record.ok ? previousOfRecord(record.value, organisations ?? (type === 'ecosystem' ? teraOrganisations : [])) : record
}

type Shown = { meetingId: string; key: string } | { meetingId: string; as: string }

async function lookUp(c: Ctx, shown: Shown, { store, links, rooms, passes }: AppMeans): Promise<Outcome<Previous>> {
  const { meetingId } = shown
  const former = await findMeeting(store, meetingId)
  if (former === null) return refuse('no-such-meeting')
  const cookie = getCookie(c, COOKIE)
  const link = 'key' in shown ? links.kindOf(meetingId, former.meta, shown.key) : null
  const isKnown = 'key' in shown ? link !== null : cookie !== undefined && (await passes.byDevice(meetingId, cookie)).includes(shown.as)
  if (!isKnown) return refuse('not-yours')
  const room = await rooms.open(meetingId)
  if (room === null) return refuse('no-such-meeting')
  if (link !== null && !linkOpens(room.board.meeting, link)) return refuse('circle-only')
  return { ok: true, value: { ...previousOf(room.board, readWords(room.doc)), followed: true } }
}
