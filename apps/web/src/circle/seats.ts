import type { Person, PublicBoard } from '@clairiere/ritual'
import type { Names } from '../room/use-names.ts'
import type { Seat } from '../ui/seat-ring.tsx'
import type { fr } from './fr.ts'

/** What a person's seat says of them: who speaks before who is away, and nothing of anybody's merits. */
export const seatOf = (person: Person, speaker: string | null, names: Names, words: (typeof fr)['seat']): Seat => {
  const state = person.id === speaker ? 'speaks' : person.presence === 'present' ? person.standing : person.presence
  const word = words[state]
  return {
    id: person.id,
    initials: names.initials(person.id),
    label: word ? `${person.name}, ${word}` : person.name,
    look: state === 'speaks' ? 'haloed' : state === 'decider' ? 'full' : state === 'observer' ? 'outlined' : 'away',
  }
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
