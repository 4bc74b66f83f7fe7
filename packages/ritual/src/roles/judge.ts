import type { ActOf } from '../acts.ts'
import type { PublicBoard } from '../board.ts'
import type { PersonId } from '../ids.ts'
import { circleSize, MERGED_ROLES_MAX } from '../permissions/circle-size.ts'
import { holdersOf } from '../permissions/hats.ts'
import { refuse } from '../refusal.ts'
import type { Judge, Scene } from '../scene.ts'
import { facts, factsAnd, whoActs } from '../verdict.ts'
import type { roleActs } from './acts.ts'
import type { RoleSeat } from './entities.ts'
import type { Rank, RoleId } from './ids.ts'

const MOOD_WATCHERS_MAX = 3
const capacity = (role: RoleId): number => (role === 'moodWatcher' ? MOOD_WATCHERS_MAX : 1)
const emptySeat = (role: RoleId): RoleSeat => ({ role, holders: [], pairs: [], backups: [], offers: [], handoverAsked: false })
export const seatOf = (board: PublicBoard, role: RoleId): RoleSeat => board.roles[role] ?? emptySeat(role)

/** What a second person is offered when the role is taken: nobody reads « conflit » [§4.3]. */
const secondRank = (role: RoleId): Rank => (role === 'facilitator' || role === 'timekeeper' ? 'backup' : 'pair')

/** Facilitation (its relay too, who may act at any moment) and mood-watch are two people, unless the circle is of four or fewer [§2.5-2]. */
const isIncompatible = (board: PublicBoard, role: RoleId, rank: Rank, personId: PersonId): boolean => {
  if (circleSize(board) <= MERGED_ROLES_MAX) return false
  if (role === 'facilitator') return rank !== 'pair' && holdersOf(board, 'moodWatcher').includes(personId)
  const { facilitator } = board.roles
  return (
    role === 'moodWatcher' && rank !== 'backup' && [...(facilitator?.holders ?? []), ...(facilitator?.backups ?? [])].includes(personId)
  )
}

/** Whether the holder has gone and this person may step in: the relay, then the scribe, as soon as no device answers; anyone once the holder is away [§4.1]. */
const mayTakeOver = ({ board, online }: Scene, role: RoleId, personId: PersonId): PersonId | undefined => {
  const seat = seatOf(board, role)
  const silent = seat.holders.find((id) => id !== personId && !online.has(id) && board.people[id]?.device !== 'none')
  if (silent === undefined) return undefined
  const isAway = board.people[silent]?.presence !== 'present'
  const isNext =
    seat.backups.includes(personId) ||
    seat.pairs.includes(personId) ||
    (role === 'facilitator' && holdersOf(board, 'scribe').includes(personId))
  return isNext || (isAway && !seat.backups.some((id) => online.has(id))) ? silent : undefined
}

const claim: Judge<ActOf<'claim-role'>> = (scene, actor, { role, rank }) => {
  const { board } = scene
  const personId = whoActs(actor)
  const seat = seatOf(board, role)
  if (role === 'host') return refuse('not-permitted')
  if (seat.holders.includes(personId)) return facts()
  if (rank !== 'holder') {
    if ((rank === 'pair' ? seat.pairs : seat.backups).includes(personId)) return facts()
    if (isIncompatible(board, role, rank, personId)) return refuse('roles-incompatible')
    if (role === 'moodWatcher' && holdersOf(board, role).length >= MOOD_WATCHERS_MAX) return refuse('role-taken', { role })
    return facts({ type: 'role-taken', role, personId, rank })
  }
  if (isIncompatible(board, role, rank, personId)) return refuse('roles-incompatible')
  if (seat.holders.length === 0) return facts({ type: 'role-taken', role, personId, rank })
  const silent = mayTakeOver(scene, role, personId)
  if (silent !== undefined)
    return facts({ type: 'role-taken', role, personId, rank, replaces: silent, ...(role === 'facilitator' && { becomes: 'backup' }) })
  const offered = secondRank(role)
  if (seat.pairs.includes(personId) || seat.backups.includes(personId)) return refuse('role-taken', { role })
  return factsAnd([{ type: 'role-offered', role, offer: { personId, rank: offered, as: 'offer' } }], [], { offered })
}

