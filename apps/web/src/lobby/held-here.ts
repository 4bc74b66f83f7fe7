import { paths } from '@clairiere/ritual'
import * as v from 'valibot'
import { callApi } from '../room/api.ts'
import type { Identity } from '../room/identity.ts'

const HeldSchema = v.object({
  generation: v.number(),
  title: v.string(),
  people: v.array(v.object({ id: v.string(), name: v.string(), standing: v.picklist(['decider', 'observer']) })),
})

/**
 * Whom this device’s cookie holds in a meeting, in the order they came: a browser that empties what pages keep, as some do after a week, leaves the cookie, and who
 * was in there is not a stranger. Nobody where nothing tells.
 */
export const heldHere = async (meetingId: string): Promise<readonly Identity[]> => {
  const answer = await callApi<unknown>('GET', paths.join(meetingId))
  const held = answer.ok ? v.safeParse(HeldSchema, answer.value) : null
  if (!held?.success) return []
  const { generation, title, people } = held.output
  return people.map(({ id, ...known }) => ({ meetingId, personId: id, generation, title, ...known, at: Date.now() }))
}
