import { changeEntity, putEntity } from '../board-changes.ts'
import type { Day, Id, OrgId, PersonId } from '../ids.ts'
import type { Feedback } from './entities.ts'
import type { Appliers } from '../stamp.ts'

type Stated = Partial<Pick<Feedback, 'about' | 'observation' | 'effect' | 'need' | 'request'>>

/** The life of a feedback, and notes of who is sovereign on what [A6–A8]. */
export type FeedbackFact =
  | { type: 'feedback-stated'; itemId: Id; stated: Stated; towards?: OrgId }
  | { type: 'feedback-answered'; itemId: Id; personId?: PersonId; voice: OrgId | null; text: string }
  | { type: 'feedback-unanswered'; itemId: Id; noAnswerOn: Day }
  | { type: 'feedback-learned'; itemId: Id; text: string }
  | { type: 'sovereignty-noted'; id: Id; org: OrgId; text: string; itemId?: Id }

const blank = (itemId: Id): Feedback => ({ itemId, observation: '', effect: '', need: '', request: '', status: 'expressed' })

export const feedbackAppliers: Appliers<FeedbackFact> = {
  'feedback-stated': (board, { itemId, stated, towards }) => {
    const set = putEntity(board, 'feedbacks', itemId, { ...(board.feedbacks[itemId] ?? blank(itemId)), ...stated })
    return towards === undefined ? set : changeEntity(set, 'items', itemId, (item) => ({ ...item, towards }))
  },
  'feedback-answered': (board, { itemId, personId, voice, text }, { at }) =>
    changeEntity(board, 'feedbacks', itemId, ({ noAnswerOn: _late, ...feedback }) => ({
      ...feedback,
      status: feedback.status === 'learned' ? 'learned' : 'answered',
      answer: { ...(personId === undefined ? {} : { personId }), voice, text, at },
    })),
  'feedback-unanswered': (board, { itemId, noAnswerOn }) =>
    changeEntity(board, 'feedbacks', itemId, (feedback) => ({ ...feedback, status: 'no-answer', noAnswerOn })),
  'feedback-learned': (board, { itemId, text }) =>
    changeEntity(board, 'feedbacks', itemId, (feedback) => ({ ...feedback, status: 'learned', learning: text })),
  'sovereignty-noted': (board, { id, org, text, itemId }) =>
    changeEntity(board, 'organisations', org, (organisation) => ({
      ...organisation,
      sovereignty: [...organisation.sovereignty, { id, text, ...(itemId === undefined ? {} : { itemId }) }],
    })),
}
