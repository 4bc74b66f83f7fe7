import { MERGED_ROLES_MAX, circleSize, type PersonId, type PublicBoard, type RoleId, type RoleOffer } from '@clairiere/ritual'
import { spentMs } from '../room/item-time.ts'
import { seatOfRole } from './role-seats.ts'

/** What the roles ask of this person now; the first that holds is said, one at a time. */
export type RoleCall =
  /** A role asked of them. */
  | { kind: 'offer'; role: RoleId; offer: RoleOffer }
  /** Nobody leads since a minute: who volunteers, or who has [§4.1]. */
  | { kind: 'relay'; from: PersonId; volunteer: PersonId | null }
  /** They hold a role that somebody asked to pass on; `backTo` is who had the facilitation before. */
  | { kind: 'asked'; role: RoleId; backTo: PersonId | null }
  /** Who kept the mood has gone [§4.2]. */
  | { kind: 'no-watch' }
  /** They led before their network went, and another has taken over [§4.1]. */
  | { kind: 'relieved'; by: PersonId }
  /** An item is open and nobody writes; after a minute of it, each may write one [§4 others]. */
  | { kind: 'no-scribe'; eachWritesOne: boolean }
  /** Who facilitates does not answer; nothing is to be done yet. */
  | { kind: 'silent'; who: PersonId }

const isGone = (board: PublicBoard, id: PersonId): boolean => {
  const presence = board.people[id]?.presence
  return presence === 'left' || presence === 'away'
}

/** So long the board waits for somebody who wants to write, before it proposes that each write one item [§4 others]. */
const WRITER_AWAITED_MS = 60_000

/** `silent`: people without a device for some time; `led`: this person facilitated on this device before; `now`: record time in ms. */
export const roleCall = (
  board: PublicBoard,
  me: PersonId,
  { silent, led, now }: { silent: ReadonlySet<PersonId>; led: boolean; now: number },
): RoleCall | null => {
  const seats = Object.values(board.roles)
  for (const { role, offers } of seats) {
    const offer = offers.find(({ personId }) => personId === me)
    if (offer) return { kind: 'offer', role, offer }
  }
  if (board.meeting.status !== 'live') return null
  const facilitation = seatOfRole(board.roles, 'facilitator')
  const { relay } = facilitation
  // An observer neither facilitates, keeps the mood nor writes alone [§2.6 note 4]: they are not asked who does.
  const observes = board.people[me]?.standing === 'observer'
  if (relay && relay.from !== me && !observes && !facilitation.offers.some(({ as }) => as === 'relay'))
    return { kind: 'relay', from: relay.from, volunteer: relay.volunteer?.personId ?? null }
  const asked = seats.find((seat) => seat.handoverAsked && seat.holders.includes(me) && seat.offers.length === 0)
  if (asked) return { kind: 'asked', role: asked.role, backTo: asked.role === 'facilitator' ? (asked.backups[0] ?? null) : null }
  const watch = seatOfRole(board.roles, 'moodWatcher')
  const watchers = [...watch.holders, ...watch.pairs]
  if (!observes && watchers.length > 0 && watchers.every((id) => isGone(board, id)) && circleSize(board) > MERGED_ROLES_MAX)
    return { kind: 'no-watch' }
  const [leads] = facilitation.holders
  if (led && leads !== undefined && leads !== me && facilitation.backups.includes(me) && !facilitation.handoverAsked)
    return { kind: 'relieved', by: leads }
  const scribe = seatOfRole(board.roles, 'scribe')
  if (!observes && board.now.itemId !== null && scribe.holders.length + scribe.pairs.length + scribe.offers.length === 0)
    return { kind: 'no-scribe', eachWritesOne: spentMs(board.now.timer, now) >= WRITER_AWAITED_MS }
  return leads !== undefined && leads !== me && silent.has(leads) ? { kind: 'silent', who: leads } : null
}
