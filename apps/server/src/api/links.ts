import { Hono } from 'hono'
import { hatsOf, hats, matrix, refuse, type Outcome } from '@clairiere/ritual'
import { findMeeting } from '../access/identity.ts'
import { changingMeta, readMeta, type MeetingMeta } from '../access/links.ts'
import { addressOf, linkOrigin } from '../access/origin.ts'
import type { AppMeans } from '../app-means.ts'
import type { Room } from '../room/room.ts'
import type { Store } from '../store/store.ts'
import { answerRefusal, callerOf, enterAsPerson, type Ctx, type Env } from './request.ts'

/** The links of a meeting for those who look after them, new ones in their place, and a code for a person's second device. */
export function links(means: AppMeans): Hono<Env> {
  const show = async (c: Ctx, renew: boolean): Promise<Response> => {
    const entered = await enterAsPerson(c, means)
    if (!entered.ok) return answerRefusal(c, entered)
    const { meetingId, personId } = entered.value
    const [room, meeting] = await Promise.all([means.rooms.open(meetingId), findMeeting(means.store, meetingId)])
    if (room === null || meeting === null) return answerRefusal(c, refuse('no-such-meeting'))
    const allowed = looksAfterLinks(room, personId)
    if (!allowed.ok) return answerRefusal(c, allowed)
    const meta = renew ? await renewed(means.store, meetingId) : meeting.meta
    if (meta === null) return answerRefusal(c, refuse('no-such-meeting'))
    return c.json({ links: means.links.links(linkOrigin(callerOf(c), means.config), meetingId, meta) })
  }
  return new Hono<Env>()
    .get('/:id/links', (c) => show(c, false))
    .post('/:id/renew-links', (c) => show(c, true))
    .post('/:id/devices', async (c) => {
      const entered = await enterAsPerson(c, means)
      if (!entered.ok) return answerRefusal(c, entered)
      if (!means.limits.joins.admits(addressOf(callerOf(c), means.config))) return answerRefusal(c, refuse('too-many'))
      const { code, expiresAt } = means.pairing.issue(entered.value, means.clock.now())
      return c.json({ code, expiresAt: new Date(expiresAt).toISOString() })
    })
}

async function renewed(store: Store, meetingId: string): Promise<MeetingMeta | null> {
  const meta = await store.changeMeta(
    meetingId,
    changingMeta((known) => ({ ...known, renewals: known.renewals + 1 })),
  )
  return meta === null ? null : readMeta(meta)
}

/** The row « renewing the links » of the matrix. */
function looksAfterLinks(room: Room, personId: string): Outcome<true> {
  const worn = hatsOf(room.board, room.online, { kind: 'person', personId })
  const isAllowed = hats.some((hat, column) => worn.has(hat) && matrix['renew-links'][column] === 'yes')
  return isAllowed ? { ok: true, value: true } : refuse('not-permitted')
}
