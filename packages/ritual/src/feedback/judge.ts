import type { ActOf } from '../acts.ts'
import { personOf } from '../acting.ts'
import { given } from '../fields.ts'
import { refuse, type Outcome } from '../refusal.ts'
import type { Judge, Scene } from '../scene.ts'
import { facts } from '../verdict.ts'
import type { feedbackActs } from './acts.ts'
import type { Feedback } from './entities.ts'

/** A feedback that says enough to be answered: what was seen, and what is asked [§2.3]. */
export const isStated = (feedback: Feedback | undefined): feedback is Feedback =>
  !!feedback && feedback.observation !== '' && feedback.request !== ''

const statedFeedback = (scene: Scene, itemId: string): Outcome<Feedback> => {
  const feedback = scene.board.feedbacks[itemId]
  if (!feedback) return refuse('no-such-thing')
  return isStated(feedback) ? { ok: true, value: feedback } : refuse('incomplete')
}

/** The carrier writes the fields as they are said, together or one by one [A7]; once answered they stay. */
const stateFeedback: Judge<ActOf<'state-feedback'>> = (scene, _actor, act) => {
  const { board } = scene
  const item = board.items[act.itemId]
  if (!item) return refuse('no-such-thing')
  if (item.kind !== 'feedback') return refuse('process-locked')
  if (board.feedbacks[item.id]?.answer) return refuse('text-locked')
  const { type: _type, itemId, towards, about, ...fields } = act
  const stated = { ...given(fields), ...(about ? { about: given(about) } : {}) }
  if (towards === undefined && Object.keys(stated).length === 0) return refuse('incomplete')
  if (towards !== undefined && !board.organisations[towards]) return refuse('no-such-thing')
  return facts({ type: 'feedback-stated', itemId, stated, ...given({ towards }) })
}

/** Answered by somebody who speaks for the target, or by its contact [A7]; also after « sans réponse ». */
const answerFeedback: Judge<ActOf<'answer-feedback'>> = (scene, actor, act) => {
  const found = statedFeedback(scene, act.itemId)
  if (!found.ok) return found
  const target = scene.board.items[act.itemId]?.towards
  if (target === undefined) return refuse('not-the-target')
  if (actor.kind === 'contact')
    return actor.org === target
      ? facts({ type: 'feedback-answered', itemId: act.itemId, voice: target, text: act.text })
      : refuse('not-the-target')
  const person = personOf(scene, actor)
  if (!person.ok) return person
  const speaks = person.value.voices.some(({ org }) => org === target) && (act.voice === undefined || act.voice === target)
  if (!speaks) return refuse('not-the-target')
  return facts({ type: 'feedback-answered', itemId: act.itemId, personId: person.value.id, voice: target, text: act.text })
}

/** Answered, or said to be without answer at a date; a feedback never ends in silence [AC-08]. */
const closeFeedback: Judge<ActOf<'close-feedback'>> = (scene, _actor, act) => {
  const found = statedFeedback(scene, act.itemId)
  if (!found.ok) return found
  if (found.value.answer) return act.noAnswerOn === undefined ? facts() : refuse('already-there')
  return act.noAnswerOn === undefined
    ? refuse('answer-missing')
    : facts({ type: 'feedback-unanswered', itemId: act.itemId, noAnswerOn: act.noAnswerOn })
}

/** What is learnt from it, once it was answered or went without answer. */
const learnFromFeedback: Judge<ActOf<'learn-from-feedback'>> = (scene, _actor, act) => {
  const found = statedFeedback(scene, act.itemId)
  if (!found.ok) return found
  if (!found.value.answer && found.value.noAnswerOn === undefined) return refuse('answer-missing')
  return facts({ type: 'feedback-learned', itemId: act.itemId, text: act.text })
}

/** Who is sovereign on what, kept on the organisation's card [A8]. */
const setSovereignty: Judge<ActOf<'set-sovereignty'>> = (scene, actor, act) => {
  const { org, text, itemId } = act
  if (!scene.board.organisations[org] || (itemId !== undefined && !scene.board.items[itemId])) return refuse('no-such-thing')
  return facts({ type: 'sovereignty-noted', id: actor.actId, org, text, ...given({ itemId }) })
}

/** Rules of a feedback [A6–A8]. */
export const feedbackJudges: { [T in keyof typeof feedbackActs]: Judge<ActOf<T>> } = {
  'state-feedback': stateFeedback,
  'answer-feedback': answerFeedback,
  'close-feedback': closeFeedback,
  'learn-from-feedback': learnFromFeedback,
  'set-sovereignty': setSovereignty,
}
