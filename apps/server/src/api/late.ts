import { Hono } from 'hono'
import { object, pipe, string, maxLength, minLength } from 'valibot'
import { holdersOf, refuse, ulid, type Outcome } from '@clairiere/ritual'
import { addressOf } from '../access/origin.ts'
import type { AppMeans } from '../app-means.ts'
import type { Room } from '../room/room.ts'
import { answerRefusal, callerOf, enterAsPerson, readBody, type Env } from './request.ts'

/** A device posts what it typed and could not deliver; more than this is no longer an afterthought. */
const LateSchema = object({ text: pipe(string(), minLength(1), maxLength(100_000)) })
const MAX_PER_PERSON = 50
/** Of one meeting, in UTF-16 units: thirty books. All of it stays in memory while the meeting is open, and goes over to each generation that follows. */
const MAX_LETTERS = 4 * 1024 * 1024

/** « Apports tardifs »: words that came after sealing, kept beside the sealed minutes for their author and the scribe [AC-26, §4.5]. */
export function late(means: AppMeans): Hono<Env> {
  return new Hono<Env>()
    .get('/:id/late', async (c) => {
      const entered = await enterAsPerson(c, means)
      if (!entered.ok) return answerRefusal(c, entered)
      const { meetingId, personId } = entered.value
      const room = await means.rooms.open(meetingId)
      if (room === null) return answerRefusal(c, refuse('no-such-meeting'))
      const isScribe = holdersOf(room.board, 'scribe').includes(personId)
      const shown = room.late.read(isScribe ? null : personId)
      await room.settled()
      return c.json({ late: shown })
    })
    .post('/:id/late', async (c) => {
      const entered = await enterAsPerson(c, means)
      if (!entered.ok) return answerRefusal(c, entered)
      if (!means.limits.late.admits(addressOf(callerOf(c), means.config))) return answerRefusal(c, refuse('too-many'))
      const { meetingId, personId } = entered.value
      const body = await readBody(c, LateSchema)
      if (!body.ok) return answerRefusal(c, body)
      const kept = await means.rooms.within(meetingId, (room) => keep(room, personId, body.value.text, means))
      if (kept === null) return answerRefusal(c, refuse('no-such-meeting'))
      return kept.ok ? c.json({ id: kept.value }, 201) : answerRefusal(c, kept)
    })
}

/** Answers the id once the words are synced; that of the first time for words that come again, because the answer was lost. Refuses before sealing, past so many of one person or of a meeting, and while nothing is saved. */
async function keep(room: Room, personId: string, text: string, { store, clock, randomBytes }: AppMeans): Promise<Outcome<string>> {
  if (room.board.meeting.status !== 'sealed') return refuse('wrong-status')
  const first = room.late.idOf(personId, text)
  if (first !== null) return room.settled().then(() => ({ ok: true, value: first }))
  if (room.late.countOf(personId) >= MAX_PER_PERSON || room.late.letters + text.length > MAX_LETTERS) return refuse('late-full')
  if (store.state !== 'saving') return refuse('not-saving')
  const now = clock.now()
  const id = ulid(now, randomBytes)
  await room.addLate({ id, personId, at: new Date(now).toISOString(), text })
  return { ok: true, value: id }
}
