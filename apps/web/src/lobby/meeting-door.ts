import { paths } from '@clairiere/ritual'
import * as v from 'valibot'
import { callApi, type Caller } from '../room/api.ts'

/** The little of the public board that someone at the door needs: what it is, whom one may speak for, how many are there. */
const DoorSchema = v.object({
  meeting: v.object({
    title: v.string(),
    place: v.optional(v.string(), ''),
    timezone: v.string(),
    scheduledStart: v.optional(v.string()),
    status: v.string(),
  }),
  organisations: v.array(v.object({ id: v.string(), label: v.string() })),
  people: v.array(v.object({ name: v.string(), presence: v.string() })),
})
export type Door = v.InferOutput<typeof DoorSchema>

/** `said`: the server's own sentence, where it says more than that the link opens nothing. */
export type DoorState =
  | { kind: 'open'; door: Door }
  | { kind: 'refused'; said?: string }
  | { kind: 'no-key' | 'wrong-code' | 'gone' | 'offline' }

/** Asks the meeting who it is, with the link's key. */
export const knock = async (meetingId: string, key: string | null): Promise<DoorState> =>
  key ? ask(meetingId, { bearer: key }) : { kind: 'no-key' }

/** The same for a person whom this device already is: they bring a neighbour in. */
export const knockAs = (meetingId: string, personId: string): Promise<DoorState> => ask(meetingId, { as: personId })

const ask = async (meetingId: string, caller: Caller): Promise<DoorState> => {
  const answer = await callApi<unknown>('GET', paths.meeting(meetingId), undefined, caller)
  if (!answer.ok) {
    if (answer.status === 404) return { kind: 'gone' }
    if (answer.error === 'circle-only') return { kind: 'refused', said: answer.message }
    return { kind: answer.status === 401 || answer.status === 403 ? 'refused' : 'offline' }
  }
  const door = v.safeParse(DoorSchema, answer.value)
  return door.success ? { kind: 'open', door: door.output } : { kind: 'offline' }
}
