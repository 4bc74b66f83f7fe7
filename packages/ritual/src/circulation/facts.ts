import { changeEntity, noteOrder, putEntity } from '../board-changes.ts'
import type { Day, Id, OrgId } from '../ids.ts'
import type { Reaction } from './entities.ts'
import type { Appliers } from '../stamp.ts'

/** Circulated decisions and the reactions to them, or to adopted ones [D2]. */
export type CirculationFact =
  | { type: 'broadcast-set'; itemId: Id; org: OrgId | null; decidedOn: Day; text: string; openUntil?: Day }
  | { type: 'reaction-given'; reaction: Omit<Reaction, 'at' | 'answer' | 'answeredAt'> }
  | { type: 'reaction-answered'; reactionId: Id; text: string }

export const circulationAppliers: Appliers<CirculationFact> = {
  'broadcast-set': (board, { type: _type, ...broadcast }) => putEntity(board, 'broadcasts', broadcast.itemId, broadcast),
  'reaction-given': (board, { reaction }, { at }) =>
    noteOrder(putEntity(board, 'reactions', reaction.id, { ...reaction, at }), reaction.id),
  'reaction-answered': (board, fact, { at }) =>
    changeEntity(board, 'reactions', fact.reactionId, (reaction) => ({ ...reaction, answer: fact.text, answeredAt: at })),
}
