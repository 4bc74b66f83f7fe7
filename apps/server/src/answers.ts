import { is, object, array, string } from 'valibot'
import type { Locale } from '@clairiere/ritual'
import type { Passes } from './access/passes.ts'
import type { ActAnswer } from './room/first-answers.ts'
import { sayRefusal } from './sentences.ts'

const SentSchema = object({ transmissions: array(object({ to: string() })) })

/** An answer with what only the doors know: the inboxes of the structures that a decision was sent to, for whoever sent it. */
export async function withInboxes(answer: ActAnswer, meetingId: string, passes: Passes): Promise<ActAnswer> {
  if (!answer.ok || !is(SentSchema, answer.result)) return answer
  const inbox: Record<string, string> = {}
  for (const { to } of answer.result.transmissions) inbox[to] = await passes.inbox(meetingId, to)
  return { ...answer, result: { ...answer.result, inbox } }
}

/** The answer of message 101: the act's id, and a sentence where it is refused. `error` names the code as over HTTP. */
export function phraseAnswer(id: string, answer: ActAnswer, language: Locale): object {
  if (answer.ok) return { id, ...answer }
  return { id, ...answer, error: answer.refused, message: sayRefusal(answer, language) }
}
