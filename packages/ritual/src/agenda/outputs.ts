import { impactedNotAsked } from '../advice/impacted.ts'
import type { PublicBoard } from '../board.ts'
import type { Day, Id } from '../ids.ts'
import { ok, refuse, type Outcome } from '../refusal.ts'
import { dueReviews, isReviewed } from '../reviews/due.ts'
import type { WordsState } from '../words.ts'
import { noteHeadings } from '../notes/entities.ts'
import type { Item } from './entities.ts'

const hasWords = (words: WordsState, itemId: Id): boolean =>
  [`note:${itemId}`, ...noteHeadings.map((heading) => `note:${itemId}:${heading}`)].some((root) => (words[root] ?? 0) > 0)
const hasNamedNote = (board: PublicBoard, itemId: Id, heading?: string): boolean =>
  Object.values(board.notes).some((note) => note.itemId === itemId && !note.hidden && (heading === undefined || note.heading === heading))
const hasNote = (board: PublicBoard, words: WordsState, itemId: Id): boolean => hasWords(words, itemId) || hasNamedNote(board, itemId)

/** An item is done when it has given what its kind promises [§2.3]; the refusal says what is missing. `today` is a day of the meeting's time zone. */
export const hasOutput = (board: PublicBoard, words: WordsState, item: Item, nextStep: string | undefined, today: Day): Outcome<true> => {
  const { id } = item
  switch (item.kind) {
    case 'information':
      return hasNote(board, words, id) ? ok(true) : refuse('output-missing', { missing: ['note'] })
    case 'broadcast': {
      const broadcast = board.broadcasts[id]
      if (!broadcast) return refuse('output-missing', { missing: ['text'] })
      return broadcast.openUntil ? ok(true) : refuse('window-missing')
    }
    case 'feedback': {
      const feedback = board.feedbacks[id]
      const missing = (['observation', 'request'] as const).filter((field) => !feedback?.[field])
      if (missing.length > 0) return refuse('output-missing', { missing })
      return feedback?.answer || feedback?.noAnswerOn ? ok(true) : refuse('answer-missing')
    }
    case 'contribution': {
      const synthesis = (words[`note:${id}:synthesis`] ?? 0) > 0 || hasNamedNote(board, id, 'synthesis')
      return synthesis || (item.format === 'free' && hasNote(board, words, id))
        ? ok(true)
        : refuse('output-missing', { missing: ['synthesis'] })
    }
    case 'advice': {
      const request = board.advice[id]
      if (!request) return refuse('output-missing', { missing: ['decider', 'decideBy'] })
      const missing = impactedNotAsked(board, id)
      return missing === undefined ? ok(true) : refuse('impacted-not-asked', { organisations: missing })
    }
    case 'concertation':
      if (item.structures.length < 2) return refuse('output-missing', { missing: ['structures'] })
      return nextStep === undefined ? refuse('next-step-missing') : ok(true)
    case 'decision':
    case 'election': {
      const taken = Object.values(board.decisions).filter((decision) => decision.itemId === id)
      if (taken.some((decision) => decision.status === 'open'))
        return refuse('decisions-open', { decisions: taken.map((decision) => decision.id) })
      return taken.length > 0 ? ok(true) : refuse('output-missing', { missing: ['decision'] })
    }
    case 'rex':
      // One that names no item may be of this one.
      return words[`learnings:${id}`] || words['learnings:'] ? ok(true) : refuse('output-missing', { missing: ['learning'] })
    case 'tension': {
      const answered = Object.values(board.signals).some((signal) => signal.itemId === id && signal.responses.length > 0)
      return answered || nextStep !== undefined || hasNote(board, words, id)
        ? ok(true)
        : refuse('output-missing', { missing: ['response'] })
    }
    case 'follow-up': {
      // A transmission has no answer to give here: it is looked at by being read, and only its structure moves it on.
      const unseen = [
        ...Object.values(board.actions).flatMap((action) => (action.carriedOver && !action.carriedOver.seen ? [action.ref] : [])),
        ...dueReviews(board, today).flatMap((review) => (isReviewed(review) ? [] : [review.ref])),
      ]
      return unseen.length === 0 ? ok(true) : refuse('output-missing', { missing: unseen })
    }
  }
}
