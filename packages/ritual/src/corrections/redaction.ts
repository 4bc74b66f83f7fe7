import type { Board, PublicBoard } from '../board.ts'
import { changeClosing, changeEntity, putEntity } from '../board-changes.ts'
import type { Experience } from '../agenda/entities.ts'
import type { Feedback } from '../feedback/entities.ts'
import type { Id, PersonId } from '../ids.ts'
import { type RedactionKind, redactionMarks } from './entities.ts'

/** One thing that may be taken out: whose it is where that is printed, and its words, so that it can be told from the others. */
export interface Redactable {
  kind: RedactionKind
  id: Id
  personId?: PersonId
  text: string
}

type OfDecision = 'objection' | 'concern' | 'improvement' | 'interest' | 'commitment'
const listOf = {
  objection: 'objections',
  concern: 'concerns',
  improvement: 'improvements',
  interest: 'interests',
  commitment: 'commitments',
} as const
const ofDecision = Object.keys(listOf) as OfDecision[]

const saidIn = ({ observation, effect, need, request }: Feedback): string => [observation, effect, need, request].filter(Boolean).join(' ')

const toldIn = ({ situation, did, difficulties, helped }: Experience): string =>
  [situation, did, difficulties, helped].filter(Boolean).join(' ')

/** Everything in the minutes that could be taken out and was not yet, by kind. A hidden note is in no minutes. */
export const redactables = (board: PublicBoard): readonly Redactable[] => {
  const { words, improvements } = board.closing
  const mark = redactionMarks[board.meeting.locale]
  const all: Redactable[] = [
    ...Object.values(board.people).map(({ id, name }) => ({ kind: 'name' as const, id, personId: id, text: name })),
    ...words.map((each) => ({ ...each, kind: 'closing-words' as const })),
    ...words.flatMap(({ id, personId, text }) => (personId === undefined ? [] : [{ kind: 'closing-name' as const, id, personId, text }])),
    ...improvements.map((each) => ({ ...each, kind: 'closing-improvement' as const })),
    ...Object.values(board.notes).flatMap((note) => (note.hidden ? [] : [{ ...note, kind: 'note' as const }])),
    ...Object.values(board.reactions).map((reaction) => ({ ...reaction, kind: 'reaction' as const })),
    ...Object.values(board.reactions).map(({ id, answer = '' }) => ({ kind: 'reaction-answer' as const, id, text: answer })),
    ...Object.values(board.advice).flatMap(({ given }) => given.map((each) => ({ ...each, kind: 'advice' as const }))),
    ...Object.values(board.advice).flatMap(({ given }) =>
      given.map(({ id, why = '' }) => ({ kind: 'advice-answer' as const, id, text: why })),
    ),
    ...Object.values(board.items).flatMap(({ id, experience }) =>
      experience?.published ? [{ kind: 'experience' as const, id, text: toldIn(experience) }] : [],
    ),
    ...Object.values(board.decisions).map(({ id, summaries }) => ({
      kind: 'summary' as const,
      id,
      text: [summaries.clarification, summaries.feelings].filter(Boolean).join(' '),
    })),
    ...Object.values(board.decisions).flatMap((decision) =>
      ofDecision.flatMap((kind) => (decision[listOf[kind]] ?? []).map((each) => ({ ...each, kind }))),
    ),
    ...Object.values(board.feedbacks).flatMap((feedback) => [
      { kind: 'feedback' as const, id: feedback.itemId, text: saidIn(feedback) },
      ...(feedback.answer ? [{ ...feedback.answer, kind: 'feedback-answer' as const, id: feedback.itemId }] : []),
      { kind: 'feedback-learning' as const, id: feedback.itemId, text: feedback.learning ?? '' },
    ]),
    ...Object.values(board.corrections).flatMap(({ id, by, kind, before, after }) =>
      kind === 'redaction' ? [] : [{ kind: 'correction' as const, id, personId: by, text: [before, after].filter(Boolean).join(' → ') }],
    ),
  ]
  return all.flatMap(({ kind, id, personId, text }) =>
    text === '' || text.includes(mark) ? [] : [{ kind, id, text, ...(personId === undefined ? {} : { personId }) }],
  )
}

