import type { Organisation, Person, PublicBoard } from '@clairiere/ritual'
import type { Names } from '../room/use-names.ts'
import type { Seat } from '../ui/seat-ring.tsx'
import type { fr } from './fr.ts'

/** What a person's seat says of them: who speaks before who is away, and nothing of anybody's merits. */
export const seatOf = (
  person: Person,
  { speaker, silent }: { speaker: string | null; silent: ReadonlySet<string> },
  names: Names,
  words: (typeof fr)['seat'],
): Seat => {
  const presence = silent.has(person.id) ? 'away' : person.presence
  const state = person.id === speaker ? 'speaks' : presence === 'present' ? person.standing : presence
  const word = words[state]
  return {
    id: person.id,
    initials: names.initials(person.id),
    label: word ? `${person.name}, ${word}` : person.name,
    look: state === 'speaks' ? 'haloed' : state === 'decider' ? 'full' : state === 'observer' ? 'outlined' : 'away',
  }
}

/** Empty seats shown at most: above, the count under the ring says it. */
const EMPTY_SEATS_UP_TO = 8

/** A seat for each structure that nobody here speaks for, so that the circle shows who is missing [A1, E9]; none when too many are. */
export const emptySeats = (
  organisations: readonly Organisation[],
  spokenFor: ReadonlySet<string | null>,
  missing: string,
): readonly Seat[] => {
  const empty = organisations.filter(({ id }) => !spokenFor.has(id))
  return empty.length > EMPTY_SEATS_UP_TO
    ? []
    : empty.map(({ id, label }) => ({ id, initials: '', label: `${label}, ${missing}`, look: 'empty' as const }))
}

/** Which structures and which commissions someone here speaks for [A1]. */
export const representation = (board: Pick<PublicBoard, 'organisations' | 'people'>) => {
  const here = Object.values(board.people).filter((person) => person.presence !== 'left' && person.presence !== 'expected')
  const spokenFor = new Set(here.flatMap((person) => person.voices.map((voice) => voice.org)))
  const all = Object.values(board.organisations)
  const structures = all.filter((organisation) => organisation.kind === 'structure')
  const others = all.filter((organisation) => organisation.kind !== 'structure')
  const held = (list: typeof all) => list.filter((organisation) => spokenFor.has(organisation.id)).length
  return { structures: held(structures), ofStructures: structures.length, others: held(others), ofOthers: others.length, spokenFor }
}
