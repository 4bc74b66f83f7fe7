import { Hono } from 'hono'
import { refuse } from '@clairiere/ritual'
import type { AppMeans } from '../app-means.ts'
import { answerRefusal, enterAsPerson, type Env } from './request.ts'

/** What was said in confidence and this person may read; with a cursor, only what changed for them since. */
export function confidences(means: AppMeans): Hono<Env> {
  return new Hono<Env>().get('/:id/confidences', async (c) => {
    const entered = await enterAsPerson(c, means)
    if (!entered.ok) return answerRefusal(c, entered)
    const { meetingId, personId } = entered.value
    const room = await means.rooms.open(meetingId)
    if (room === null) return answerRefusal(c, refuse('no-such-meeting'))
    const reading = room.readers.read(personId, c.req.query('since') ?? null)
    await room.settled()
    c.header('Cache-Control', 'no-store')
    return c.json(reading)
  })
}