const marked = <T extends { id: Id }>(list: readonly T[], id: Id, mark: string): readonly T[] =>
  list.map((each) => (each.id === id ? { ...each, text: mark } : each))

const inDecisions = (board: Board, kind: OfDecision, id: Id): Board => {
  const mark = redactionMarks[board.meeting.locale]
  const decision = Object.values(board.decisions).find((each) => each[listOf[kind]]?.some((said) => said.id === id))
  return decision === undefined
    ? board
    : putEntity(board, 'decisions', decision.id, {
        ...decision,
        [listOf[kind]]: marked<{ id: Id }>(decision[listOf[kind]] ?? [], id, mark),
      })
}

/** The board with the mark in place of what is taken out; nothing of it is left. An unknown id changes nothing. */
export const withRedacted = (board: Board, kind: RedactionKind, id: Id): Board => {
  const mark = redactionMarks[board.meeting.locale]
  switch (kind) {
    case 'closing-words':
      return changeClosing(board, { words: marked(board.closing.words, id, mark) })
    case 'closing-improvement':
      return changeClosing(board, { improvements: marked(board.closing.improvements, id, mark) })
    case 'closing-name':
      return changeClosing(board, {
        words: board.closing.words.map(({ personId, ...words }) =>
          words.id === id || personId === undefined ? words : { ...words, personId },
        ),
      })
    case 'name':
      return changeEntity(board, 'people', id, (person) => ({ ...person, name: mark }))
    case 'note':
      return changeEntity(board, 'notes', id, (note) => ({ ...note, text: mark }))
    case 'reaction': {
      const { objectionId } = board.reactions[id] ?? {}
      const next = changeEntity(board, 'reactions', id, (reaction) => ({ ...reaction, text: mark }))
      return objectionId === undefined ? next : inDecisions(next, 'objection', objectionId)
    }
    case 'advice':
      return Object.values(board.advice).reduce(
        (next, request) =>
          request.given.some((given) => given.id === id)
            ? putEntity(next, 'advice', request.itemId, { ...request, given: marked(request.given, id, mark) })
            : next,
        board,
      )
    case 'reaction-answer':
      return changeEntity(board, 'reactions', id, (reaction) => ({ ...reaction, answer: mark }))
    case 'advice-answer': {
      const request = Object.values(board.advice).find(({ given }) => given.some((one) => one.id === id))
      return changeEntity(board, 'advice', request?.itemId ?? '', (found) => ({
        ...found,
        given: found.given.map((one) => (one.id === id ? { ...one, why: mark } : one)),
      }))
    }
    case 'experience':
      return changeEntity(board, 'items', id, (item) =>
        item.experience ? { ...item, experience: { ...item.experience, situation: mark, did: '', difficulties: '', helped: '' } } : item,
      )
    case 'summary':
      return changeEntity(board, 'decisions', id, (decision) => ({
        ...decision,
        summaries: Object.fromEntries(Object.keys(decision.summaries).map((step) => [step, mark])),
      }))
    case 'feedback-learning':
      return changeEntity(board, 'feedbacks', id, (feedback) => ({ ...feedback, learning: mark }))
    case 'feedback':
      return changeEntity(board, 'feedbacks', id, (feedback) => ({ ...feedback, observation: mark, effect: '', need: '', request: '' }))
    case 'feedback-answer':
      return changeEntity(board, 'feedbacks', id, (feedback) =>
        feedback.answer ? { ...feedback, answer: { ...feedback.answer, text: mark } } : feedback,
      )
    case 'correction':
      return changeEntity(board, 'corrections', id, (correction) => ({ ...correction, before: '', after: mark, reason: '' }))
    case 'objection': {
      // One that came late opened a reaction with the same words [§4.5].
      const opened = Object.values(board.reactions).find(({ objectionId }) => objectionId === id)
      const next = opened ? changeEntity(board, 'reactions', opened.id, (reaction) => ({ ...reaction, text: mark })) : board
      return inDecisions(next, kind, id)
    }
    case 'concern':
    case 'improvement':
    case 'interest':
    case 'commitment':
      return inDecisions(board, kind, id)
  }
}
