import { Hono } from 'hono'
import { refuse } from '@clairiere/ritual'
import type { AppMeans } from '../app-means.ts'
import { answerRefusal, enterAsPerson, type Env } from './request.ts'

/** How a past generation's document ended: a device finds by it what it had not delivered. Public as a list of numbers; a content cannot be read from it. */
export function generations(means: AppMeans): Hono<Env> {
  return new Hono<Env>().get('/:id/generations/:n{[0-9]+}', async (c) => {
    const entered = await enterAsPerson(c, means)
    if (!entered.ok) return answerRefusal(c, entered)
    const past = await means.store.pastGeneration(entered.value.meetingId, Number(c.req.param('n')))
    if (past === null) return answerRefusal(c, refuse('no-such-thing'), 404)
    return c.body(new Uint8Array(past.stateVector), 200, { 'Content-Type': 'application/octet-stream' })
  })
}
