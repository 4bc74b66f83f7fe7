import type { Board, PublicBoard } from '../board.ts'
import { dayOf } from '../days.ts'
import { measuresOf, type Measures } from '../measures.ts'
import type { Transmission, TransmissionStatus } from './entities.ts'
import type { TransmissionFact } from './facts.ts'

/** What became of the decisions that a meeting sent to structures, and how it counts itself by now: for the meetings that follow it. */
export interface FormerNews {
  circuits: readonly Transmission[]
  /** Null: it was never opened, and counts nothing. */
  measures: Measures | null
}

export const formerNews = (board: PublicBoard): FormerNews => {
  const { openedAt, timezone } = board.meeting
  return {
    circuits: Object.values(board.transmissions).filter(({ kind, carriedOver }) => kind === 'register' && !carriedOver),
    measures: openedAt === undefined ? null : measuresOf(board, dayOf(openedAt, timezone)),
  }
}

/** How far a circuit is; where it was registered or returned it stays. */
const steps: Readonly<Record<TransmissionStatus, number>> = { 'to-send': 0, sent: 1, received: 2, registered: 3, returned: 3 }

const told = (
  { id: transmissionId }: Transmission,
  { status, sentOn, receivedOn, registered, returned }: Transmission,
): TransmissionFact[] => {
  if (status === 'sent' && sentOn !== undefined) return [{ type: 'transmission-sent', transmissionId, on: sentOn }]
  if (status === 'received' && receivedOn !== undefined) return [{ type: 'transmission-received', transmissionId, on: receivedOn }]
  if (registered) return [{ type: 'transmission-registered', transmissionId, registered, on: receivedOn ?? registered.date }]
  return returned ? [{ type: 'transmission-returned', transmissionId, ...returned }] : []
}

/** The facts by which a meeting learns what it was made too early to know; none where it knows already [D11, G4]. */
export const heardOf = (board: Board, { circuits, measures }: FormerNews): readonly TransmissionFact[] => {
  const moved = circuits.flatMap((circuit) => {
    const ours = Object.values(board.transmissions).find(
      ({ carriedOver, decisionRef, to }) => carriedOver && decisionRef === circuit.decisionRef && to === circuit.to,
    )
    return ours && steps[circuit.status] > steps[ours.status] ? told(ours, circuit) : []
  })
  const known = board.previous.measures?.find(({ on }) => on === measures?.on)
  const isNews = measures !== null && known !== undefined && JSON.stringify(known) !== JSON.stringify(measures)
  return isNews ? [...moved, { type: 'former-counted', measures }] : moved
}
