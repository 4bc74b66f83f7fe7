import { hasTaken, impactedNotAsked, type Id, type Item, type OrgId, type PersonId, type PublicBoard } from '@clairiere/ritual'

/** What an item expects of one person, the most pressing first; what to say about it is the screen's. */
export type Awaited =
  | { kind: 'accept-action'; actionId: Id }
  /** Of former meetings: theirs, or proposed to them by name, and not looked at yet. */
  | { kind: 'answer-actions'; count: number }
  | { kind: 'set-advice' }
  /** Nobody asked those whom it touches yet; empty where nobody is named. */
  | { kind: 'ask-advice'; orgs: readonly OrgId[] }
  | { kind: 'give-advice'; org: OrgId | null; as: 'impacted' | 'competent' }
  | { kind: 'offer-advice' }
  | { kind: 'answer-advice'; count: number }
  | { kind: 'conclude-advice' }
  | { kind: 'set-broadcast'; missing: 'text' | 'window' }
  | { kind: 'react' }
  | { kind: 'answer-reactions'; count: number }
  | { kind: 'state-feedback' }
  | { kind: 'answer-feedback'; org: OrgId }
  | { kind: 'give-ideas' }
  | { kind: 'name-structures' }
  | { kind: 'carry' }
  | { kind: 'nothing' }

/** Who reads, and which entries without a name are theirs (`reaction:<id>`, from their confidences). */
export interface Reader {
  me: PersonId
  own: ReadonlySet<string>
  /** Today in the meeting's time zone, for windows. */
  today: string
}

const carriesIt = (item: Item, me: PersonId): boolean => item.carriers.includes(me) || item.replacement === me

/** Asked and not yet heard: this person, or a structure of theirs that has given nothing. */
const adviceAskedOf = (board: PublicBoard, item: Item, { me, own }: Reader): Awaited | null => {
  const request = board.advice[item.id]
  const orgs = new Set(board.people[me]?.voices.flatMap(({ org }) => (org === null ? [] : [org])))
  const mine = (given: { id: Id; personId?: PersonId }) => given.personId === me || own.has(`advice:${given.id}`)
  for (const { target, as } of request?.asked ?? []) {
    if (target === me && !request?.given.some(mine)) return { kind: 'give-advice', org: null, as }
    if (orgs.has(target) && !request?.given.some(({ voice }) => voice === target)) return { kind: 'give-advice', org: target, as }
  }
  return null
}

const ofAdvice = (board: PublicBoard, item: Item, reader: Reader): Awaited | null => {
  const request = board.advice[item.id]
  if (!request) return carriesIt(item, reader.me) ? { kind: 'set-advice' } : null
  if (request.status === 'dropped') return null
  const decides = request.decider === reader.me
  const open = !request.outcome && reader.today <= request.decideBy
  const asked = open ? adviceAskedOf(board, item, reader) : null
  if (asked) return asked
  if (decides) {
    const count = request.given.filter(({ answer }) => answer === undefined).length
    if (request.outcome && count > 0) return { kind: 'answer-advice', count }
    if (!request.outcome && request.given.length > 0) return { kind: 'conclude-advice' }
  }
  if (carriesIt(item, reader.me)) {
    const orgs = open && item.status === 'open' ? impactedNotAsked(board, item.id) : undefined
    return orgs ? { kind: 'ask-advice', orgs } : null
  }
  if (decides) return null
  const gave = request.given.some(({ id, personId }) => personId === reader.me || reader.own.has(`advice:${id}`))
  return open && !gave && item.status === 'open' ? { kind: 'offer-advice' } : null
}

const ofBroadcast = (board: PublicBoard, item: Item, { me, own, today }: Reader): Awaited | null => {
  const broadcast = board.broadcasts[item.id]
  const reactions = Object.values(board.reactions).filter((reaction) => reaction.itemId === item.id)
  if (carriesIt(item, me)) {
    if (!broadcast) return { kind: 'set-broadcast', missing: 'text' }
    if (broadcast.openUntil === undefined) return { kind: 'set-broadcast', missing: 'window' }
    const count = reactions.filter(({ answer }) => answer === undefined).length
    return count > 0 ? { kind: 'answer-reactions', count } : null
  }
  if (!broadcast || item.status === 'listed' || item.status === 'proposed') return null
  const closed = broadcast.openUntil !== undefined && today > broadcast.openUntil
  const reacted = reactions.some(({ id, personId }) => personId === me || own.has(`reaction:${id}`))
  return closed || reacted ? null : { kind: 'react' }
}

const ofFeedback = (board: PublicBoard, item: Item, { me }: Reader): Awaited | null => {
  const feedback = board.feedbacks[item.id]
  const stated = feedback !== undefined && feedback.observation !== '' && feedback.request !== ''
  if (!stated) return carriesIt(item, me) ? { kind: 'state-feedback' } : null
  const { towards } = item
  if (towards === undefined || feedback.answer) return null
  return board.people[me]?.voices.some(({ org }) => org === towards) ? { kind: 'answer-feedback', org: towards } : null
}

const ofFollowUp = (board: PublicBoard, { me }: Reader): Awaited | null => {
  const person = board.people[me]
  const count = Object.values(board.actions).filter(
    (action) =>
      person !== undefined &&
      action.carriedOver !== undefined &&
      !action.carriedOver.seen &&
      (hasTaken(action, person) || action.absent?.includes(person.name) === true),
  ).length
  return count > 0 ? { kind: 'answer-actions', count } : null
}

const ofKind = (board: PublicBoard, item: Item, reader: Reader): Awaited | null => {
  switch (item.kind) {
    case 'advice':
      return ofAdvice(board, item, reader)
    case 'broadcast':
      return ofBroadcast(board, item, reader)
    case 'feedback':
      return ofFeedback(board, item, reader)
    case 'contribution':
      // Ideas are common words, which observers do not write.
      return item.status === 'open' && board.people[reader.me]?.standing === 'decider' ? { kind: 'give-ideas' } : null
    case 'follow-up':
      return item.status === 'open' ? ofFollowUp(board, reader) : null
    case 'concertation':
      return item.structures.length < 2 && carriesIt(item, reader.me) ? { kind: 'name-structures' } : null
    default:
      return null
  }
}

/** What is expected of this person on this item, now [D17]; « rien » is an answer too. */
export const awaitedOf = (board: PublicBoard, item: Item, reader: Reader): Awaited => {
  if (item.status === 'withdrawn' || item.status === 'postponed') return { kind: 'nothing' }
  const asked = Object.values(board.actions).find(
    (action) => action.itemId === item.id && action.takers.some((taker) => taker.personId === reader.me && !taker.accepted),
  )
  if (asked) return { kind: 'accept-action', actionId: asked.id }
  const expected = ofKind(board, item, reader)
  if (expected) return expected
  return item.status === 'open' && carriesIt(item, reader.me) ? { kind: 'carry' } : { kind: 'nothing' }
}
