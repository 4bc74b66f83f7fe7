import { changeEntity, noteOrder, putEntity } from '../board-changes.ts'
import type { Board } from '../board.ts'
import type { Decision } from '../decisions/entities.ts'
import { given } from '../fields.ts'
import type { Day, Id } from '../ids.ts'
import { isSameCount } from '../measures.ts'
import type { Previous } from '../meeting/handed-on.ts'
import type { Transmission } from './entities.ts'
import type { Appliers } from '../stamp.ts'

/** The registration circuit of a decision to a structure [§2.4.7]. */
export type TransmissionFact =
  | { type: 'transmission-prepared'; transmission: Transmission }
  | { type: 'transmission-sent'; transmissionId: Id; on: Day }
  | { type: 'transmission-received'; transmissionId: Id; on: Day }
  | { type: 'transmission-registered'; transmissionId: Id; registered: NonNullable<Transmission['registered']>; on: Day }
  | { type: 'transmission-returned'; transmissionId: Id; reason: string; on: Day; onAgenda?: true }
  /** A former meeting counts itself anew, since a structure answered after this one was made [G4]. */
  | { type: 'former-counted'; measures: NonNullable<Previous['measures']>[number] }

/** A decision is in force only once its formally competent structure registered it, unless it was as soon as adopted, the meeting itself having that authority [§2.5-12, A16]. */
const withLegalEffect = (board: Board, transmissionId: Id, legalEffect: Decision['legalEffect']): Board => {
  const transmission = board.transmissions[transmissionId]
  if (transmission?.kind !== 'register' || board.decisions[transmission.decisionId ?? '']?.legalEffect === 'in-force') return board
  return changeEntity(board, 'decisions', transmission.decisionId ?? '', (decision) => ({ ...decision, legalEffect }))
}

export const transmissionAppliers: Appliers<TransmissionFact> = {
  'transmission-prepared': (board, { transmission }) =>
    noteOrder(putEntity(board, 'transmissions', transmission.id, transmission), transmission.id),
  'transmission-sent': (board, { transmissionId, on }) =>
    changeEntity(board, 'transmissions', transmissionId, (transmission) => ({ ...transmission, status: 'sent', sentOn: on })),
  'transmission-received': (board, { transmissionId, on }) =>
    changeEntity(board, 'transmissions', transmissionId, (transmission) => ({ ...transmission, status: 'received', receivedOn: on })),
  'transmission-registered': (board, { transmissionId, registered, on }) =>
    withLegalEffect(
      changeEntity(board, 'transmissions', transmissionId, (transmission) => ({
        ...transmission,
        status: 'registered',
        receivedOn: transmission.receivedOn ?? on,
        registered,
      })),
      transmissionId,
      'in-force',
    ),
  'transmission-returned': (board, { transmissionId, reason, on, onAgenda }) =>
    withLegalEffect(
      changeEntity(board, 'transmissions', transmissionId, (transmission) => ({
        ...transmission,
        status: 'returned',
        returned: { reason, on, ...given({ onAgenda }) },
      })),
      transmissionId,
      'refused',
    ),
  'former-counted': (board, { measures }) => ({
    ...board,
    previous: {
      ...board.previous,
      measures: board.previous.measures?.map((former) => (isSameCount(former, measures) ? measures : former)),
    },
  }),
}
