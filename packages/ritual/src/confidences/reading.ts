import { actingFacilitators, holdersOf } from '../permissions/hats.ts'
import { participants } from '../permissions/circle-size.ts'
import { concernedBy, settlersOf, welcomersOf } from '../permissions/role-concerned.ts'
import type { PublicBoard } from '../board.ts'
import type { PersonId } from '../ids.ts'
import type { Secrets } from './entities.ts'
import type { SignalAbout } from '../signals/entities.ts'

/** All that decides, for one person, which confidences they may read and how much of each: two equal readings see the same of the same. */
export interface Reading {
  readonly reader: PersonId
  /** Took part, and so reads the words of the round [§2.7, P2]. */
  readonly tookPart: boolean
  readonly facilitates: boolean
  readonly watches: boolean
  /** Whom they write for: themselves, and the persons without a device whom they entered [§2.5-8]. */
  readonly writesFor: readonly PersonId[]
  /** What signals are about that is theirs, as `aboutKey` writes it. */
  readonly concernedBy: readonly string[]
  /** What signals are about that they may welcome or settle in place of another. */
  readonly stepsInFor: readonly string[]
}

/** What a signal is about, as one word: signals about the same are read by the same people. Null: about nobody's role. */
export const aboutKey = ({ aboutRole, heldBy }: SignalAbout): string | null =>
  aboutRole === undefined ? null : [aboutRole, ...(heldBy ? ['', ...heldBy] : [])].join(' ')

/** What the signals at hand are about, each once. */
const aboutsOf = (secrets: Secrets): ReadonlyMap<string, SignalAbout> => {
  const abouts = new Map<string, SignalAbout>()
  for (const { payload } of secrets.all('signal')) {
    const key = aboutKey(payload)
    if (key !== null) abouts.set(key, payload)
  }
  return abouts
}

/** Who steps in when a signal is about a role: may welcome it or, about the mood-watch or a frame point, settle it [§4.11]. */
const steppingIn = (board: PublicBoard, online: ReadonlySet<PersonId>, about: SignalAbout): ReadonlySet<PersonId> => {
  const isSettledByOthers = about.aboutRole === 'moodWatcher' || about.aboutRole === 'frame-point'
  return new Set([...welcomersOf(board, online, about), ...(isSettledByOthers ? settlersOf(board, online, about) : [])])
}

/**
 * Who may read what of the confidences, as of a board and of who is online. It goes through the people once, whoever is then asked for; it depends on nothing of the
 * board but its meeting, people and roles, and of the confidences on what signals are about. Null: not a person of this meeting.
 */
export const readingsOf = (board: PublicBoard, secrets: Secrets, online: ReadonlySet<PersonId>): ((reader: PersonId) => Reading | null) => {
  const tookPart = new Set(participants(board))
  const facilitation = actingFacilitators(board, online)
  const watch = holdersOf(board, 'moodWatcher')
  const abouts = [...aboutsOf(secrets)]
  const concerned = abouts.map(([key, about]) => ({ key, people: new Set(concernedBy(board, about)) }))
  const stepping = abouts.map(([key, about]) => ({ key, people: steppingIn(board, online, about) }))
  const entered = new Map<PersonId, PersonId[]>()
  for (const { id, device, enteredBy } of Object.values(board.people)) {
    if (device !== 'none' || enteredBy === undefined || enteredBy === id) continue
    const theirs = entered.get(enteredBy)
    if (theirs === undefined) entered.set(enteredBy, [id])
    else theirs.push(id)
  }
  const among = (lists: typeof stepping, reader: PersonId): readonly string[] =>
    lists.flatMap(({ key, people }) => (people.has(reader) ? [key] : []))
  return (reader) =>
    board.people[reader] === undefined
      ? null
      : {
          reader,
          tookPart: tookPart.has(reader),
          facilitates: facilitation.includes(reader),
          watches: watch.includes(reader),
          writesFor: [reader, ...(entered.get(reader) ?? [])],
          concernedBy: among(concerned, reader),
          stepsInFor: among(stepping, reader),
        }
}

/** Whether both see the same of the same confidences. */
export const isSameReading = (one: Reading | null, other: Reading | null): boolean =>
  one === other ||
  (one !== null &&
    other !== null &&
    one.reader === other.reader &&
    one.tookPart === other.tookPart &&
    one.facilitates === other.facilitates &&
    one.watches === other.watches &&
    isSameList(one.writesFor, other.writesFor) &&
    isSameList(one.concernedBy, other.concernedBy) &&
    isSameList(one.stepsInFor, other.stepsInFor))

const isSameList = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((item, at) => item === other[at])
