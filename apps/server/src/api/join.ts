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
    const admitted = await means.rooms.within(meeting.meetingId, async (room) => ({
      room,
      entrant: await admit(c, means, meeting, room, body.value),
    }))
    if (admitted === null) return answerRefusal(c, refuse('no-such-meeting'))
    const { room, entrant } = admitted
    if (!entrant.ok) {
      // Whoever tries keys one after the other is slowed down long before the joins of a full hall are.
      const isGuess = entrant.refused === 'not-yours' && !means.limits.wrongKeys.admits(address)
      return answerRefusal(c, isGuess ? refuse('too-many') : entrant)
    }
    return giveIn(c, means, room, entrant.value)
  })
}

async function admit(c: Ctx, means: AppMeans, meeting: KnownMeeting, room: Room, body: Body): Promise<Outcome<Entrant>> {
  if ('beside' in body) {
    const neighbour = room.board.people[body.beside]
    const since = await heldSince(c, means, meeting.meetingId, body.beside)
    if (!neighbour || since === null) return refuse('not-yours')
    // Who came by a link that opens nothing any more brings nobody in by it: « Demande le nouveau lien ».
    if (since < (meeting.meta.renewedAt ?? 0)) return refuse('no-such-meeting')
    return comeIn(means, room, body, { standing: neighbour.standing, host: false })
  }
  const paired = means.pairing.redeem(body.key, means.clock.now())
  if (paired !== null) {
    if (paired.meetingId !== meeting.meetingId) return refuse('not-yours')
    const { renewedAt } = meeting.meta
    // A code is no link: after a renewal it makes a device of this person, and brings nobody beside them.
    return { ok: true, value: { personId: paired.personId, ...(renewedAt !== undefined && { since: renewedAt - 1 }) } }
  }
  const link = means.links.kindOf(meeting.meetingId, meeting.meta, body.key)
  if (link === null) return refuse('not-yours')
  if (!('name' in body)) return refuse('malformed', { field: 'name' })
  if (body.as !== undefined) {
    const since = await heldSince(c, means, meeting.meetingId, body.as)
    return since === null ? refuse('not-yours') : { ok: true, value: { personId: body.as } }
  }
  return comeIn(means, room, body, { standing: link === 'observe' ? 'observer' : 'decider', host: link === 'host' })
}

/** Who comes in. `since`: counts as this person from then on (ms since 1970); absent: from now. */
interface Entrant {
  readonly personId: string
  readonly since?: number
}

type Newcomer = Omit<v.InferOutput<typeof JoinBesideSchema>, 'beside'>

async function comeIn(
  means: AppMeans,
  room: Room,
  given: Newcomer,
  as: { standing: 'decider' | 'observer'; host: boolean },
): Promise<Outcome<Entrant>> {
  const personId = ulid(means.clock.now(), means.randomBytes)
  const { name, voices, device, remote, newcomer } = given
  const joined = await room.join({ personId, name, voices, device, remote, newcomer, ...as })
  if (!joined.ok) return joined
  means.metrics.joins.inc()
  return { ok: true, value: { personId } }
}

/** Since when (ms since 1970) this device is that person, by the newest link they showed on it; null: it is not. */
async function heldSince(c: Ctx, means: AppMeans, meetingId: string, person: string): Promise<number | null> {
  const cookie = getCookie(c, COOKIE)
  return cookie === undefined ? null : means.passes.heldSince(meetingId, cookie, person)
}

async function giveIn(c: Ctx, means: AppMeans, room: Room, { personId, since }: Entrant): Promise<Response> {
  const { token, cookie, maxAgeSeconds } = await means.passes.issue(room.meetingId, personId, getCookie(c, COOKIE) ?? null, since)
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
