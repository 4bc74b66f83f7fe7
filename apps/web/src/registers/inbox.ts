import { paths, refusalSentence, type ActInput, type RefusalCode } from '@clairiere/ritual'
import * as v from 'valibot'
import type { Locale } from '../i18n/locale.ts'
import { callApi } from '../room/api.ts'

const DaySchema = v.string()
const InboxSchema = v.object({
  meeting: v.object({ title: v.string(), timezone: v.string() }),
  organisation: v.object({ id: v.string(), label: v.string() }),
  transmissions: v.array(
    v.object({
      id: v.string(),
      decisionId: v.string(),
      decisionRef: v.string(),
      title: v.string(),
      kind: v.picklist(['register', 'inform']),
      status: v.picklist(['to-send', 'sent', 'received', 'registered', 'returned']),
      sentOn: v.optional(DaySchema),
      receivedOn: v.optional(DaySchema),
      registered: v.optional(v.object({ organ: v.optional(v.string()), date: DaySchema, structureRef: v.string() })),
      returned: v.optional(v.object({ reason: v.string(), on: DaySchema })),
    }),
  ),
  decisions: v.array(
    v.object({
      id: v.string(),
      title: v.string(),
      text: v.string(),
      reviewOn: DaySchema,
      criteria: v.array(v.string()),
      reactionUntil: DaySchema,
    }),
  ),
})
export type Inbox = v.InferOutput<typeof InboxSchema>
export type Circuit = Inbox['transmissions'][number]

/** What a structure's link shows: its circuits and their decisions, or that the link opens nothing, or that there is no network. */
export const readInbox = async (token: string): Promise<Inbox | 'unknown' | 'offline'> => {
  const answer = await callApi<unknown>('GET', paths.inbox(token))
  if (!answer.ok) return answer.status === 0 || answer.status === 429 || answer.status >= 500 ? 'offline' : 'unknown'
  const parsed = v.safeParse(InboxSchema, answer.value)
  return parsed.success ? parsed.output : 'unknown'
}

/** An answer of the structure; null once it is taken, else the sentence that says why not. */
export const answerInbox = async (token: string, act: ActInput, locale: Locale, offline: string): Promise<string | null> => {
  const answer = await callApi('POST', paths.inbox(token), { act })
  if (answer.ok) return null
  return answer.status === 0 ? offline : answer.message || refusalSentence(locale, answer.error as RefusalCode)
}
