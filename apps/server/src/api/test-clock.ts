import { Hono } from 'hono'
import { object } from 'valibot'
import { InstantSchema, refuse } from '@clairiere/ritual'
import { isLocal } from '../access/origin.ts'
import type { AppMeans } from '../app-means.ts'
import type { ManualClock } from '../record-clock.ts'
import { answerRefusal, callerOf, readBody, type Env } from './request.ts'

const BodySchema = object({ to: InstantSchema })

/** `CLOCK=manual` alone has this: the record's time goes on, and what fell due on the way is done and synced before the answer. */
export function testClock(means: AppMeans, clock: ManualClock): Hono<Env> {
  return new Hono<Env>().post('/clock', async (c) => {
    if (!isLocal(callerOf(c))) return c.notFound()
    const body = await readBody(c, BodySchema)
    if (!body.ok) return answerRefusal(c, body)
    if (!clock.advance(Date.parse(body.value.to))) return answerRefusal(c, refuse('too-late'))
    await means.rooms.settled()
    means.rooms.tellStatus()
    return c.json({ now: new Date(clock.now()).toISOString() })
  })
}
