import type { Board } from '../board.ts'
import { changeClosing, changeEntity, changeMeeting, noteOrder, putEntity } from '../board-changes.ts'
import type { Id, PersonId } from '../ids.ts'
import type { Appliers } from '../stamp.ts'
import type { Correction } from './entities.ts'

export type CorrectionFact =
  | { type: 'correction-asked'; correction: Omit<Correction, 'at' | 'acceptedBy' | 'status'> }
  /** `complete` when nobody else has to agree. */
  | { type: 'correction-accepted'; correctionId: Id; personId: PersonId; complete: boolean }
  | { type: 'correction-disputed'; correctionId: Id }
  | {
      type: 'redacted'
      correctionId: Id
      by: PersonId
      kind: 'closing-words' | 'closing-name' | 'name' | 'note' | 'reaction' | 'advice'
      id: Id
    }

export const redactionMarks = { fr: '[mention retirée à la demande de la personne]', en: '[removed at the person’s request]' } as const

/** After sealing a correction makes a new version; the former stays readable with a banner [§4.12]. */
const newVersion = (board: Board): Board =>
  board.meeting.status === 'sealed' ? changeMeeting(board, { minutesVersion: board.meeting.minutesVersion + 1 }) : board

const redact = (board: Board, kind: Extract<CorrectionFact, { type: 'redacted' }>['kind'], id: Id): Board => {
  const text = redactionMarks[board.meeting.locale]
  switch (kind) {
    case 'closing-words':
      return changeClosing(board, { words: board.closing.words.map((words) => (words.id === id ? { ...words, text } : words)) })
    case 'closing-name':
      return changeClosing(board, {
        words: board.closing.words.map(({ personId, ...words }) =>
          words.id === id || personId === undefined ? words : { ...words, personId },
        ),
      })
    case 'name':
      return changeEntity(board, 'people', id, (person) => ({ ...person, name: text }))
    case 'note':
      return changeEntity(board, 'notes', id, (note) => ({ ...note, text }))
    case 'reaction':
      return changeEntity(board, 'reactions', id, (reaction) => ({ ...reaction, text }))
    case 'advice':
      return Object.values(board.advice).reduce(
        (next, request) =>
          request.given.some((given) => given.id === id)
            ? putEntity(next, 'advice', request.itemId, {
                ...request,
                given: request.given.map((given) => (given.id === id ? { ...given, text } : given)),
              })
            : next,
        board,
      )
  }
}

export const correctionAppliers: Appliers<CorrectionFact> = {
  'correction-asked': (board, { correction }, { at }) =>
    noteOrder(putEntity(board, 'corrections', correction.id, { ...correction, at, acceptedBy: [], status: 'asked' }), correction.id),
  'correction-accepted': (board, { correctionId, personId, complete }) => {
    const accepted = changeEntity(board, 'corrections', correctionId, (correction) => ({
      ...correction,
      acceptedBy: [...correction.acceptedBy, personId],
      status: complete ? 'accepted' : 'asked',
      ...(complete && board.meeting.status === 'sealed' && { version: board.meeting.minutesVersion + 1 }),
    }))
    return complete ? newVersion(accepted) : accepted
  },
  'correction-disputed': (board, { correctionId }) =>
    newVersion(
      changeEntity(board, 'corrections', correctionId, (correction) => ({
        ...correction,
        status: 'disputed',
        ...(board.meeting.status === 'sealed' && { version: board.meeting.minutesVersion + 1 }),
      })),
    ),
  // What was there is not kept: neither in the correction nor in the version to come.
  redacted: (board, { correctionId, by, kind, id }, { at }) => {
    const next = newVersion(redact(board, kind, id))
    const correction: Correction = {
      id: correctionId,
      version: next.meeting.minutesVersion,
      at,
      by,
      place: kind,
      before: '',
      after: redactionMarks[board.meeting.locale],
      reason: '',
      kind: 'redaction',
      acceptedBy: [by],
      status: 'accepted',
    }
    return noteOrder(putEntity(next, 'corrections', correctionId, correction), correctionId)
  },
}
