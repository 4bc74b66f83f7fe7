import { paths, PrivacySchema } from '@clairiere/ritual'
import * as v from 'valibot'
import { callApi } from '../room/api.ts'
import type { MoreSettings } from './meeting-settings.ts'
import type { EarlierMeeting } from './new-meeting.ts'
import { organisationsText } from './organisations-text.ts'

const FormerSchema = v.object({
  meeting: v.object({
    purpose: v.string(),
    place: v.optional(v.string(), ''),
    frame: v.array(v.string()),
    privacy: PrivacySchema,
    next: v.optional(v.object({ date: v.string(), place: v.optional(v.string()) })),
  }),
  organisations: v.array(v.object({ label: v.string() })),
})
type Former = v.InferOutput<typeof FormerSchema>

/** What the circle of the former meeting is, where a link or this device still opens it; null where nothing tells. */
export const formerOf = async (earlier: EarlierMeeting): Promise<Former | null> => {
  if (!('meetingId' in earlier)) return null
  const caller = 'key' in earlier ? { bearer: earlier.key } : { as: earlier.as }
  const answer = await callApi<unknown>('GET', paths.meeting(earlier.meetingId), undefined, caller)
  const former = answer.ok ? v.safeParse(FormerSchema, answer.value) : null
  return former?.success ? former.output : null
}

/** Whose structures, purpose, place and frame stand in the fields: those last taken from a former meeting. */
export type TakenOver = Partial<Record<'purpose' | 'place' | 'organisations' | 'frame', string>>

/** The circle goes on: its structures, purpose, frame and protections, and where and when it said it would meet again, come into the fields where nothing else was typed, to be seen and changed. Answers what stands there now. */
export const takeOver = (more: MoreSettings, former: Former, taken: TakenOver, presets: readonly string[]): TakenOver => {
  const { purpose, frame, privacy, next: foreseen } = former.meeting
  const place = foreseen?.place ?? former.meeting.place
  const typed = { purpose: presets.includes(more.purpose) ? '' : more.purpose, place: more.place, frame: more.frame }
  const all = { ...typed, organisations: more.organisations ?? '' }
  const next = { purpose, place, frame: frame.join('\n'), organisations: organisationsText(former.organisations) }
  const fresh = (['purpose', 'place', 'organisations', 'frame'] as const).filter(
    (field) => all[field] === '' || all[field] === taken[field],
  )
  for (const field of fresh) more.set[field](next[field])
  if (Object.keys(more.privacy).length === 0) more.choose({ privacy })
  if (foreseen) more.startAt(new Date(foreseen.date))
  return Object.fromEntries(fresh.map((field) => [field, next[field]]))
}
