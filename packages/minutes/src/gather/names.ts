import { redactionMarks, type Attributed, type Board, type OrgId, type PersonId } from '@clairiere/ritual'
import type { Author } from '../record/texts.ts'

/** Every name that leaves for the minutes passes here, reduced to what the circle chose [§2.7 Names]. */
export interface Names {
  /** « Maïwenn Sarrazin »; « Maïwenn » or a structure under the tighter choices. Empty when nothing may be said. */
  person: (id: PersonId) => string
  people: (ids: readonly PersonId[]) => string[]
  /** A name written as text, by an earlier meeting. */
  written: (name: string) => string
  /** The first name, with an initial where two people share it. */
  short: (id: PersonId) => string
  organisation: (id: OrgId) => string
  /** As the author chose to appear; nobody is named beside a text that was taken out at their request. */
  author: (attributed: Attributed, text: string) => Author
}

/** A whole character, not half of one beyond sixteen bits; in capitals that are the same on every machine. */
const initialOf = (name: string) => String.fromCodePoint(name.codePointAt(0) ?? 0).toUpperCase()
const firstOf = (name: string) => name.trim().split(/\s+/)[0] ?? ''

export const namesOf = ({ people, organisations, meeting }: Pick<Board, 'people' | 'organisations' | 'meeting'>): Names => {
  const shared = new Set<string>()
  const seen = new Set<string>()
  for (const person of Object.values(people)) {
    const first = firstOf(person.name)
    if (seen.has(first)) shared.add(first)
    seen.add(first)
  }
  const shorten = (name: string) => {
    const first = firstOf(name)
    const rest = name.trim().slice(first.length).trim()
    return shared.has(first) && rest !== '' ? `${first} ${initialOf(rest)}.` : first
  }
  const organisation = (id: OrgId) => organisations[id]?.label ?? id
  const { names } = meeting.privacy
  const structureOf = (id: PersonId) => {
    const voice = people[id]?.voices.find((each) => each.org !== null)
    return voice?.org == null ? '' : organisation(voice.org)
  }
  const person = (id: PersonId) => {
    const name = people[id]?.name ?? ''
    return names === 'full' ? name : names === 'first-names' ? shorten(name) : structureOf(id)
  }
  return {
    person,
    people: (ids) => ids.map(person).filter((name) => name !== ''),
    written: (name) => (names === 'full' ? name : names === 'first-names' ? shorten(name) : ''),
    short: (id) => (names === 'structures' ? structureOf(id) : shorten(people[id]?.name ?? '')),
    organisation,
    author: ({ attribution, personId, voice }, text) => {
      if (text === redactionMarks[meeting.locale]) return { as: 'unnamed' }
      const isNamed = attribution === 'name-and-voice' && personId !== undefined && names !== 'structures'
      if (isNamed)
        return {
          as: 'person',
          name: person(personId),
          ...(voice === undefined ? {} : { voice: voice === null ? null : organisation(voice) }),
        }
      if (attribution !== 'unnamed' && typeof voice === 'string') return { as: 'voice', voice: organisation(voice) }
      return { as: 'unnamed' }
    },
  }
}
