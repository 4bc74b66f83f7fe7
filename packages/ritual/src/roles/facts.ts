import type { Board } from '../board.ts'
import { changeEntity, changeRecord, putEntity } from '../board-changes.ts'
import type { PersonId } from '../ids.ts'
import type { Preference } from '../people/entities.ts'
import type { Appliers } from '../stamp.ts'
import type { RoleOffer, RoleSeat } from './entities.ts'
import type { Rank, RoleId } from './ids.ts'

export type RoleFact =
  | { type: 'role-offered'; role: RoleId; offer: RoleOffer }
  /** The person accepts; `replaces` leaves at the same instant: no gap, no overlap [§2.5-3]. `becomes` keeps the replaced person at hand. */
  | { type: 'role-taken'; role: RoleId; personId: PersonId; rank: Rank; replaces?: PersonId; becomes?: 'backup' }
  | { type: 'role-declined'; role: RoleId; personId: PersonId }
  | { type: 'role-released'; role: RoleId; personId: PersonId }
  | { type: 'handover-asked'; role: RoleId }
  /** The clock's: nobody leads since a minute [§4.1]. */
  | { type: 'relay-called'; role: RoleId; from: PersonId }
  | { type: 'relay-volunteered'; role: RoleId; personId: PersonId }
  /** Somebody objects to the volunteer; nobody is told who. */
  /** Asked and silent for a minute: the next one is asked. */
  | { type: 'relay-lapsed'; role: RoleId; personId: PersonId }
  | { type: 'relay-objected'; role: RoleId; personId: PersonId }
  | { type: 'role-preference-set'; personId: PersonId; role: RoleId; preference: Preference | null }

const rankLists = { holder: 'holders', pair: 'pairs', backup: 'backups' } as const

const seatOf = (board: Board, role: RoleId): RoleSeat =>
  board.roles[role] ?? { role, holders: [], pairs: [], backups: [], offers: [], handoverAsked: false }
const without = (list: readonly PersonId[], personId: PersonId | undefined): readonly PersonId[] =>
  personId !== undefined && list.includes(personId) ? list.filter((id) => id !== personId) : list

const unseat = (seat: RoleSeat, personId: PersonId | undefined): RoleSeat => ({
  ...seat,
  holders: without(seat.holders, personId),
  pairs: without(seat.pairs, personId),
  backups: without(seat.backups, personId),
})
const seatAs = (seat: RoleSeat, personId: PersonId, rank: Rank): RoleSeat => {
  const list = rankLists[rank]
  return { ...seat, [list]: [...seat[list], personId] }
}

/** Spans follow the seat: what it no longer holds ends now, what it newly holds begins now. */
const followSeat = (board: Board, seat: RoleSeat, at: string): Board => {
  const holds = (span: { rank: Rank; personId: PersonId }): boolean => seat[rankLists[span.rank]].includes(span.personId)
  const spans = board.record.roleSpans.map((span) =>
    span.role === seat.role && span.to === undefined && !holds(span) ? { ...span, to: at } : span,
  )
  for (const rank of Object.keys(rankLists) as Rank[]) {
    for (const personId of seat[rankLists[rank]]) {
      const runs = spans.some(
        (span) => span.role === seat.role && span.rank === rank && span.personId === personId && span.to === undefined,
      )
      if (!runs) spans.push({ role: seat.role, rank, personId, from: at })
    }
  }
  return changeRecord(putEntity(board, 'roles', seat.role, seat), { roleSpans: spans })
}

const changeSeat = (board: Board, role: RoleId, change: (seat: RoleSeat) => RoleSeat): Board =>
  putEntity(board, 'roles', role, change(seatOf(board, role)))

/** The seat without the call, and without the offers that came with it. */
const withoutCall = ({ relay: _over, ...seat }: RoleSeat): RoleSeat => ({
  ...seat,
  offers: seat.offers.filter((offer) => offer.as !== 'relay'),
})

/** Who was offline is back: the role stays theirs and whoever was asked to relay them is not any more [§4.1]. */
export const endRelayFor = (board: Board, personId: PersonId): Board => {
  const called = Object.values(board.roles).find((seat) => seat.relay?.from === personId)
  return called ? changeSeat(board, called.role, withoutCall) : board
}

/** Passed over: neither offered again nor taken as volunteer during this call. */
const passedOver = (seat: RoleSeat, personId: PersonId): RoleSeat => {
  if (!seat.relay) return seat
  const { volunteer, passed, ...relay } = seat.relay
  const stays = volunteer && volunteer.personId !== personId ? { volunteer } : {}
  return { ...seat, relay: { ...relay, ...stays, passed: [...without(passed, personId), personId] } }
}

export const roleAppliers: Appliers<RoleFact> = {
  'role-offered': (board, { role, offer: told }, { at }) => {
    const seat = seatOf(board, role)
    const offer = told.as === 'relay' ? { ...told, at } : told
    return putEntity(board, 'roles', role, {
      ...seat,
      offers: [...seat.offers.filter((given) => given.personId !== offer.personId), offer],
    })
  },
  'role-taken': (board, { role, personId, rank, replaces, becomes }, { at }) => {
    const seat = seatOf(board, role)
    const freed = unseat(unseat(seat, personId), replaces)
    const seated = seatAs(freed, personId, rank)
    const kept = becomes && replaces !== undefined ? seatAs(seated, replaces, becomes) : seated
    const offers = seat.offers.filter((offer) => offer.personId !== personId)
    const taken = { ...kept, offers, handoverAsked: rank === 'holder' ? false : seat.handoverAsked }
    return followSeat(board, rank === 'holder' ? withoutCall(taken) : taken, at)
  },
  'role-declined': (board, { role, personId }) => {
    const seat = seatOf(board, role)
    const declined = { ...seat, offers: seat.offers.filter((offer) => offer.personId !== personId) }
    const asked =
      seat.relay?.volunteer?.personId === personId || seat.offers.some((offer) => offer.personId === personId && offer.as === 'relay')
    return putEntity(board, 'roles', role, asked ? passedOver(declined, personId) : declined)
  },
  'role-released': (board, { role, personId }, { at }) => followSeat(board, unseat(seatOf(board, role), personId), at),
  'handover-asked': (board, { role }) => putEntity(board, 'roles', role, { ...seatOf(board, role), handoverAsked: true }),
  'relay-called': (board, { role, from }, { at }) =>
    changeSeat(board, role, (seat) => ({ ...seat, relay: { from, calledAt: at, passed: [] } })),
  'relay-volunteered': (board, { role, personId }, { at }) =>
    changeSeat(board, role, (seat) => (seat.relay ? { ...seat, relay: { ...seat.relay, volunteer: { personId, at } } } : seat)),
  'relay-lapsed': (board, { role, personId }) =>
    changeSeat(board, role, (seat) => ({
      ...seat,
      offers: seat.offers.filter((offer) => offer.personId !== personId || offer.as !== 'relay'),
      ...(seat.relay && { relay: { ...seat.relay, lapsed: [...without(seat.relay.lapsed ?? [], personId), personId] } }),
    })),
  'relay-objected': (board, { role, personId }) => changeSeat(board, role, (seat) => passedOver(seat, personId)),
  'role-preference-set': (board, { personId, role, preference }) =>
    changeEntity(board, 'people', personId, (person) => {
      const { [role]: _former, ...rest } = person.rolePreferences
      return { ...person, rolePreferences: preference === null ? rest : { ...rest, [role]: preference } }
    }),
}
