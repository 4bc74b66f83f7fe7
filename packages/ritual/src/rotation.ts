import type { PublicBoard } from './board.ts'
import type { PersonId } from './ids.ts'
import type { Skill } from './people/entities.ts'
import type { RoleId } from './roles/ids.ts'

/** Why somebody stands where they stand in a proposal, as data for a sentence; never a rank shown to anybody [C1, judgement 10]. */
export interface RotationProposal {
  personId: PersonId
  timesHeld: number
  /** Meetings since they last held it; absent = never. */
  meetingsAgo?: number
  wishes?: 'gladly' | 'in-pair'
  /** The meeting before foresaw them for it. */
  foreseen?: true
}

/** Who wrote (or held any role) in the last meetings in a row; from three on the board says so and asks who takes over [§1.1, AC-02]. */
export interface RotationStreak {
  name: string
  personId?: PersonId
  inARow: number
}

export interface Rotation {
  role: RoleId
  proposals: readonly RotationProposal[]
  streak?: RotationStreak
}

export const STREAK_MIN = 3

const skillFor: Partial<Record<RoleId, Skill>> = { facilitator: 'facilitation', scribe: 'scribe', moodWatcher: 'mediation' }

/**
 * Proposes people for a role: whom the meeting before foresaw for it, then those who never held it first, then the longest ago; who would gladly before who says nothing, and the one who held it in a row
 * last of all. Who declines is not proposed, and no reason is asked [C6, C11]. Observers are proposed for no role that they may not take; newcomers come late.
 */
export const proposeForRole = (board: PublicBoard, role: RoleId): Rotation => {
  const history = board.previous.roleHistory
  const heldBy = (name: string): number[] => history.flatMap((meeting, index) => (meeting[role] === name ? [history.length - index] : []))
  const foreseen = board.previous.rolesForeseen?.[role] ?? []
  const people = Object.values(board.people).filter(
    (person) =>
      person.presence !== 'left' &&
      person.rolePreferences[role] !== 'declines' &&
      (person.standing === 'decider' || role === 'timekeeper' || role === 'scribe'),
  )
  const proposals = people.map((person) => {
    const held = heldBy(person.name)
    const last = held.at(-1)
    const wishes = person.rolePreferences[role]
    const place = foreseen.indexOf(person.name)
    const proposal: RotationProposal = {
      personId: person.id,
      timesHeld: held.length,
      ...(last !== undefined && { meetingsAgo: last }),
      ...(wishes !== undefined && wishes !== 'declines' && { wishes }),
      ...(place !== -1 && { foreseen: true }),
    }
    const skill = skillFor[role]
    const order = [
      place === -1 ? Infinity : place,
      person.standing === 'observer' ? 1 : 0,
      last === undefined ? -Infinity : -last,
      wishes === 'gladly' ? 0 : wishes === 'in-pair' ? 1 : 2,
      skill !== undefined && person.skills?.includes(skill) ? 0 : 1,
      person.newcomer ? 1 : 0,
    ]
    return { proposal, order, name: person.name }
  })
  const sorted = proposals.toSorted((a, b) => {
    for (const [index, value] of a.order.entries()) {
      const other = b.order[index] ?? 0
      if (value !== other) return value < other ? -1 : 1
    }
    return a.proposal.personId < b.proposal.personId ? -1 : 1
  })
  const streak = streakOf(board, role)
  return { role, proposals: sorted.map(({ proposal }) => proposal), ...(streak && { streak }) }
}

const streakOf = (board: PublicBoard, role: RoleId): RotationStreak | undefined => {
  const names = board.previous.roleHistory.map((meeting) => meeting[role])
  const name = names.at(-1)
  if (name === undefined) return undefined
  const broken = names.toReversed().findIndex((other) => other !== name)
  const inARow = broken === -1 ? names.length : broken
  if (inARow < STREAK_MIN) return undefined
  const personId = Object.values(board.people).find((person) => person.name === name)?.id
  return { name, inARow, ...(personId !== undefined && { personId }) }
}
