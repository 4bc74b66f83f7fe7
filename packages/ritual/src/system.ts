import type { PublicBoard } from './board.ts'
import type { Fact } from './facts.ts'
import type { Instant, PersonId } from './ids.ts'
import { linkOpens } from './meeting/audience.ts'
import { isOver } from './meeting/is-over.ts'
import { isHeard, type Preference, type Standing, type Voice } from './people/entities.ts'
import { circleSize, MERGED_ROLES_MAX } from './permissions/circle-size.ts'
import { ok, refuse, type Outcome } from './refusal.ts'
import type { RoleId } from './roles/ids.ts'

/** Without a device for so long, a person is `away`: rounds and reveals no longer wait for them [contract § Acts]. */
export const AWAY_AFTER_MS = 120_000

/** More than any hall holds: who came past it would only make the document heavier on every device, for as long as the meeting is kept. */
const PEOPLE_MAX = 2_000
export const isCrowded = ({ people }: Pick<PublicBoard, 'people'>): boolean => Object.keys(people).length >= PEOPLE_MAX

export interface Joining {
  personId: PersonId
  name: string
  voices: readonly Voice[]
  standing: Standing
  device: 'laptop' | 'phone' | 'none'
  remote: boolean
  newcomer: boolean
  /** Came by the host's link. */
  host: boolean
}

/** Facts of somebody who comes by a link. After `close` everyone who joins is an observer; an unknown voice is refused, and whoever comes when a meeting whose minutes are for the circle alone is closed [F7]. */
export const judgeJoin = (board: PublicBoard, { personId, standing, host, device, ...given }: Joining): Outcome<readonly Fact[]> => {
  if (board.meeting.status === 'cancelled') return refuse('wrong-status')
  if (!linkOpens(board.meeting, host ? 'host' : 'join')) return refuse('circle-only')
  if (isCrowded(board)) return refuse('too-many')
  const unknown = given.voices.flatMap((voice) => (voice.org === null || board.organisations[voice.org] ? [] : [voice.org]))
  if (unknown.length > 0) return refuse('no-such-thing', { organisations: unknown })
  const over = isOver(board.meeting)
  const rolePreferences: Partial<Record<RoleId, Preference>> = { ...board.previous.rolePreferences[given.name] }
  const joined: Fact = {
    type: 'person-joined',
    // Whoever comes by a link holds a device: only a neighbour enters somebody without one, for whom others then write [§2.5-8].
    person: {
      ...given,
      device: device === 'none' ? 'phone' : device,
      id: personId,
      standing: over ? 'observer' : standing,
      rolePreferences,
    },
  }
  if (!host || over) return ok([joined])
  // The host's link may be passed on, or its phone lost: it makes a host where none is present [§2.5-3].
  const former = board.roles['host']?.holders[0]
  if (former !== undefined && board.people[former]?.presence === 'present') return ok([joined])
  return ok([joined, { type: 'role-taken', role: 'host', personId, rank: 'holder', ...(former !== undefined && { replaces: former }) }])
}

/**
 * Facts of a person's first device, or of their return. Only while the meeting is to come or live: afterwards presence is history.
 * A round in progress takes late comers at its end; the fifth person ends the merging of facilitation and mood-watch [§2.4.2, §2.5-2].
 */
export const arrivalFacts = (board: PublicBoard, personId: PersonId): readonly Fact[] => {
  const person = board.people[personId]
  const { status } = board.meeting
  if (!person || isHeard(person) || (status !== 'draft' && status !== 'scheduled' && status !== 'live')) return []
  const came: Fact = person.presence === 'expected' ? { type: 'person-arrived', personId } : { type: 'person-back', personId }
  const made: Fact[] = [came]
  const round = board.now.roundId === null ? undefined : board.rounds[board.now.roundId]
  if (round?.status === 'running' && !round.order.includes(personId))
    made.push({ type: 'round-joined', roundId: round.id, personId, status: 'waiting' })
  const size = circleSize(board) + (person.presence === 'away' || person.presence === 'present' ? 0 : 1)
  const watch = board.roles.moodWatcher
  if (size > MERGED_ROLES_MAX && watch) {
    const { facilitator } = board.roles
    const leads = [...(facilitator?.holders ?? []), ...(facilitator?.backups ?? [])]
    const both = [...watch.holders, ...watch.pairs].filter((id) => leads.includes(id))
    for (const id of both) made.push({ type: 'role-released', role: 'moodWatcher', personId: id })
  }
  return made
}

/** Facts of a person who has shown no sign for 120 s; `lastSign` is when their last device fell silent. People without a device are never away. */
export const absenceFacts = (board: PublicBoard, personId: PersonId, lastSign: Instant): readonly Fact[] => {
  const person = board.people[personId]
  const { status } = board.meeting
  if (person?.presence !== 'present' || person.device === 'none' || (status !== 'draft' && status !== 'scheduled' && status !== 'live'))
    return []
  return [{ type: 'person-away', personId, since: lastSign }]
}
