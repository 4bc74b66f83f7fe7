import { closeCodes, offlineOf, paths, type Answer } from '@clairiere/ritual'
import { callApi } from './api.ts'
import type { Identity } from './identity.ts'
import type { OutboxStorage, Pending } from './outbox.ts'

/** Why the door is shut for good on this page: the person must join again, the meeting is not there, or the page is too old. */
export type Shut = 'signed-out' | 'no-such-meeting' | 'reload-page' | 'bad-frame'

/** Close codes after which the document is replaced, and the reason said when the server gave none [architecture § One way back]. */
export const replacedBy: Readonly<Record<number, string>> = {
  [closeCodes.notAccepted]: 'not-accepted',
  [closeCodes.olderGeneration]: 'sealed',
  // Sent again and again it would never pass: it is handed back to be copied in parts.
  [closeCodes.tooLarge]: 'too-large',
}

const shutBy: Readonly<Record<number, Shut>> = {
  [closeCodes.tokenGone]: 'signed-out',
  [closeCodes.noSuchMeeting]: 'no-such-meeting',
  [closeCodes.reloadPage]: 'reload-page',
}
/** What a close code that does not come back means for the page. */
export const shutOf = (code: number): Shut => shutBy[code] ?? 'bad-frame'

/** The close code that says over a socket what HTTP says with this error. */
export const codeOf = (error: string): number => {
  if (error === 'moved-on') return closeCodes.olderGeneration
  return error === 'no-such-meeting' ? closeCodes.noSuchMeeting : closeCodes.tokenGone
}

/** An outbox's place on this device. */
export const storedAt = (key: string): OutboxStorage => ({
  read: () => localStorage.getItem(key),
  write: (value) => localStorage.setItem(key, value),
})

/** An act over HTTP. Null when it may come later: no network, no answer of ours or, for an act that can wait, a server that is slow or not saving. */
export const postAct = async (meetingId: string, personId: string, pending: Pending): Promise<Answer | null> => {
  const answer = await callApi<Omit<Extract<Answer, { ok: true }>, 'id' | 'ok'>>('POST', paths.acts(meetingId), pending, { as: personId })
  if (answer.ok) return Array.isArray(answer.value.facts) ? { id: pending.id, ok: true, ...answer.value } : null
  const passes = answer.status === 429 || answer.status === 503
  if (answer.status === 0 || (passes && offlineOf(pending.act.type) === 'queue')) return null
  return { id: pending.id, ok: false, refused: answer.error, message: answer.message }
}

/** The generation the server is at; the one we know where it does not answer. */
export const generationNow = async ({ meetingId, personId, generation }: Identity): Promise<number> => {
  const answer = await callApi<{ generation?: number }>('GET', paths.meeting(meetingId), undefined, { as: personId })
  return answer.ok && typeof answer.value.generation === 'number' ? answer.value.generation : generation
}
