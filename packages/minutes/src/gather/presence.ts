import type { Instant, Person as BoardPerson, PersonId } from '@clairiere/ritual'
import type { Person, Presence } from '../record/people.ts'
import { minuteOf } from './clock.ts'
import type { Sources } from './sources.ts'

interface Span {
  from: Instant
  to: Instant
}

/** A person's times, clipped to the meeting [contract § Acts]; those who stood away at the end were last there at their last sign. */
const spansOf = ({ board, openedAt, endedAt }: Sources, personId: PersonId): Span[] => {
  const { presence, awaySince } = board.record
  const isOver = board.meeting.closedAt !== undefined
  const spans: Span[] = []
  for (const { joinedAt, leftAt } of presence[personId] ?? []) {
    const open = isOver ? (awaySince[personId] ?? endedAt) : endedAt
    const from = joinedAt > openedAt ? joinedAt : openedAt
    const end = leftAt ?? open
    const to = end < endedAt ? end : endedAt
    if (minuteOf(to) < minuteOf(from) || joinedAt > endedAt || end < openedAt) continue
    const last = spans.at(-1)
    // left and back within the same minute is no absence that anyone would print
    if (last !== undefined && minuteOf(last.to) >= minuteOf(from)) last.to = to
    else spans.push({ from, to })
  }
  return spans
}

/** Who was there, and when; whoever came only before the opening or after the end was not. */
export const attendanceOf = (sources: Sources): { person: BoardPerson; spans: readonly Span[] }[] =>
  Object.values(sources.board.people)
    .map((person) => ({ person, spans: spansOf(sources, person.id) }))
    .filter(({ spans }) => spans.length > 0)

/** People of the presence table and the numbers of the landmarks; whoever came only before the opening or after the end was not there. */
export const presenceOf = (sources: Sources): Presence => {
  const { board, names } = sources
  const present = attendanceOf(sources)
  const voiced = new Set(present.flatMap(({ person }) => person.voices.map((voice) => voice.org)))
  const counted = (isStructure: boolean) => {
    const all = Object.values(board.organisations).filter((each) => (each.kind === 'structure') === isStructure)
    return { present: all.filter((each) => voiced.has(each.id)).length, of: all.length }
  }
  const collator = new Intl.Collator(board.meeting.locale)
  const sorted = present.toSorted((a, b) => collator.compare(a.person.name, b.person.name) || (a.person.id < b.person.id ? -1 : 1))
  const isByStructure = board.meeting.privacy.names === 'structures'
  return {
    count: present.length,
    observers: present.filter(({ person }) => person.standing === 'observer').length,
    structures: counted(true),
    groups: counted(false),
    givenMinutes: present.reduce(
      (sum, { spans }) => sum + spans.reduce((total, { from, to }) => total + minuteOf(to) - minuteOf(from), 0),
      0,
    ),
    people: isByStructure
      ? []
      : sorted.map(({ person, spans }) => ({
          name: names.person(person.id),
          voices: person.voices.map(({ org, quality, mandate, confirmBy }) => ({
            organisation: org === null ? null : names.organisation(org),
            ...(quality === '' ? {} : { quality }),
            ...(org === null || mandate === 'free' ? {} : { mandate }),
            ...(org === null || mandate !== 'ad-referendum' || confirmBy === undefined ? {} : { confirmBy }),
          })),
          observer: person.standing === 'observer',
          remote: person.remote,
          ...timesOf(sources, spans),
        })),
    ...(isByStructure
      ? {
          byStructure: structureRows(
            sources,
            present.map(({ person }) => person.id),
          ),
        }
      : {}),
  }
}

const timesOf = ({ clock, openedAt, endedAt, board }: Sources, spans: readonly Span[]): Pick<Person, 'arrived' | 'away' | 'left'> => {
  const first = spans[0]!
  const last = spans.at(-1)!
  const isOver = board.meeting.closedAt !== undefined
  return {
    ...(minuteOf(first.from) > minuteOf(openedAt) ? { arrived: clock.hour(first.from) } : {}),
    away: spans.slice(1).map((span, index) => ({ from: clock.hour(spans[index]!.to), to: clock.hour(span.from) })),
    ...((isOver ? minuteOf(last.to) < minuteOf(endedAt) : last.to < endedAt) ? { left: clock.hour(last.to) } : {}),
  }
}

/** One person counts for each structure they speak for [§4.9]. */
const structureRows = ({ board, names }: Sources, present: readonly PersonId[]): Presence['byStructure'] => {
  const voices = present.map((id) => [...new Set(board.people[id]?.voices.map((voice) => voice.org))])
  const rows = Object.values(board.organisations)
    .map(({ id }) => ({ organisation: names.organisation(id), count: voices.filter((each) => each.includes(id)).length }))
    .filter(({ count }) => count > 0)
  const own = voices.filter((each) => each.length === 0 || each.includes(null)).length
  return own === 0 ? rows : [...rows, { organisation: null, count: own }]
}
