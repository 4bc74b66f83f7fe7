import { is, object, array, string } from 'valibot'
import type { Locale } from '@clairiere/ritual'
import { tellFollowers } from './api/tell-followers.ts'
import type { AppMeans } from './app-means.ts'
import type { ActAnswer } from './room/first-answers.ts'
import { sayRefusal } from './sentences.ts'

const SentSchema = object({ transmissions: array(object({ to: string() })) })

/**
 * An answer with what only the doors know: the inboxes of the structures that a decision was sent to, for whoever sent it. The meetings that follow hear that it was
 * sent; where one cannot, the structure's own answer tells it.
 */
export async function withInboxes(answer: ActAnswer, meetingId: string, means: AppMeans): Promise<ActAnswer> {
  if (!answer.ok || !is(SentSchema, answer.result)) return answer
  const inbox: Record<string, string> = {}
  for (const { to } of answer.result.transmissions) inbox[to] = await means.passes.inbox(meetingId, to)
  await tellFollowers(means, meetingId).catch((fault: unknown) => means.log.error('a sending was not told on', { meetingId }, fault))
  return { ...answer, result: { ...answer.result, inbox } }
}

/** The answer of message 101: the act's id, and a sentence where it is refused. `error` names the code as over HTTP. */
export function phraseAnswer(id: string, answer: ActAnswer, language: Locale): object {
  if (answer.ok) return { id, ...answer }
  return { id, ...answer, error: answer.refused, message: sayRefusal(answer, language) }
}
