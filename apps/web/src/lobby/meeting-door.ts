import { paths } from '@clairiere/ritual'
import * as v from 'valibot'
import { type ApiAnswer, callApi, type Caller } from '../room/api.ts'

/** The little of the public board that someone at the door needs: what it is, whom one may speak for, how many are there. */
const DoorSchema = v.object({
  meeting: v.object({
    title: v.string(),
    place: v.optional(v.string(), ''),
    timezone: v.string(),
    scheduledStart: v.optional(v.string()),
    status: v.string(),
    cancelled: v.optional(v.object({ reason: v.string() })),
  }),
  organisations: v.array(v.object({ id: v.string(), label: v.string() })),
  people: v.array(v.object({ name: v.string(), presence: v.string() })),
  /** Which link was brought; a neighbour who is in already brings none. */
  link: v.optional(v.string()),
})
export type Door = v.InferOutput<typeof DoorSchema>

/** Who comes by the link to observe takes part in the rounds, and decides nothing [contract § HTTP]. */
export const isToObserve = ({ link }: Door): boolean => link === 'observe'

/** Who comes in now comes to read [§2.5]. */
export const isOver = ({ meeting: { status } }: Door): boolean => status === 'review' || status === 'sealed'

/** `said`: why a meeting is not held, or the server's own sentence, where it says more than that the link opens nothing, or why one waits. */
export type ShutDoorState =
  | { kind: 'refused' | 'offline'; said?: string }
  | { kind: 'cancelled'; said: string; title: string }
  | { kind: 'no-key' | 'wrong-code' | 'gone' }
export type DoorState = { kind: 'open'; door: Door } | ShutDoorState

/** Asks the meeting who it is, with the link's key. */
export const knock = async (meetingId: string, key: string | null): Promise<DoorState> =>
  key ? ask(meetingId, { bearer: key }) : { kind: 'no-key' }

/** The same for a person whom this device already is: they bring a neighbour in. */
export const knockAs = (meetingId: string, personId: string): Promise<DoorState> => ask(meetingId, { as: personId })

const ask = async (meetingId: string, caller: Caller): Promise<DoorState> => {
  const answer = await callApi<unknown>('GET', paths.meeting(meetingId), undefined, caller)
  if (!answer.ok) return shutBy(answer)
  const door = v.safeParse(DoorSchema, answer.value)
  if (!door.success) return { kind: 'offline' }
  // Nobody is asked for their name at the door of a meeting that is not held.
  const { cancelled, title } = door.output.meeting
  return cancelled ? { kind: 'cancelled', said: cancelled.reason, title } : { kind: 'open', door: door.output }
}

/** What an answer that opens nothing says of the door: shut for good, or only for now. */
export const shutBy = ({ status, error, message }: Extract<ApiAnswer<unknown>, { ok: false }>): ShutDoorState => {
  if (status === 404) return { kind: 'gone' }
  if (error === 'circle-only') return { kind: 'refused', said: message }
  if (status === 401 || status === 403) return { kind: 'refused' }
  return { kind: 'offline', ...(message && { said: message }) }
}
