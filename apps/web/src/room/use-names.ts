import type { OrgId, Organisation, Person, PersonId } from '@clairiere/ritual'
import { useMemo } from 'react'
import type { Locale } from '../i18n/locale.ts'
import { useLocale, useT } from '../i18n/words.tsx'
import { useBoard } from './use-board.ts'

/** How people and structures are called on screen. Ids that are not known (gone, not yet arrived) give an ellipsis, never an id. */
export interface Names {
  /** Name as the person typed it. */
  full(id: PersonId): string
  /** First name, with as much of the rest as homonyms need: « Marie L. » */
  first(id: PersonId): string
  /** Two letters for a seat, three for homonyms. */
  initials(id: PersonId): string
  /** A structure's name, short when it is long; null is « en son nom ». */
  org(id: OrgId | null): string
  /** The structures a person speaks for: « SCI Le Tilleul, Coop du Tilleul »; '' when only in their own name. */
  voices(id: PersonId): string
  /** Several first names as the language lists them. */
  list(ids: readonly PersonId[]): string
  /** Everyone, by first name as the language sorts. */
  sorted: readonly Person[]
}

const UNKNOWN = '…'
const partsOf = (name: string): readonly string[] => name.trim().split(/\s+/u)

/** The shortest forms that tell people apart: first name, then an initial of the family name, then the whole name. */
export const firstNames = (people: readonly Pick<Person, 'id' | 'name'>[]): ReadonlyMap<PersonId, string> => {
  const found = new Map<PersonId, string>()
  const forms = [
    (name: string) => partsOf(name)[0] ?? name,
    (name: string) => {
      const [first = name, ...rest] = partsOf(name)
      return rest.length > 0 ? `${first} ${rest.map((part) => `${letters(part, 1)}.`).join(' ')}` : first
    },
    (name: string) => name,
  ]
  let left = people
  for (const [index, form] of forms.entries()) {
    const said = new Map<string, number>()
    for (const { name } of left) said.set(form(name).toLocaleLowerCase(), (said.get(form(name).toLocaleLowerCase()) ?? 0) + 1)
    const clear = left.filter(({ name }) => said.get(form(name).toLocaleLowerCase()) === 1 || index === forms.length - 1)
    for (const { id, name } of clear) found.set(id, form(name))
    left = left.filter(({ id }) => !found.has(id))
  }
  return found
}

const segmenter = new Intl.Segmenter()
/** The first letters as a person sees them: an accent or an emoji is never cut in two. */
const letters = (text: string, count: number): string =>
  Array.from(segmenter.segment(text), ({ segment }) => segment)
    .slice(0, count)
    .join('')

/** Letters for the seats of a ring: two of the first name, or three where two people share them. */
export const seatInitials = (people: readonly Pick<Person, 'id' | 'name'>[]): ReadonlyMap<PersonId, string> => {
  const two = (name: string) => letters(partsOf(name)[0] ?? name, 2)
  const count = new Map<string, number>()
  for (const { name } of people) count.set(two(name), (count.get(two(name)) ?? 0) + 1)
  return new Map(
    people.map(({ id, name }) => {
      const [first = name, last = ''] = partsOf(name)
      return [id, count.get(two(name)) === 1 ? two(name) : letters(first, 2) + letters(last, 1)]
    }),
  )
}

/** Longer labels break a line of a phone twice: then the short name is said. */
const LONGEST_LABEL = 30
const shortOf = (organisation: Organisation | undefined): string => {
  if (!organisation) return UNKNOWN
  return organisation.label.length <= LONGEST_LABEL ? organisation.label : (organisation.short ?? organisation.label)
}

type People = Readonly<Record<PersonId, Person>>
type Organisations = Readonly<Record<OrgId, Organisation>>

/** Makes something of the people when it is first asked for. */
const once = <T extends object>(make: () => T): (() => T) => {
  let made: T | undefined
  return () => (made ??= make())
}

const namesOf = (people: People, organisations: Organisations, locale: Locale, ownName: string): Names => {
  const all = Object.values(people)
  const firsts = once(() => firstNames(all))
  const initials = once(() => seatInitials(all))
  const sorted = once(() => {
    const { compare } = new Intl.Collator(locale)
    return all.toSorted((a, b) => compare(a.name, b.name) || (a.id < b.id ? -1 : 1))
  })
  const list = new Intl.ListFormat(locale, { type: 'conjunction' })
  const first = (id: PersonId) => firsts().get(id) ?? UNKNOWN
  return {
    full: (id) => people[id]?.name ?? UNKNOWN,
    first,
    initials: (id) => initials().get(id) ?? UNKNOWN,
    org: (id) => (id === null ? ownName : shortOf(organisations[id])),
    voices: (id) => (people[id]?.voices ?? []).flatMap(({ org }) => (org === null ? [] : [shortOf(organisations[org])])).join(', '),
    list: (ids) => list.format(ids.map(first)),
    get sorted() {
      return sorted()
    },
  }
}

let last: { of: readonly unknown[]; names: Names } | null = null

/** Names of the room, the same for every line of a screen until somebody arrives or a name changes: a hundred and fifty names are not told apart once a line. */
export const useNames = (): Names => {
  const people = useBoard((board) => board.people)
  const organisations = useBoard((board) => board.organisations)
  const locale = useLocale()
  const { ownName } = useT('room')
  return useMemo(() => {
    const of = [people, organisations, locale, ownName]
    if (!last?.of.every((each, index) => each === of[index])) last = { of, names: namesOf(people, organisations, locale, ownName) }
    return last.names
  }, [people, organisations, locale, ownName])
}
