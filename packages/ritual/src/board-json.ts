import type { PublicBoard } from './board.ts'
import type { Id } from './ids.ts'
import { compareRefs } from './refs.ts'
import { roleIds } from './roles/ids.ts'
import { proposeForRole } from './rotation.ts'

const inOrder = <T>(entities: Iterable<T>, key: (entity: T) => string | number, id: (entity: T) => string): readonly T[] =>
  [...entities].toSorted((a, b) => {
    const [x, y] = [key(a), key(b)]
    if (x !== y) return x < y ? -1 : 1
    return id(a) < id(b) ? -1 : id(a) > id(b) ? 1 : 0
  })
const byId = <T extends { id: Id }>(
  record: Readonly<Record<Id, T>>,
  key: (entity: T) => string | number = (entity) => entity.id,
): readonly T[] => inOrder(Object.values(record), key, (entity) => entity.id)
const byRef = <T extends { id: Id }>(record: Readonly<Record<Id, T>>, refOf: (entity: T) => string): readonly T[] =>
  byId(record).toSorted((a, b) => compareRefs(refOf(a), refOf(b)))
const ofItem = <T extends { itemId?: Id }>(entities: readonly T[], itemId: Id): readonly T[] =>
  entities.filter((entity) => entity.itemId === itemId)

/** The board as `GET /api/meetings/:id` shows it, the same for all [contract § HTTP]: arrays in a stable order; what belongs to an item or a decision stands in it. A note put out of sight is in none of it. */
export const boardJson = (board: PublicBoard, seq: number) => {
  const notes = byId(board.notes, (note) => note.at).filter((note) => !note.hidden)
  const reactions = byId(board.reactions, (reaction) => reaction.at)
  return {
    seq,
    meeting: board.meeting,
    previous: board.previous,
    organisations: Object.values(board.organisations),
    people: byId(board.people, (person) => person.joinedAt),
    roles: {
      seats: inOrder(
        Object.values(board.roles),
        (seat) => seat.role,
        (seat) => seat.role,
      ),
      history: board.previous.roleHistory,
      rotation: Object.fromEntries(roleIds.map((role) => [role, proposeForRole(board, role)])),
    },
    rounds: byId(board.rounds, (round) => round.startedAt),
    weather: inOrder(
      Object.values(board.weather),
      (entry) => entry.at,
      (entry) => entry.personId,
    ),
    agenda: byId(board.items, (item) => (item.position < 0 ? Number.MAX_SAFE_INTEGER : item.position)).map((item) => ({
      ...item,
      notes: ofItem(notes, item.id),
      reactions: ofItem(reactions, item.id),
      ...(board.broadcasts[item.id] && { broadcast: board.broadcasts[item.id] }),
      ...(board.feedbacks[item.id] && { feedback: board.feedbacks[item.id] }),
      ...(board.advice[item.id] && { advice: board.advice[item.id] }),
    })),
    signals: byId(board.signals, (signal) => signal.at),
    decisions: byId(board.decisions).map((decision) => ({
      ...decision,
      reactions: reactions.filter((reaction) => reaction.decisionId === decision.id),
    })),
    reviews: byRef(board.reviews, (review) => review.ref),
    actions: byRef(board.actions, (action) => action.ref),
    transmissions: byRef(board.transmissions, (transmission) => transmission.decisionRef),
    corrections: byId(board.corrections, (correction) => correction.at),
    closing: board.closing,
    now: board.now,
  }
}
