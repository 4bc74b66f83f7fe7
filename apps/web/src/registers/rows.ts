import {
  compareRefs,
  namedIn,
  type Action,
  type Day,
  type Decision,
  type OrgId,
  type PublicBoard,
  type Transmission,
} from '@clairiere/ritual'

/** One line of the decisions' register: made here, or taken over from a meeting this one follows. */
export interface DecisionRow {
  id: string
  ref: string
  title: string
  decision?: Decision
  /** Its way to the structure that registers it. */
  circuit?: Transmission
  to: OrgId
  status: Transmission['status'] | Decision['status']
  reviewOn?: Day
  before: boolean
}

export type Which = 'all' | 'waiting' | 'done'

/** Every decision of this meeting that has come to an end, and what was passed on before; by reference, those without one last. */
export const decisionRows = (board: PublicBoard): readonly DecisionRow[] => {
  const here = Object.values(board.decisions).map((decision): DecisionRow => {
    const circuit = Object.values(board.transmissions).find(({ decisionId, kind }) => decisionId === decision.id && kind === 'register')
    return {
      id: decision.id,
      ref: decision.ref ?? '',
      title: decision.title,
      decision,
      ...(circuit && { circuit }),
      to: decision.responsible,
      status: circuit?.status ?? decision.status,
      reviewOn: decision.reviewOn,
      before: false,
    }
  })
  const dayOf = new Map(Object.values(board.reviews).map(({ ref, reviewOn, nextOn }) => [ref, nextOn ?? reviewOn]))
  const before = Object.values(board.transmissions)
    .filter(({ carriedOver }) => carriedOver !== undefined)
    .map((one): DecisionRow => {
      const reviewOn = dayOf.get(one.decisionRef)
      return {
        id: one.id,
        ref: one.decisionRef,
        title: one.title,
        circuit: one,
        to: one.to,
        status: one.status,
        ...(reviewOn !== undefined && { reviewOn }),
        before: true,
      }
    })
  // Registered and looked at long ago: only the day on which it comes back is still told.
  const told = new Set(before.map(({ ref }) => ref))
  const standing = Object.values(board.reviews).flatMap(({ id, ref, title, responsible, reviewOn, nextOn }): readonly DecisionRow[] =>
    told.has(ref) ? [] : [{ id, ref, title, to: responsible, status: 'registered', reviewOn: nextOn ?? reviewOn, before: true }],
  )
  return [...before, ...standing, ...here].toSorted((a, b) => compareRefs(a.ref || '\uFFFF', b.ref || '\uFFFF') || (a.id < b.id ? -1 : 1))
}

/** Whether a decision still waits for somebody. */
export const waits = ({ status }: DecisionRow): boolean =>
  status === 'open' || status === 'adopted' || status === 'to-send' || status === 'sent' || status === 'received'

export const keep = <Row>(rows: readonly Row[], which: Which, isWaiting: (row: Row) => boolean): readonly Row[] =>
  which === 'all' ? rows : rows.filter((row) => isWaiting(row) === (which === 'waiting'))

/** Rows of one group, or all when none is chosen [F10]. */
export const ofGroup = <Row>(rows: readonly Row[], group: OrgId, groupOf: (row: Row) => OrgId | null): readonly Row[] =>
  group === '' ? rows : rows.filter((row) => groupOf(row) === group)

/** Actions by reference, those of former meetings first. */
export const actionRows = (board: PublicBoard): readonly Action[] =>
  Object.values(board.actions).toSorted((a, b) => compareRefs(a.ref, b.ref))

export const actionWaits = ({ status }: Action): boolean => status !== 'done' && status !== 'dropped'

/** Who carries an action, else to whom it was proposed, with who helps: nobody is told as carrying it before accepting, as in the minutes [§2.5-4]. */
export const whoOf = (
  board: Pick<PublicBoard, 'people'>,
  action: Action,
  t: { nobody: string; proposedTo: (names: string) => string; helpedBy: (names: string) => string },
): string => {
  const { who, proposedTo = [], helpers = [] } = namedIn(board, action)
  const isLeft = action.status === 'given-back' || action.status === 'dropped'
  const asked = proposedTo.length > 0 && !isLeft ? t.proposedTo(proposedTo.join(', ')) : t.nobody
  const carries = who.length > 0 ? who.join(', ') : asked
  return helpers.length > 0 ? `${carries} ${t.helpedBy(helpers.join(', '))}` : carries
}
