import { changeEntity, noteOrder, putEntity } from '../board-changes.ts'
import type { Day, Id, OrgId } from '../ids.ts'
import type { Objected } from '../meeting/handed-on.ts'
import { given } from '../fields.ts'
import { asksTheSame, knownObjections } from './objected-point.ts'
import type { Reaction } from './entities.ts'
import type { Appliers } from '../stamp.ts'

/** Circulated decisions and the reactions to them, or to adopted ones [D2]. */
export type CirculationFact =
  | { type: 'broadcast-set'; itemId: Id; org: OrgId | null; decidedOn: Day; text: string; openUntil?: Day }
  | { type: 'reaction-given'; reaction: Omit<Reaction, 'at' | 'answer' | 'answeredAt'> }
  | { type: 'reaction-answered'; reactionId: Id; text: string }
  /** Somebody objects to what a former meeting decided, after this one was made, or takes that back. */
  | { type: 'former-objected'; objected: Objected }

export const circulationAppliers: Appliers<CirculationFact> = {
  'broadcast-set': (board, { type: _type, ...broadcast }) => putEntity(board, 'broadcasts', broadcast.itemId, broadcast),
  'reaction-given': (board, { reaction }, { at }) =>
    noteOrder(putEntity(board, 'reactions', reaction.id, { ...reaction, at }), reaction.id),
  'reaction-answered': (board, fact, { at }) =>
    changeEntity(board, 'reactions', fact.reactionId, (reaction) => ({ ...reaction, answer: fact.text, answeredAt: at })),
  'former-objected': (board, { objected }) => {
    const { previous } = board
    const isIt = ({ item }: Objected): boolean => asksTheSame(item, objected.item)
    const before = knownObjections(board).find(isIt)?.item.text
    // Words taken back do not stay in what was brought.
    const items = previous.items.map((told) =>
      asksTheSame(told, objected.item) && told.text === before ? { ...told, ...given({ text: objected.item.text }) } : told,
    )
    const others = previous.objected?.filter((one) => !isIt(one)) ?? []
    return { ...board, previous: { ...previous, items, objected: [...others, objected] } }
  },
}
