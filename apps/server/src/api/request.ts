import type { HttpBindings } from '@hono/node-server'
import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'
import { getCookie } from 'hono/cookie'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { safeParse, type GenericSchema, type InferOutput } from 'valibot'
import { refuse, statusOf, type Outcome, type Refusal } from '@clairiere/ritual'
import { findMeeting, identify, type Identity, type KnownMeeting } from '../access/identity.ts'
import { addressOf, pageOf, type Caller } from '../access/origin.ts'
import type { AppMeans } from '../app-means.ts'
import { languageOf, sayRefusal } from '../sentences.ts'
import type { UpgradeEnv } from '../upgrades.ts'

export type Env = { Bindings: Partial<HttpBindings> & Pick<UpgradeEnv, 'welcome'> }
export type Ctx = Context<Env>

export const COOKIE = 'clairiere'

/** The request as the access rules look at it. */
export function callerOf(c: Ctx): Caller {
  const { incoming } = c.env
  const socket = incoming?.socket
  return {
    peer: socket === undefined ? '' : (getConnInfo(c).remote.address ?? ''),
    isTls: socket !== undefined && 'encrypted' in socket && socket.encrypted === true,
    header: (name) => c.req.header(name),
  }
}

/** Parses the body. Refuses `malformed` for anything that is not JSON of this form. */
export async function readBody<S extends GenericSchema>(c: Ctx, schema: S): Promise<Outcome<InferOutput<S>>> {
  const text = await c.req.text()
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return refuse('malformed')
  }
  const parsed = safeParse(schema, json)
  return parsed.success ? { ok: true, value: parsed.output } : refuse('malformed', { field: fieldOf(parsed.issues[0]) })
}

/** The first field that does not fit; never its content. */
function fieldOf(issue: { path?: readonly { key: unknown }[] | undefined }): string {
  return (issue.path ?? [])
    .map(({ key }) => String(key))
    .join('.')
    .slice(0, 80)
}

/** Answers a refusal with its status and a sentence in the caller's language. `status` where an address itself leads nowhere: 404, not the rule's 409. */
export function answerRefusal(c: Ctx, refusal: Refusal, status = statusOf(refusal.refused)): Response {
  const { refused, detail } = refusal
  if (refused === 'too-many') c.header('Retry-After', '10')
  const language = languageOf(c.req.header('accept-language'))
  return c.json({ error: refused, message: sayRefusal(refusal, language), ...(detail && { detail }) }, status as ContentfulStatusCode)
}

/** The meeting that the path names and who is asking; a page of somebody else's, or a cookie without a page, is refused [contract § Socket]. */
export async function enter(c: Ctx, means: AppMeans): Promise<Outcome<{ meeting: KnownMeeting; identity: Identity | null }>> {
  const meeting = await findMeeting(means.store, c.req.param('id') ?? '')
  if (meeting === null) return refuse('no-such-meeting')
  const page = pageOf(callerOf(c), means.config)
  const isRead = c.req.method === 'GET' || c.req.method === 'HEAD'
  if (!isRead && page === 'foreign') return refuse('not-yours')
  const [bearer, cookie] = [bearerOf(c), getCookie(c, COOKIE) ?? null]
  if (!isRead && page === 'absent' && bearer === null && cookie !== null) return refuse('not-yours')
  const identity = await identify(means.passes, means.links, meeting, { bearer, cookie, as: c.req.query('as') ?? null })
  if (isRead && !mayRead(c, means, meeting, identity)) return refuse('too-many')
  return { ok: true, value: { meeting, identity } }
}

/** A person has a rate of their own, however many share their address; who only holds a link, or nothing, that of the address. */
function mayRead(c: Ctx, { limits, config }: AppMeans, { meetingId }: KnownMeeting, identity: Identity | null): boolean {
  if (identity?.is === 'person') return limits.reads.admits(`${meetingId} ${identity.personId}`)
  return limits.strangers.admits(addressOf(callerOf(c), config))
}

/** Refuses who takes minutes away without end: each is printed anew. Beside the rate of all that is read. */
export function mayExport(c: Ctx, { limits, config }: AppMeans, { meetingId }: KnownMeeting, identity: Identity | null): Outcome<true> {
  const isAllowed =
    identity?.is === 'person'
      ? limits.exports.admits(`${meetingId} ${identity.personId}`)
      : limits.strangerExports.admits(addressOf(callerOf(c), config))
  return isAllowed ? { ok: true, value: true } : refuse('too-many')
}

/** `enter`, for a person of the meeting alone. */
export async function enterAsPerson(c: Ctx, means: AppMeans): Promise<Outcome<{ meetingId: string; personId: string }>> {
  const entered = await enter(c, means)
  if (!entered.ok) return entered
  const { meeting, identity } = entered.value
  if (identity?.is !== 'person') return refuse('unknown-person')
  return { ok: true, value: { meetingId: meeting.meetingId, personId: identity.personId } }
}

export function bearerOf(c: Ctx): string | null {
  return /^Bearer ([\x21-\x7e]{8,200})$/.exec(c.req.header('authorization') ?? '')?.[1] ?? null
}
