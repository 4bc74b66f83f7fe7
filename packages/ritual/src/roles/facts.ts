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

export const roleAppliers: Appliers<RoleFact> = {
  'role-offered': (board, { role, offer }) => {
    const seat = seatOf(board, role)
    return putEntity(board, 'roles', role, {
      ...seat,
      offers: [...seat.offers.filter((given) => given.personId !== offer.personId), offer],
    })
  },
  'role-taken': (board, { role, personId, rank, replaces, becomes }, { at }) => {
    const seat = seatOf(board, role)
    const freed = unseat(unseat(seat, personId), replaces)
    const taken = seatAs(freed, personId, rank)
    const kept = becomes && replaces !== undefined ? seatAs(taken, replaces, becomes) : taken
    const offers = seat.offers.filter((offer) => offer.personId !== personId)
    return followSeat(board, { ...kept, offers, handoverAsked: rank === 'holder' ? false : seat.handoverAsked }, at)
  },
  'role-declined': (board, { role, personId }) => {
    const seat = seatOf(board, role)
    return putEntity(board, 'roles', role, { ...seat, offers: seat.offers.filter((offer) => offer.personId !== personId) })
  },
  'role-released': (board, { role, personId }, { at }) => followSeat(board, unseat(seatOf(board, role), personId), at),
  'handover-asked': (board, { role }) => putEntity(board, 'roles', role, { ...seatOf(board, role), handoverAsked: true }),
  'role-preference-set': (board, { personId, role, preference }) =>
    changeEntity(board, 'people', personId, (person) => {
      const { [role]: _former, ...rest } = person.rolePreferences
      return { ...person, rolePreferences: preference === null ? rest : { ...rest, [role]: preference } }
    }),
}
