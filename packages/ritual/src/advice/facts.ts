import { changeEntity, noteOrder, putEntity } from '../board-changes.ts'
import type { Day, Id, OrgId, PersonId } from '../ids.ts'
import type { AdviceAsked, AdviceGiven, AdviceRequest } from './entities.ts'
import type { Appliers } from '../stamp.ts'

/** What happens to a request for advice [A10, A11, D3]. */
export type AdviceFact =
  | { type: 'advice-set'; itemId: Id; question: string; decider: PersonId; forOrg: OrgId | null; decideBy: Day }
  | { type: 'advice-asked'; itemId: Id; asked: Omit<AdviceAsked, 'askedAt'> }
  | { type: 'advice-given'; itemId: Id; advice: Omit<AdviceGiven, 'at' | 'answer' | 'why'> }
  | { type: 'advice-answered'; itemId: Id; adviceId: Id; answer: NonNullable<AdviceGiven['answer']>; why?: string }
  | { type: 'advice-concluded'; itemId: Id; text: string }

const opened = (request: AdviceRequest): AdviceRequest => (request.status === 'prepared' ? { ...request, status: 'open' } : request)
/** Decided and each advice answered: given back to those who gave it. */
const reported = (request: AdviceRequest): AdviceRequest =>
  request.status === 'decided' && request.given.every((given) => given.answer !== undefined) ? { ...request, status: 'reported' } : request

export const adviceAppliers: Appliers<AdviceFact> = {
  'advice-set': (board, { itemId, question, decider, forOrg, decideBy }) => {
    const before = board.advice[itemId]
    const status = before && before.status !== 'prepared' ? before.status : board.items[itemId]?.status === 'open' ? 'open' : 'prepared'
    return putEntity(board, 'advice', itemId, { asked: [], given: [], ...before, itemId, question, decider, forOrg, decideBy, status })
  },
  'advice-asked': (board, fact, { at }) =>
    noteOrder(
      changeEntity(board, 'advice', fact.itemId, (request) => ({
        ...opened(request),
        asked: [...request.asked, { ...fact.asked, askedAt: at }],
      })),
      fact.asked.id,
    ),
  'advice-given': (board, fact, { at }) =>
    noteOrder(
      changeEntity(board, 'advice', fact.itemId, (request) => ({ ...opened(request), given: [...request.given, { ...fact.advice, at }] })),
      fact.advice.id,
    ),
  'advice-answered': (board, fact) =>
    changeEntity(board, 'advice', fact.itemId, (request) =>
      reported({
        ...request,
        given: request.given.map(({ why: _why, ...given }) =>
          given.id === fact.adviceId
            ? { ...given, answer: fact.answer, ...(fact.why === undefined ? {} : { why: fact.why }) }
            : { ...given, ...(_why === undefined ? {} : { why: _why }) },
        ),
      }),
    ),
  'advice-concluded': (board, fact, { at }) =>
    changeEntity(board, 'advice', fact.itemId, (request) =>
      reported({ ...request, status: 'decided', outcome: { text: fact.text, decidedAt: at } }),
    ),
}
