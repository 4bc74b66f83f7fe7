import type { PublicBoard } from '../board.ts'
import type { PersonId } from '../ids.ts'
import type { SignalAbout, SignalConcern } from '../signals/entities.ts'
import { actingFacilitators, facilitatorAbsent, holdersOf } from './hats.ts'

type Online = ReadonlySet<PersonId>
type People = readonly PersonId[]

const isPresent = (board: PublicBoard, personId: PersonId): boolean => board.people[personId]?.presence === 'present'
/** Who holds a role, or both that a frame point is about. */
export const concernedHolders = (board: PublicBoard, about: SignalConcern | undefined): People => {
  if (about === 'frame-point') return [...holdersOf(board, 'facilitator'), ...holdersOf(board, 'moodWatcher')]
  return about === undefined ? [] : holdersOf(board, about)
}

/**
 * Whom a signal is about: who held the role as it was raised. Were it who holds it now, handing the facilitation over, the first response offered, would give the
 * signal to the very person it is about [§2.5-14, §4.11].
 */
export const concernedBy = (board: PublicBoard, { aboutRole, heldBy }: SignalAbout): People => heldBy ?? concernedHolders(board, aboutRole)

/** Those who step in: the first list in which somebody is present, the deciders last. Never one of `except`, nor of `never` when it comes to the deciders. */
const steppingIn = (board: PublicBoard, lists: readonly People[], except: People, never = except): People => {
  for (const list of lists) {
    const others = list.filter((id) => !except.includes(id) && isPresent(board, id))
    if (others.length > 0) return others
  }
  return deciders(board).filter((id) => !never.includes(id))
}

/**
 * Who may welcome a signal and choose its response: facilitation; when it is about who facilitates, who took over since, else the relay, else the scribe, else anyone but the
 * person concerned [§4.11, §2.5-14]. Without anyone to lead, any decider, or the signal would block the meeting for ever.
 */
export const welcomersOf = (board: PublicBoard, online: Online, about: SignalAbout): People => {
  const concerned = concernedBy(board, about)
  const leads = actingFacilitators(board, online).filter((id) => !concerned.includes(id))
  const aboutLead = about.aboutRole === 'facilitator' || about.aboutRole === 'frame-point'
  if (leads.length > 0) return leads
  if (!aboutLead && concerned.length === 0 && !facilitatorAbsent(board, online)) return []
  return steppingIn(board, [board.roles['facilitator']?.backups ?? [], holdersOf(board, 'scribe')], concerned)
}
export const mayWelcome = (board: PublicBoard, online: Online, personId: PersonId, about: SignalAbout): boolean =>
  welcomersOf(board, online, about).includes(personId)

/**
 * Who may say that a signal is settled, after asking the group: the mood-watch. When it is about the mood-watch, another person than it and than who
 * welcomed: the scribe, else the decision keeper, else any decider [§4.11]. When nobody else keeps the mood, any decider
 * not concerned, and facilitation only if it is alone [§4.2].
 */
export const settlersOf = (board: PublicBoard, online: Online, about: SignalAbout): People => {
  const concerned = concernedBy(board, about)
  const keepers = holdersOf(board, 'moodWatcher').filter((id) => !concerned.includes(id))
  const facilitation = holdersOf(board, 'facilitator')
  const aboutWatch = about.aboutRole === 'moodWatcher' || about.aboutRole === 'frame-point'
  if (aboutWatch && keepers.length === 0) {
    const lists = [holdersOf(board, 'scribe'), holdersOf(board, 'decisionKeeper'), deciders(board)]
    return steppingIn(board, lists, [...concerned, ...facilitation], concerned)
  }
  if (keepers.some((id) => online.has(id))) return keepers
  return [...keepers, ...steppingIn(board, [deciders(board).filter((id) => !facilitation.includes(id))], concerned)]
}
export const maySettle = (board: PublicBoard, online: Online, personId: PersonId, about: SignalAbout): boolean =>
  settlersOf(board, online, about).includes(personId)

const deciders = (board: PublicBoard): People =>
  Object.values(board.people).flatMap((person) => (person.standing === 'decider' ? [person.id] : []))
