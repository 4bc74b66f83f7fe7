import type { ActOf } from '../acts.ts'
import type { ConfidenceChange } from '../confidences/entities.ts'
import type { Fact } from '../facts.ts'
import { spokenFor } from '../people/judge.ts'
import { wasInMeeting } from '../permissions/circle-size.ts'
import { refuse } from '../refusal.ts'
import type { Judge } from '../scene.ts'
import { factsAnd } from '../verdict.ts'
import type { closingActs } from './acts.ts'

/** What is given replaces what the same person gave before, and an empty one takes it back; a field left out stays as it was. */
const give: Judge<ActOf<'give-closing'>> = (scene, actor, { roti, words, publish, improvement, thanks, personId: forPerson }) => {
  const { board, now, secrets } = scene
  const who = spokenFor(scene, actor, forPerson)
  if (!who.ok) return who
  const personId = who.value
  if (board.meeting.closedAt !== undefined && !wasInMeeting(board, personId)) return refuse('too-late')
  // After the close nobody waits to be heard, and saying so would sign a lone improvement that the seal then tells.
  const made: Fact[] = board.meeting.closedAt === undefined ? [{ type: 'closing-heard', personId }] : []
  const confidences: ConfidenceChange[] = []
  if (roti !== undefined) {
    // One who had answered before the close is no late one: by their number changed, the second distribution would tell both.
    const before = board.closing.roti && secrets.one('roti', 'closing', personId)
    confidences.push({ put: { kind: 'roti', subject: 'closing', personId, at: before?.at ?? now, payload: { roti } } })
  }
  if (words && publish) made.push({ type: 'closing-words-published', id: actor.actId, personId, text: words })
  else if (words !== undefined && board.closing.words.some((given) => given.personId === personId))
    made.push({ type: 'closing-words-withdrawn', personId })
  if (words !== undefined || thanks !== undefined) {
    const { words: formerWords, ...former } = secrets.one('closing', 'closing', personId)?.payload ?? {}
    const kept = words === undefined ? formerWords : publish || words === '' ? undefined : words
    const said = { ...former, ...(kept !== undefined && { words: kept }), ...(thanks !== undefined && { thanks }) }
    confidences.push(
      Object.keys(said).length > 0
        ? { put: { kind: 'closing', subject: 'closing', personId, at: now, payload: said } }
        : { drop: { kind: 'closing', subject: 'closing', personId } },
    )
  }
  // It waits unseen: told now, it would come in one update with the « heard » of its author.
  if (improvement === '') confidences.push({ drop: { kind: 'closing-improvement', subject: 'closing', personId } })
  else if (improvement !== undefined)
    confidences.push({ put: { kind: 'closing-improvement', subject: 'closing', personId, at: now, payload: { text: improvement } } })
  return factsAnd(made, confidences)
}

export const closingJudges = {
  'give-closing': give,
  'pass-closing': (scene, actor, { personId }) => {
    const who = spokenFor(scene, actor, personId)
    return who.ok ? factsAnd([{ type: 'closing-heard', personId: who.value }], []) : who
  },
} satisfies { [T in keyof typeof closingActs]: Judge<ActOf<T>> }
