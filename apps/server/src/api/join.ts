import { Hono } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import * as v from 'valibot'
import { JoinBesideSchema, JoinSchema, judgeJoin, refuse, ulid, type Outcome, type PersonId } from '@clairiere/ritual'
import { addressOf, originOf } from '../access/origin.ts'
import type { KnownMeeting } from '../access/identity.ts'
import type { LinkKind } from '../access/links.ts'
import type { AppMeans } from '../app-means.ts'
import type { Room } from '../room/room.ts'
import { COOKIE, answerRefusal, callerOf, enter, enterAsPerson, readBody, type Ctx, type Env } from './request.ts'

/** With a pairing code no name is asked: the person is known. */
const CodeSchema = v.object({ key: v.pipe(v.string(), v.maxLength(20)) })
const BodySchema = v.union([JoinSchema, CodeSchema, JoinBesideSchema])
type Body = v.InferOutput<typeof BodySchema>

/** Coming in: by a link, as a person this device already is, beside one of them, or by the pairing code of another device; whom it is already; and no more. */
export function join(means: AppMeans): Hono<Env> {
  return new Hono<Env>()
    .post('/:id/join', (c) => letIn(c, means))
    .get('/:id/join', (c) => whoIsHere(c, means))
    .delete('/:id/join', (c) => forget(c, means))
}

/** Whom the cookie of this device holds here: a browser that empties what pages keep leaves the cookie, and the person is then let back in as themselves. Of nobody nothing is said. */
async function whoIsHere(c: Ctx, means: AppMeans): Promise<Response> {
  const entered = await enter(c, means)
  if (!entered.ok) return answerRefusal(c, entered)
  const { meetingId } = entered.value.meeting
  const held = await means.passes.byDevice(meetingId, getCookie(c, COOKIE) ?? '')
  const room = held.length === 0 ? null : await means.rooms.open(meetingId)
  if (room === null) return c.json({ people: [] })
  const { meeting, people } = room.board
  const known = [...new Set(held)].flatMap((id) => people[id] ?? []).map(({ id, name, standing }) => ({ id, name, standing }))
  const shown = { generation: room.generation, title: meeting.title, people: known }
  await room.settled() // what is shown is synced
  return c.json(shown)
}

/** Takes a person off this device: its cookie lets them in no more. Their other devices and their token are left alone. */
async function forget(c: Ctx, means: AppMeans): Promise<Response> {
  const entered = await enterAsPerson(c, means)
  if (!entered.ok) return answerRefusal(c, entered)
  const { meetingId, personId } = entered.value
  await means.passes.forget(meetingId, personId, getCookie(c, COOKIE) ?? '')
  return c.json({})
}

async function letIn(c: Ctx, means: AppMeans): Promise<Response> {
  const entered = await enter(c, means)
  if (!entered.ok) return answerRefusal(c, entered)
  const { meeting } = entered.value
  const address = addressOf(callerOf(c), means.config)
  if (!means.limits.joins.admits(address)) return answerRefusal(c, refuse('too-many'))
  const body = await readBody(c, BodySchema)
  if (!body.ok) return answerRefusal(c, body)
  const way = await wayIn(c, means, meeting, body.value)
  if (!way.ok) {
    // Whoever tries keys one after the other is slowed down long before the joins of a full hall are.
    const isGuess = way.refused === 'not-yours' && !means.limits.wrongKeys.admits(address)
    return answerRefusal(c, isGuess ? refuse('too-many') : way)
  }
  const admitted = await means.rooms.within(meeting.meetingId, async (room) => ({ room, entrant: await admit(means, room, way.value) }))
  if (admitted === null) return answerRefusal(c, refuse('no-such-meeting'))
  const { room, entrant } = admitted
  return entrant.ok ? giveIn(c, means, room, entrant.value, way.value.renewals) : answerRefusal(c, entrant)
}

type Newcomer = Omit<v.InferOutput<typeof JoinBesideSchema>, 'beside'>

/** Who comes, and what they showed for it: the `renewals` of a link, or null for a code, by which nobody is brought in beside this person. */
type Way = { readonly renewals: number | null } & (
  | { readonly is: 'known'; readonly personId: PersonId }
  | { readonly is: 'new'; readonly given: Newcomer; readonly by: LinkKind | { readonly beside: PersonId } }
)

/** What the doors know by themselves: no room is loaded for who shows nothing that opens. */
async function wayIn(
  c: Ctx,
  { passes, links, pairing, clock }: AppMeans,
  { meetingId, meta }: KnownMeeting,
  body: Body,
): Promise<Outcome<Way>> {
  const { renewals } = meta
  const cookie = getCookie(c, COOKIE) ?? ''
  const isHere = async (person: PersonId): Promise<boolean> => (await passes.byDevice(meetingId, cookie)).includes(person)
  if ('beside' in body) {
    const { beside, ...given } = body
    if (!(await isHere(beside))) return refuse('not-yours')
    // Who came by a link that opens nothing any more brings nobody in by it: « Demande le nouveau lien ».
    if (!(await passes.hasLink(meetingId, cookie, beside, renewals))) return refuse('no-such-meeting')
    return { ok: true, value: { is: 'new', given, by: { beside }, renewals } }
  }
  const paired = pairing.redeem(body.key, clock.now())
  if (paired !== null) {
    const { personId } = paired
    return paired.meetingId === meetingId ? { ok: true, value: { is: 'known', personId, renewals: null } } : refuse('not-yours')
  }
  const link = links.kindOf(meetingId, meta, body.key)
  if (link === null) return refuse('not-yours')
  if (!('name' in body)) return refuse('malformed', { field: 'name' })
  if (body.as === undefined) return { ok: true, value: { is: 'new', given: body, by: link, renewals } }
  return (await isHere(body.as)) ? { ok: true, value: { is: 'known', personId: body.as, renewals } } : refuse('not-yours')
}

/** Answers the person's id; a new one's once they are in the log. */
async function admit(means: AppMeans, room: Room, way: Way): Promise<Outcome<PersonId>> {
  if (way.is === 'known') return { ok: true, value: way.personId }
  const { by } = way
  if (typeof by === 'string')
    return comeIn(means, room, way.given, { standing: by === 'observe' ? 'observer' : 'decider', host: by === 'host' })
  const neighbour = room.board.people[by.beside]
  return neighbour === undefined ? refuse('not-yours') : comeIn(means, room, way.given, { standing: neighbour.standing, host: false })
}

async function comeIn(
  means: AppMeans,
  room: Room,
  given: Newcomer,
  as: { standing: 'decider' | 'observer'; host: boolean },
): Promise<Outcome<PersonId>> {
  const personId = ulid(means.clock.now(), means.randomBytes)
  const { name, voices, device, remote, newcomer } = given
  const joined = await room.take((board) => judgeJoin(board, { personId, name, voices, device, remote, newcomer, ...as }))
  if (!joined.ok) return joined
  means.metrics.joins.inc()
  return { ok: true, value: personId }
}

async function giveIn(c: Ctx, means: AppMeans, room: Room, personId: PersonId, renewals: number | null): Promise<Response> {
  const { token, cookie, maxAgeSeconds } = await means.passes.issue(room.meetingId, personId, getCookie(c, COOKIE) ?? null, renewals)
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
