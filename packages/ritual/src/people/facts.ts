import { takenUpBy } from '../actions/taken-up.ts'
import type { Board } from '../board.ts'
import { changeEntity, changeRecord, noteOrder, putEntity } from '../board-changes.ts'
import type { Instant, PersonId } from '../ids.ts'
import type { Appliers } from '../stamp.ts'
import { endRelayFor } from '../roles/facts.ts'
import type { Person, Standing, Voice } from './entities.ts'

export type PeopleFact =
  /** By the link, or entered by a neighbour; nobody is present before they arrive. */
  | { type: 'person-joined'; person: Omit<Person, 'presence' | 'joinedAt'> }
  | { type: 'person-arrived'; personId: PersonId }
  /** After 120 s without a device. `since` is the last sign, where the presence ends if the person is not back by `close`. */
  | { type: 'person-away'; personId: PersonId; since: Instant }
  /** After 20 s, of who holds a role alone: the others' phones may rest [§4.1]. `since` is the last sign. */
  | { type: 'person-offline'; personId: PersonId; since: Instant }
  | { type: 'person-back'; personId: PersonId }
  | { type: 'person-left'; personId: PersonId }
  | { type: 'voices-set'; personId: PersonId; voices: readonly Voice[] }
  | { type: 'person-renamed'; personId: PersonId; name: string }
  | { type: 'standing-set'; personId: PersonId; standing: Standing }

const setPresence = (board: Board, personId: PersonId, presence: Person['presence']): Board =>
  changeEntity(board, 'people', personId, (person) => ({ ...person, presence }))
const heardAgain = (board: Board, personId: PersonId): Board =>
  changeEntity(board, 'people', personId, ({ offlineSince: _silent, ...person }) => person)

const beginPresence = (board: Board, personId: PersonId, at: Instant): Board => {
  const { [personId]: _away, ...awaySince } = board.record.awaySince
  const spans = board.record.presence[personId] ?? []
  const running = spans.at(-1)
  if (board.meeting.status !== 'live' || (running && running.leftAt === undefined)) return changeRecord(board, { awaySince })
  return changeRecord(board, { awaySince, presence: { ...board.record.presence, [personId]: [...spans, { joinedAt: at }] } })
}

const endPresence = (board: Board, personId: PersonId, at: Instant): Board => {
  const { [personId]: away, ...awaySince } = board.record.awaySince
  const spans = (board.record.presence[personId] ?? []).map((span) => (span.leftAt === undefined ? { ...span, leftAt: away ?? at } : span))
  return changeRecord(board, { awaySince, presence: { ...board.record.presence, [personId]: spans } })
}

const takeUpFormerActions = (board: Board, person: { id: PersonId; name: string }): Board =>
  Object.values(board.actions).reduce((next, action) => {
    const taken = takenUpBy(action, [person])
    return taken === action ? next : putEntity(next, 'actions', action.id, taken)
  }, board)

export const peopleAppliers: Appliers<PeopleFact> = {
  'person-renamed': (board, { personId, name }) =>
    takeUpFormerActions(
      changeEntity(board, 'people', personId, (person) => ({ ...person, name })),
      { id: personId, name },
    ),
  'person-joined': (board, { person }, { at }) =>
    takeUpFormerActions(
      noteOrder(putEntity(board, 'people', person.id, { ...person, presence: 'expected', joinedAt: at }), person.id),
      person,
    ),
  'person-arrived': (board, { personId }, { at }) =>
    beginPresence(
      changeEntity(board, 'people', personId, (person) => ({
        ...person,
        presence: 'present',
        joinedAt: person.presence === 'expected' ? at : person.joinedAt,
      })),
      personId,
      at,
    ),
  'person-away': (board, { personId, since }) =>
    changeRecord(setPresence(board, personId, 'away'), { awaySince: { ...board.record.awaySince, [personId]: since } }),
  'person-offline': (board, { personId, since }) =>
    changeEntity(board, 'people', personId, (person) => ({ ...person, offlineSince: since })),
  // Whoever is back is not to be replaced any more [§4.1].
  'person-back': (board, { personId }, { at }) =>
    beginPresence(setPresence(endRelayFor(heardAgain(board, personId), personId), personId, 'present'), personId, at),
  'person-left': (board, { personId }, { at }) => {
    const left = endPresence(setPresence(heardAgain(board, personId), personId, 'left'), personId, at)
    const { floor } = left.now
    return floor.queue.some((asked) => asked.personId === personId)
      ? { ...left, now: { ...left.now, floor: { ...floor, queue: floor.queue.filter((asked) => asked.personId !== personId) } } }
      : left
  },
  'voices-set': (board, { personId, voices }) => changeEntity(board, 'people', personId, (person) => ({ ...person, voices })),
  'standing-set': (board, { personId, standing }) => changeEntity(board, 'people', personId, (person) => ({ ...person, standing })),
}
