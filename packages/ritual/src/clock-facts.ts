import type { PublicBoard } from './board.ts'
import type { Fact } from './facts.ts'
import type { Instant, PersonId } from './ids.ts'
import type { RoleSeat } from './roles/entities.ts'
import { goneFacilitator, isGone, mayRelay, nextToRelay } from './roles/relay.ts'

/** Silent for so long, somebody who holds a role is shown as offline [§4.1]. */
export const OFFLINE_AFTER_MS = 20_000
/** Silent for so long, the facilitation is offered to whoever relays it [§4.1]. */
export const RELAY_AFTER_MS = 60_000
/** A volunteer facilitates when nobody has objected for so long [§4.1]. */
export const OBJECT_WITHIN_MS = 30_000
/** Whoever is asked to relay has so long to answer before the next one is asked [§4.1]. */
export const ANSWER_WITHIN_MS = 60_000

/** What the server knows of its devices: who is connected, and since when the others are silent. */
export interface Signs {
  online: ReadonlySet<PersonId>
  silentSince: ReadonlyMap<PersonId, Instant>
}

interface Due {
  at: number
  facts: readonly Fact[]
}

const ofSilence = (board: PublicBoard, { online, silentSince }: Signs): readonly Due[] => {
  const seats = Object.values(board.roles).filter(({ role }) => role !== 'host')
  const people = new Set(seats.flatMap(({ holders, pairs, backups }) => [...holders, ...pairs, ...backups]))
  return [...people].flatMap((personId) => {
    const since = silentSince.get(personId)
    const isSaid = board.people[personId]?.offlineSince !== undefined || board.people[personId]?.presence !== 'present'
    if (since === undefined || isSaid || !isGone(board, online, personId)) return []
    return [{ at: Date.parse(since) + OFFLINE_AFTER_MS, facts: [{ type: 'person-offline', personId, since }] }]
  })
}

const offersTo = (seat: RoleSeat, from: PersonId, people: readonly PersonId[]): readonly Fact[] =>
  people.map((personId) => ({ type: 'role-offered', role: seat.role, offer: { personId, rank: 'holder', as: 'relay', from } }))

const ofCall = (board: PublicBoard, { online }: Signs, seat: RoleSeat, from: PersonId): readonly Due[] => {
  const { role, relay } = seat
  if (relay?.volunteer) {
    const { personId, at } = relay.volunteer
    const isHere = mayRelay(board, online, seat, personId)
    const taken: Fact = { type: 'role-taken', role, personId, rank: 'holder', replaces: from, becomes: 'backup' }
    return [{ at: Date.parse(at) + OBJECT_WITHIN_MS, facts: [isHere ? taken : { type: 'relay-objected', role, personId }] }]
  }
  const asked = seat.offers.filter((offer) => offer.as === 'relay' && mayRelay(board, online, seat, offer.personId))
  if (asked.length > 0) {
    return asked.flatMap(({ personId, at }): readonly Due[] =>
      at === undefined ? [] : [{ at: Date.parse(at) + ANSWER_WITHIN_MS, facts: [{ type: 'relay-lapsed', role, personId }] }],
    )
  }
  const next = nextToRelay(board, online, seat)
  return next.length === 0 ? [] : [{ at: 0, facts: offersTo(seat, from, next) }]
}

const ofRelay = (board: PublicBoard, signs: Signs): readonly Due[] => {
  const seat = board.roles.facilitator
  const from = goneFacilitator(board, signs.online)
  if (!seat || from === undefined) return []
  if (seat.relay?.from === from) return ofCall(board, signs, seat, from)
  const person = board.people[from]
  // Whoever never came in is missed from the opening on; whoever said goodbye, at once.
  const since = signs.silentSince.get(from) ?? person?.offlineSince ?? board.meeting.openedAt ?? ''
  const at = person?.presence === 'left' ? 0 : Date.parse(since) + RELAY_AFTER_MS
  return [{ at, facts: [{ type: 'relay-called', role: seat.role, from }, ...offersTo(seat, from, nextToRelay(board, signs.online, seat))] }]
}

/**
 * What time alone brings in a live meeting [§4.1]: who is shown as offline, to whom the relay is offered, who takes it unopposed. `facts` are due now, `next` is
 * when (ms) to ask again if nothing else happens. It offers and never moves the meeting on [§2.5-24]; ask again after recording what was due.
 */
export const clockFacts = (board: PublicBoard, signs: Signs, now: Instant): { facts: readonly Fact[]; next: number | null } => {
  if (board.meeting.status !== 'live') return { facts: [], next: null }
  const due = [...ofSilence(board, signs), ...ofRelay(board, signs)].toSorted((a, b) => a.at - b.at)
  const later = due.filter(({ at }) => at > Date.parse(now))
  return { facts: due.filter((one) => !later.includes(one)).flatMap(({ facts }) => facts), next: later[0]?.at ?? null }
}
