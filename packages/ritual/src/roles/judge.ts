import type { ActOf } from '../acts.ts'
import type { PublicBoard } from '../board.ts'
import type { ConfidenceChange } from '../confidences/entities.ts'
import type { PersonId } from '../ids.ts'
import { holdersOf } from '../permissions/hats.ts'
import { refuse, type Outcome } from '../refusal.ts'
import type { Judge, Scene, Verdict } from '../scene.ts'
import { facts, factsAnd, whoActs } from '../verdict.ts'
import type { roleActs } from './acts.ts'
import type { RoleSeat } from './entities.ts'
import type { Rank, RoleId } from './ids.ts'
import { isGone, isIncompatible, mayRelay, nextToRelay } from './relay.ts'

const MOOD_WATCHERS_MAX = 3
const capacity = (role: RoleId): number => (role === 'moodWatcher' ? MOOD_WATCHERS_MAX : 1)
const emptySeat = (role: RoleId): RoleSeat => ({ role, holders: [], pairs: [], backups: [], offers: [], handoverAsked: false })
export const seatOf = (board: PublicBoard, role: RoleId): RoleSeat => board.roles[role] ?? emptySeat(role)

/** What a second person is offered when the role is taken: nobody reads « conflit » [§4.3]. */
const secondRank = (role: RoleId): Rank => (role === 'facilitator' || role === 'timekeeper' ? 'backup' : 'pair')

/** Whether the holder of a role other than facilitation has gone and this person steps in: a pair or relay at once, anyone once the holder is away. */
const mayTakeOver = ({ board, online }: Scene, role: RoleId, personId: PersonId): PersonId | undefined => {
  const seat = seatOf(board, role)
  const silent = seat.holders.find((id) => id !== personId && isGone(board, online, id))
  if (silent === undefined) return undefined
  const isAway = board.people[silent]?.presence !== 'present'
  const isNext = seat.backups.includes(personId) || seat.pairs.includes(personId)
  return isNext || (isAway && !seat.backups.some((id) => online.has(id))) ? silent : undefined
}

/**
 * The facilitation of somebody offline is taken when it is offered, never snatched [§4.1]: by whom the clock asked; else a first volunteer waits for
 * 30 s in which anybody may object. `undefined`: no relay is looked for.
 */
const relay = ({ board, online }: Scene, seat: RoleSeat, personId: PersonId): Outcome<Verdict> | undefined => {
  const { role } = seat
  if (!seat.relay || !isGone(board, online, seat.relay.from)) return undefined
  const asked = seat.offers.filter((offer) => offer.as === 'relay')
  if (asked.some((offer) => offer.personId === personId))
    return facts({ type: 'role-taken', role, personId, rank: 'holder', replaces: seat.relay.from, becomes: 'backup' })
  if (seat.relay.volunteer?.personId === personId) return facts()
  const isFree = asked.length === 0 && seat.relay.volunteer === undefined && nextToRelay(board, online, seat).length === 0
  return isFree && mayRelay(board, online, seat, personId) ? facts({ type: 'relay-volunteered', role, personId }) : undefined
}

/** An observer keeps time or helps to write, whatever else they already hold [§2.6 note 4]. */
const isClosedTo = (board: PublicBoard, personId: PersonId, role: RoleId, rank: Rank): boolean =>
  board.people[personId]?.standing === 'observer' && role !== 'timekeeper' && (role !== 'scribe' || rank !== 'pair')

const claim: Judge<ActOf<'claim-role'>> = (scene, actor, { role, rank }) => {
  const { board } = scene
  const personId = whoActs(actor)
  const seat = seatOf(board, role)
  if (role === 'host') return refuse('not-permitted')
  if (seat.holders.includes(personId)) return facts()
  if (isClosedTo(board, personId, role, rank)) return refuse('observers-do-not')
  if (rank !== 'holder') {
    if ((rank === 'pair' ? seat.pairs : seat.backups).includes(personId)) return facts()
    if (isIncompatible(board, role, rank, personId)) return refuse('roles-incompatible')
    if (role === 'moodWatcher' && holdersOf(board, role).length >= MOOD_WATCHERS_MAX) return refuse('role-taken', { role })
    return facts({ type: 'role-taken', role, personId, rank })
  }
  if (isIncompatible(board, role, rank, personId)) return refuse('roles-incompatible')
  if (seat.holders.length === 0) return facts({ type: 'role-taken', role, personId, rank })
  const relayed = relay(scene, seat, personId)
  if (relayed) return relayed
  const silent = role === 'facilitator' ? undefined : mayTakeOver(scene, role, personId)
  if (silent !== undefined) return facts({ type: 'role-taken', role, personId, rank, replaces: silent })
  const offered = secondRank(role)
  if (seat.pairs.includes(personId) || seat.backups.includes(personId)) return refuse('role-taken', { role })
  return factsAnd([{ type: 'role-offered', role, offer: { personId, rank: offered, as: 'offer' } }], [], { offered })
}

const offer: Judge<ActOf<'offer-role'>> = ({ board }, _actor, { role, personId, rank }) => {
  const seat = seatOf(board, role)
  if (role === 'host') return refuse('not-permitted')
  if (!board.people[personId]) return refuse('unknown-person')
  if (seat.holders.includes(personId)) return refuse('already-there')
  if (isClosedTo(board, personId, role, rank)) return refuse('observers-do-not')
  if (rank === 'holder' && seat.holders.length >= capacity(role)) return refuse('role-taken', { role })
  if (isIncompatible(board, role, rank, personId)) return refuse('roles-incompatible')
  return facts({ type: 'role-offered', role, offer: { personId, rank, as: 'offer' } })
}

const accept: Judge<ActOf<'accept-role'>> = (scene, actor, { role }) => {
  const { board } = scene
  const personId = whoActs(actor)
  const seat = seatOf(board, role)
  const given = seat.offers.find((found) => found.personId === personId)
  if (!given) return refuse('not-offered')
  if (given.as === 'relay') {
    // Asked a minute ago, they may have taken the mood-watch since.
    if (isIncompatible(board, role, 'holder', personId)) return refuse('roles-incompatible')
    return relay(scene, seat, personId) ?? refuse('moved-on')
  }
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
  const volunteers = seat.relay?.volunteer?.personId === personId
  if (volunteers || seat.offers.some((found) => found.personId === personId)) return facts({ type: 'role-declined', role, personId })
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

/** How gladly one would hold a role; the rotation follows it. A reason goes with it as a confidence of its author, and leaves with the preference [C11]. */
const setPreference: Judge<ActOf<'set-role-preference'>> = ({ secrets, now }, actor, { role, preference, reason }) => {
  const personId = whoActs(actor)
  const kept = secrets.one('role-reason', role, personId) !== undefined
  const takesBack = preference === null || reason === ''
  const confidences: readonly ConfidenceChange[] =
    !takesBack && reason !== undefined
      ? [{ put: { kind: 'role-reason', subject: role, personId, at: now, payload: { reason } } }]
      : takesBack && kept
        ? [{ drop: { kind: 'role-reason', subject: role, personId } }]
        : []
  return factsAnd([{ type: 'role-preference-set', personId, role, preference }], confidences)
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
  'object-to-relay': ({ board }, _actor, { role, personId }) =>
    seatOf(board, role).relay?.volunteer?.personId === personId ? facts({ type: 'relay-objected', role, personId }) : refuse('moved-on'),
  'set-role-preference': setPreference,
} satisfies { [T in keyof typeof roleActs]: Judge<ActOf<T>> }