const offer: Judge<ActOf<'offer-role'>> = ({ board }, _actor, { role, personId, rank }) => {
  const seat = seatOf(board, role)
  if (role === 'host') return refuse('not-permitted')
  if (!board.people[personId]) return refuse('unknown-person')
  if (seat.holders.includes(personId)) return refuse('already-there')
  if (rank === 'holder' && seat.holders.length >= capacity(role)) return refuse('role-taken', { role })
  if (isIncompatible(board, role, rank, personId)) return refuse('roles-incompatible')
  return facts({ type: 'role-offered', role, offer: { personId, rank, as: 'offer' } })
}

const accept: Judge<ActOf<'accept-role'>> = ({ board }, actor, { role }) => {
  const personId = whoActs(actor)
  const seat = seatOf(board, role)
  const given = seat.offers.find((found) => found.personId === personId)
  if (!given) return refuse('not-offered')
  if (given.as === 'handover') {
    const { from } = given
    if (from === undefined || !seat.holders.includes(from)) return refuse('moved-on')
    // The giver of a facilitation that came from its relay stands by again, as before.
    const swaps = role === 'facilitator' && seat.backups.includes(personId)
    const afterwards: PublicBoard = {
      ...board,
      roles: { ...board.roles, [role]: { ...seat, holders: seat.holders.filter((id) => id !== from) } },
    }
    if (isIncompatible(afterwards, role, 'holder', personId)) return refuse('roles-incompatible')
    return facts({ type: 'role-taken', role, personId, rank: 'holder', replaces: from, ...(swaps && { becomes: 'backup' }) })
  }
  if (given.rank === 'holder' && seat.holders.length >= capacity(role)) return refuse('role-taken', { role })
  if (isIncompatible(board, role, given.rank, personId)) return refuse('roles-incompatible')
  return facts({ type: 'role-taken', role, personId, rank: given.rank })
}

const decline: Judge<ActOf<'decline-role'>> = ({ board }, actor, { role }) => {
  const personId = whoActs(actor)
  const seat = seatOf(board, role)
  if (seat.offers.some((found) => found.personId === personId)) return facts({ type: 'role-declined', role, personId })
  // A relay or a pair steps back by the same word; a holder hands over, so that nobody is left without [§2.5-3].
  if (seat.pairs.includes(personId) || seat.backups.includes(personId)) return facts({ type: 'role-released', role, personId })
  return refuse('not-offered')
}

const handOver: Judge<ActOf<'hand-over-role'>> = ({ board }, actor, { role, personId }) => {
  const from = whoActs(actor)
  const seat = seatOf(board, role)
  if (!seat.holders.includes(from)) return refuse('role-not-held')
  const to = board.people[personId]
  if (!to) return refuse('unknown-person')
  if (seat.holders.includes(personId)) return refuse('already-there')
  if (to.standing === 'observer' && role !== 'timekeeper') return refuse('observers-do-not')
  return facts({ type: 'role-offered', role, offer: { personId, rank: 'holder', as: 'handover', from } })
}

export const roleJudges = {
  'claim-role': claim,
  'offer-role': offer,
  'accept-role': accept,
  'decline-role': decline,
  'hand-over-role': handOver,
  'ask-handover': ({ board }, _actor, { role }) =>
    seatOf(board, role).holders.length === 0
      ? refuse('role-not-held')
      : seatOf(board, role).handoverAsked
        ? facts()
        : facts({ type: 'handover-asked', role }),
  'set-role-preference': (_scene, actor, { role, preference }) =>
    facts({ type: 'role-preference-set', personId: whoActs(actor), role, preference }),
} satisfies { [T in keyof typeof roleActs]: Judge<ActOf<T>> }
