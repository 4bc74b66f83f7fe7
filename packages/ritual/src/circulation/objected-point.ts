import type { Item } from '../agenda/entities.ts'
import type { PublicBoard } from '../board.ts'
import type { Objected, Previous } from '../meeting/handed-on.ts'

type Told = Previous['items'][number]

/** Whether both are the point that one decision asks for; only their words may differ. */
export const asksTheSame = (a: Pick<Told, 'kind' | 'threadId' | 'replaces'>, b: Pick<Told, 'kind' | 'threadId' | 'replaces'>): boolean =>
  a.kind === b.kind && a.threadId === b.threadId && a.replaces === b.replaces

/** What this meeting knows of decisions of former ones that somebody objected to: heard since it was made, or brought to its agenda from the beginning. */
export const knownObjections = ({ previous: { objected = [], items } }: Pick<PublicBoard, 'previous'>): readonly Objected[] => [
  ...objected,
  ...items
    .filter((item) => item.status === 'objected' && !objected.some((heard) => asksTheSame(heard.item, item)))
    .map((item): Objected => ({ item, onAgenda: true })),
]

/** Whether this point came from an objection, to a decision of a former meeting, that was taken back since. */
export const isObjectionTakenBack = ({ previous }: Pick<PublicBoard, 'previous'>, item: Item): boolean =>
  previous.objected?.some((one) => one.takenBack === true && asksTheSame(one.item, item)) === true
