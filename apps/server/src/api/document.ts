import { Hono } from 'hono'
import * as Y from 'yjs'
import { documentHeaders, refuse, type Outcome } from '@clairiere/ritual'
import type { AppMeans } from '../app-means.ts'
import { answerRefusal, enterAsPerson, type Env } from './request.ts'

/** Past this a state vector is not looked at: a document never has so many writers, and an address is not that long. Characters. */
const MAX_VECTOR = 8_000

/**
 * The document for those whose network lets no WebSocket through: what they do not have yet, as a Yjs update; 204 when nothing came since `seq`, and for a document of an older
 * generation. Asking is a sign of
 * life, as a socket is. Words go by the socket alone, where the guard judges them.
 */
export function document(means: AppMeans): Hono<Env> {
  return new Hono<Env>().get('/:id/document', async (c) => {
    const entered = await enterAsPerson(c, means)
    if (!entered.ok) return answerRefusal(c, entered)
    const { meetingId, personId } = entered.value
    const vector = readVector(c.req.query('vector') ?? '')
    if (!vector.ok) return answerRefusal(c, vector)
    const room = await means.rooms.open(meetingId)
    if (room === null) return answerRefusal(c, refuse('no-such-meeting'))
    await room.untilOpen()
    c.header(documentHeaders.generation, String(room.generation))
    if (Number(c.req.query('gen') ?? room.generation) < room.generation) return c.body(null, 204)
    if (means.store.state !== 'saving') return answerRefusal(c, refuse('not-saving')) // what it shows could not be synced
    room.seen(personId)
    const { seq } = room
    const isNews = Number(c.req.query('seq') ?? -1) !== seq
    const rest = isNews ? room.readers.rest(personId, vector.value) : null
    if (rest?.ok === false) return answerRefusal(c, rest)
    const update = rest?.value ?? null
    if (isNews && update === null) return c.body(null, 204) // it said no generation, and its state is of an older one
    await room.settled() // what is shown is synced
    c.header(documentHeaders.seq, String(seq))
    c.header(documentHeaders.now, room.now)
    if (update === null) return c.body(null, 204)
    return c.body(new Uint8Array(update), 200, { 'Content-Type': 'application/octet-stream' })
  })
}

/** Null: nothing is known yet. Refuses what is no state vector. */
function readVector(text: string): Outcome<Uint8Array | null> {
  if (text === '') return { ok: true, value: null }
  if (text.length > MAX_VECTOR || !/^[\w-]+$/.test(text)) return refuse('malformed', { field: 'vector' })
  const vector = new Uint8Array(Buffer.from(text, 'base64url'))
  try {
    Y.decodeStateVector(vector)
    return { ok: true, value: vector }
  } catch {
    return refuse('malformed', { field: 'vector' })
  }
}
