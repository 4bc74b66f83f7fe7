import { broughtItem } from '../agenda/brought-item.ts'
import { askedHeard, pointsHeard, type FormerPoint } from '../agenda/former-points.ts'
import type { Board } from '../board.ts'
import { objectionsHeard } from '../circulation/former-objections.ts'
import { objectionsIn } from '../circulation/objected-to.ts'
import { dayOf } from '../days.ts'
import type { Fact } from '../facts.ts'
import { given } from '../fields.ts'
import { isSameCount, measuresOf, type Measures } from '../measures.ts'
import type { Objected, Previous } from '../meeting/handed-on.ts'
import { isOver } from '../meeting/is-over.ts'
import { retold } from '../meeting/retold.ts'
import { actionTold, askedFor, inForceOf, pointsOf, previousOf } from '../previous.ts'
import { noWords, type LeftWords } from '../words.ts'
import { idFrom } from '../seed.ts'
import type { Transmission, TransmissionStatus } from './entities.ts'
import { actionsHeard, reviewsHeard } from './former-follow-up.ts'
import { isOnAgenda, returnedItem, returnedItemId } from './returned.ts'

/**
 * What became of the decisions that a meeting and those before it sent to structures, and how they count themselves by now: all that a meeting which follows it is
 * to know, so that hearing its former is enough.
 */
export interface FormerNews {
  circuits: readonly Transmission[]
  /** None of a meeting that was never opened: it counts nothing. */
  measures: readonly Measures[]
  /** Its decisions, with what stands against them or that nothing does any more, and those of meetings before that somebody objected to [D2]. */
  objected: readonly Objected[]
  points: readonly FormerPoint[]
  /** « À mettre à l’ordre du jour ». */
  asked: Previous['items']
  /** All its actions, also those that are done or dropped by now. */
  actions: Previous['actions']
  /** Decisions of meetings before that it has replaced. */
  replaced: readonly string[]
  /** All that a meeting made by now would take over. */
  previous: Previous
}

export const formerNews = (board: Board, words: LeftWords = noWords): FormerNews => {
  const { openedAt, timezone } = board.meeting
  const day = openedAt === undefined ? undefined : dayOf(openedAt, timezone)
  const own = day === undefined ? [] : [measuresOf(board, day)]
  return {
    circuits: Object.values(board.transmissions)
      .filter(({ kind }) => kind === 'register')
      .map((circuit) => ({
        ...circuit,
        ...given({ inForce: inForceOf(board, circuit) }),
        ...(circuit.returned && isOnAgenda(board, circuit) && { returned: { ...circuit.returned, onAgenda: true } }),
      })),
    measures: [...(board.previous.measures ?? []), ...own],
    objected: [...(board.previous.objected ?? []), ...objectionsIn(board, day)],
    points: pointsOf(board, day, words),
    asked: askedFor(board, Object.values(board.items), day),
    actions: Object.values(board.actions).map((action) => actionTold(board, action)),
    replaced: Object.values(board.decisions).flatMap(({ status, replaces }) =>
      status === 'adopted' && replaces !== undefined ? [replaces] : [],
    ),
    previous: previousOf(board, words),
  }
}

/** How far a circuit is; where it was registered or returned it stays. */
const steps: Readonly<Record<TransmissionStatus, number>> = { 'to-send': 0, sent: 1, received: 2, registered: 3, returned: 3 }

const told = (board: Board, { id: transmissionId }: Transmission, circuit: Transmission): readonly Fact[] => {
  const { status, sentOn, receivedOn, registered, returned } = circuit
  if (status === 'sent' && sentOn !== undefined) return [{ type: 'transmission-sent', transmissionId, on: sentOn }]
  if (status === 'received' && receivedOn !== undefined) return [{ type: 'transmission-received', transmissionId, on: receivedOn }]
  if (registered) return [{ type: 'transmission-registered', transmissionId, registered, on: receivedOn ?? registered.date }]
  if (!returned) return []
  const asks = returned.onAgenda !== true && !isOver(board.meeting)
  const { reason, on } = returned
  return [
    { type: 'transmission-returned', transmissionId, reason, on, ...given({ onAgenda: asks ? true : returned.onAgenda }) },
    ...(asks ? [{ type: 'item-proposed' as const, itemId: returnedItemId(circuit), ...broughtItem(returnedItem(circuit)) }] : []),
  ]
}

/** A circuit that a meeting was made too early to take over: the decision was not yet adopted. */
const takenOver = ({ decisionRef, title, to, inForce }: Transmission): Transmission => ({
  id: idFrom(decisionRef, to),
  decisionRef,
  title,
  to,
  kind: 'register',
  status: 'to-send',
  carriedOver: true,
  ...given({ inForce }),
})

/**
 * The facts by which a meeting learns what it was made too early to know; none where it knows already [D11, G4]. A decision returned comes as a feedback on its agenda,
 * while it has one and none before it in the line had it [§2.4.7]; one objected to likewise [D2].
 */
export const heardOf = (
  board: Board,
  { circuits, measures, objected, points, asked, actions, replaced, previous }: FormerNews,
): readonly Fact[] => {
  const moved = circuits.flatMap((circuit): readonly Fact[] => {
    const ours = Object.values(board.transmissions).find(
      ({ carriedOver, decisionRef, to }) => carriedOver && decisionRef === circuit.decisionRef && to === circuit.to,
    )
    if (ours) return steps[circuit.status] > steps[ours.status] ? told(board, ours, circuit) : []
    // One that is registered may have left the follow-up.
    if (circuit.status === 'registered') return []
    const made = takenOver(circuit)
    return [{ type: 'transmission-prepared' as const, transmission: made }, ...told(board, made, circuit)]
  })
  const counted = measures.flatMap((counts): readonly Fact[] => {
    const known = board.previous.measures?.find((one) => isSameCount(one, counts))
    const isNews = known !== undefined && JSON.stringify(known) !== JSON.stringify(counts)
    return isNews ? [{ type: 'former-counted', measures: counts }] : []
  })
  return [
    ...moved,
    ...counted,
    ...objectionsHeard(board, objected),
    ...pointsHeard(board, points),
    ...askedHeard(board, asked),
    ...actionsHeard(board, actions, previous.actions),
    ...reviewsHeard(board, previous.reviews, replaced),
    ...retold(board, previous),
  ]
}
