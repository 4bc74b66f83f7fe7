import type { Board } from '../board.ts'
import { changeEntity, changeMeeting, noteOrder, putEntity } from '../board-changes.ts'
import type { Id, PersonId } from '../ids.ts'
import type { Appliers } from '../stamp.ts'
import { type Correction, type RedactionKind, redactionMarks } from './entities.ts'
import { redactedEverywhere } from './everywhere.ts'

export type CorrectionFact =
  | { type: 'correction-asked'; correction: Omit<Correction, 'at' | 'acceptedBy' | 'status'> }
  /** `complete` when nobody else has to agree. */
  | { type: 'correction-accepted'; correctionId: Id; personId: PersonId; complete: boolean }
  | { type: 'correction-disputed'; correctionId: Id }
  | {
      type: 'redacted'
      correctionId: Id
      by: PersonId
      kind: RedactionKind
      id: Id
    }

/** After sealing a correction makes a new version; the former stays readable with a banner [§4.12]. */
const newVersion = (board: Board): Board =>
  board.meeting.status === 'sealed' ? changeMeeting(board, { minutesVersion: board.meeting.minutesVersion + 1 }) : board

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
  // What was there is not kept: neither in the correction nor in the board and the version to come.
  redacted: (board, { correctionId, by, kind, id }, { at }) => {
    const next = newVersion(redactedEverywhere(board, kind, id))
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
