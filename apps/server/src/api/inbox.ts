import { Hono } from 'hono'
import { looseObject, object, optional, string } from 'valibot'
import { UlidSchema, refuse, ulid, type OrgId, type Outcome } from '@clairiere/ritual'
import { addressOf } from '../access/origin.ts'
import { afterAct } from '../answers.ts'
import type { AppMeans } from '../app-means.ts'
import type { Room } from '../room/room.ts'
import { answerRefusal, callerOf, readBody, type Ctx, type Env } from './request.ts'

/** A structure has no outbox: an id is made for it when it brings none. */
const BodySchema = object({ id: optional(UlidSchema), act: looseObject({ type: string() }) })

/** The page of a structure: what was transmitted to it, and its answers. The token in its address is all it has. */
export function inbox(means: AppMeans): Hono<Env> {
  return new Hono<Env>()
    .get('/:token', async (c) => {
      if (!means.limits.strangers.admits(addressOf(callerOf(c), means.config))) return answerRefusal(c, refuse('too-many'))
      const opened = await open(c, means)
      if (!opened.ok) return answerRefusal(c, opened, 404)
      const { room, org } = opened.value
      const shown = pageOf(room, org)
      await room.settled()
      c.header('Cache-Control', 'no-store')
      return c.json(shown)
    })
    .post('/:token', async (c) => {
      if (!means.limits.acts.admits(addressOf(callerOf(c), means.config))) return answerRefusal(c, refuse('too-many'))
      const found = await means.passes.byInbox(c.req.param('token'))
      if (found === null) return answerRefusal(c, refuse('no-such-thing'), 404)
      const body = await readBody(c, BodySchema)
      if (!body.ok) return answerRefusal(c, body)
      const id = body.value.id ?? ulid(means.clock.now(), means.randomBytes)
      const { meetingId, org } = found
      const judged = await means.rooms.within(meetingId, (room) => room.perform({ kind: 'contact', org }, { id, act: body.value.act }))
      if (judged === null) return answerRefusal(c, refuse('no-such-thing'), 404)
      const answer = await afterAct(judged, meetingId, means)
      if (!answer.ok) return answerRefusal(c, answer)
      const { ok: _ok, ...said } = answer
      return c.json(said)
    })
}

async function open(c: Ctx, { passes, rooms }: AppMeans): Promise<Outcome<{ room: Room; org: OrgId }>> {
  const found = await passes.byInbox(c.req.param('token') ?? '')
  const room = found === null ? null : await rooms.open(found.meetingId)
  return found === null || room === null ? refuse('no-such-thing') : { ok: true, value: { room, org: found.org } }
}

/** Only what concerns this structure: its circuits, the decisions they carry, and the meeting's name. */
function pageOf({ board }: Room, org: OrgId): object {
  const transmissions = Object.values(board.transmissions).filter(({ to, status }) => to === org && status !== 'to-send')
  const ids = new Set(transmissions.map(({ decisionId }) => decisionId))
  const decisions = Object.values(board.decisions)
    .filter(({ id }) => ids.has(id))
    .map(({ id, ref, title, versions, responsible, reviewOn, criteria, reactionUntil, legalEffect }) => {
      const text = versions.at(-1)?.text ?? ''
      return { id, ref, title, text, responsible, reviewOn, criteria, reactionUntil, legalEffect }
    })
  const { title, timezone, locale, openedAt, minutesVersion } = board.meeting
  return {
    meeting: { title, timezone, locale, openedAt, minutesVersion },
    organisation: board.organisations[org],
    transmissions,
    decisions,
  }
}
