import { is, object, array, string } from 'valibot'
import type { Locale } from '@clairiere/ritual'
import { tellOn } from './api/tell-followers.ts'
import type { AppMeans } from './app-means.ts'
import type { ActAnswer } from './room/first-answers.ts'
import { isToldOn } from './room/told-on.ts'
import { sayRefusal } from './sentences.ts'

const SentSchema = object({ transmissions: array(object({ to: string() })) })

/**
 * What an act that was done asks for outside its room: the meetings that follow hear what is theirs to know, and whoever sent a decision to its structures is given,
 * with the answer, the inboxes that only the doors know.
 */
export async function afterAct(answer: ActAnswer, meetingId: string, means: AppMeans): Promise<ActAnswer> {
  if (!answer.ok) return answer
  if (isToldOn(answer.facts)) await tellOn(means, meetingId)
  if (!is(SentSchema, answer.result)) return answer
  const inbox: Record<string, string> = {}
  for (const { to } of answer.result.transmissions) inbox[to] = await means.passes.inbox(meetingId, to)
  return { ...answer, result: { ...answer.result, inbox } }
}

/** The answer of message 101: the act's id, and a sentence where it is refused. `error` names the code as over HTTP. */
export function phraseAnswer(id: string, answer: ActAnswer, language: Locale): object {
  if (answer.ok) return { id, ...answer }
  return { id, ...answer, error: answer.refused, message: sayRefusal(answer, language) }
}
