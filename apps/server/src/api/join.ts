import { Hono } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import * as v from 'valibot'
import { JoinBesideSchema, JoinSchema, refuse, ulid, type Outcome } from '@clairiere/ritual'
import { addressOf, originOf } from '../access/origin.ts'
import type { KnownMeeting } from '../access/identity.ts'
import type { AppMeans } from '../app-means.ts'
import type { Room } from '../room/room.ts'
import { COOKIE, answerRefusal, callerOf, enter, readBody, type Ctx, type Env } from './request.ts'

/** With a pairing code no name is asked: the person is known. */
const CodeSchema = v.object({ key: v.pipe(v.string(), v.maxLength(20)) })
const BodySchema = v.union([JoinSchema, CodeSchema, JoinBesideSchema])
type Body = v.InferOutput<typeof BodySchema>

/** Coming in: by a link, as a person this device already is, beside one of them, or by the pairing code of another device. */
export function join(means: AppMeans): Hono<Env> {
  return new Hono<Env>().post('/:id/join', async (c) => {
    const entered = await enter(c, means)
    if (!entered.ok) return answerRefusal(c, entered)
    const { meeting } = entered.value
    const address = addressOf(callerOf(c), means.config)
    if (!means.limits.joins.admits(address)) return answerRefusal(c, refuse('too-many'))
    const body = await readBody(c, BodySchema)
    if (!body.ok) return answerRefusal(c, body)
    const room = await means.rooms.open(meeting.meetingId)
    if (room === null) return answerRefusal(c, refuse('no-such-meeting'))
    const personId = await admit(c, means, meeting, room, body.value)
    if (!personId.ok) {
      // Whoever tries keys one after the other is slowed down long before the joins of a full hall are.
      const isGuess = personId.refused === 'not-yours' && !means.limits.wrongKeys.admits(address)
      return answerRefusal(c, isGuess ? refuse('too-many') : personId)
    }
    return giveIn(c, means, room, personId.value)
  })
}

async function admit(c: Ctx, means: AppMeans, meeting: KnownMeeting, room: Room, body: Body): Promise<Outcome<string>> {
  if ('beside' in body) {
    const neighbour = room.board.people[body.beside]
    if (!neighbour || !(await holds(c, means, meeting.meetingId, body.beside))) return refuse('not-yours')
    return comeIn(means, room, body, { standing: neighbour.standing, host: false })
  }
  const paired = means.pairing.redeem(body.key, means.clock.now())
  if (paired !== null) return paired.meetingId === meeting.meetingId ? { ok: true, value: paired.personId } : refuse('not-yours')
  const link = means.links.kindOf(meeting.meetingId, meeting.meta, body.key)
  if (link === null) return refuse('not-yours')
  if (!('name' in body)) return refuse('malformed', { field: 'name' })
  if (body.as !== undefined) return (await holds(c, means, meeting.meetingId, body.as)) ? { ok: true, value: body.as } : refuse('not-yours')
  return comeIn(means, room, body, { standing: link === 'observe' ? 'observer' : 'decider', host: link === 'host' })
}

type Newcomer = Omit<v.InferOutput<typeof JoinBesideSchema>, 'beside'>

async function comeIn(
  means: AppMeans,
  room: Room,
  given: Newcomer,
  as: { standing: 'decider' | 'observer'; host: boolean },
): Promise<Outcome<string>> {
  const personId = ulid(means.clock.now(), means.randomBytes)
  const { name, voices, device, remote, newcomer } = given
  const joined = await room.join({ personId, name, voices, device, remote, newcomer, ...as })
  if (!joined.ok) return joined
  means.metrics.joins.inc()
  return { ok: true, value: personId }
}

/** Whether this device already is that person. */
async function holds(c: Ctx, means: AppMeans, meetingId: string, person: string): Promise<boolean> {
  const cookie = getCookie(c, COOKIE)
  return cookie !== undefined && (await means.passes.byDevice(meetingId, cookie)).includes(person)
}

async function giveIn(c: Ctx, means: AppMeans, room: Room, personId: string): Promise<Response> {
  const { token, cookie, maxAgeSeconds } = await means.passes.issue(room.meetingId, personId, getCookie(c, COOKIE) ?? null)
  const isSecure =
    originOf(callerOf(c), means.config)?.startsWith('https:') === true || means.config.publicUrl?.startsWith('https:') === true
  setCookie(c, COOKIE, cookie, {
    httpOnly: true,
    sameSite: 'Strict',
    secure: isSecure,
    path: '/',
    maxAge: Math.min(maxAgeSeconds, 400 * 24 * 3600),
  })
  const standing = room.board.people[personId]?.standing ?? 'observer'
  return c.json({ participantId: personId, token, standing, generation: room.generation })
}
