import type { Person, Presence, RoleHeld } from '../record/people.ts'
import type { MinutesRecord } from '../record/record.ts'
import type { Weather } from '../record/mood.ts'
import { weatherIds } from '../record/vocabulary.ts'
import type { Sentences } from '../sentences/fr.ts'
import type { Block } from './nodes.ts'
import { entry, list, paragraph, section, table } from './write.ts'

/** Title table: when, where, why, who, how long, which version, for whom [§2.9 Landmarks]. */
export const landmarks = (record: MinutesRecord, s: Sentences): Block => {
  const { meeting, presence, stage } = record
  const l = s.landmarks
  const counts = [
    l.people(presence.count, presence.observers),
    [
      presence.structures.of > 0 && l.structures(presence.structures.present, presence.structures.of),
      presence.groups.of > 0 && l.groups(presence.groups.present, presence.groups.of),
    ]
      .filter(Boolean)
      .join(', '),
  ]
  const minutes =
    stage.is === 'live'
      ? l.live
      : stage.is === 'review'
        ? l.inReview(stage.until)
        : l.sealed(record.version, stage.day, stage.hour, meeting.review)
  const rows: [string, string | undefined][] = [
    [l.date, l.dateIs(meeting.day, meeting.start, meeting.end, meeting.minutes)],
    [l.place, meeting.place],
    [l.purpose, meeting.purpose],
    [l.presence, counts.filter((part) => part !== '').join(s.semicolon)],
    [l.given, l.givenIs(presence.givenMinutes)],
    [l.minutes, minutes],
    [l.interrupted, meeting.interrupted],
    [l.reopened, meeting.reopened?.join(s.semicolon)],
    [l.audience, l.audiences[meeting.audience]],
    [l.licence, meeting.licence],
  ]
  return table(
    l.header,
    rows.filter((row): row is [string, string] => row[1] !== undefined && row[1].trim() !== ''),
  )
}

export const presenceSection = (presence: Presence, s: Sentences): Block[] => {
  const p = s.presence
  const rows = presence.byStructure
  if (rows !== undefined)
    return section(2, p.title, [
      rows.length > 0 &&
        table(
          p.byStructure,
          rows.map((row) => [row.organisation ?? p.ownName, String(row.count)]),
        ),
    ])
  return section(2, p.title, [
    presence.people.length > 0 &&
      table(
        p.header,
        presence.people.map((person) => [person.name, voicesOf(person, s), presenceOf(person, s)]),
      ),
  ])
}

const voicesOf = (person: Person, s: Sentences) =>
  person.voices.length === 0
    ? s.presence.ownName
    : person.voices
        .map((voice) => {
          const mandate = voice.mandate === undefined ? [] : [s.presence.mandates[voice.mandate](voice.confirmBy)]
          const said = [...(voice.quality ? [voice.quality] : []), ...mandate].join(', ')
          return `${voice.organisation ?? s.presence.ownName}${said ? ` (${said})` : ''}`
        })
        .join(s.semicolon)

const presenceOf = (person: Person, s: Sentences) => {
  const p = s.presence
  const times = [
    ...(person.arrived === undefined ? [] : [p.arrived(person.arrived)]),
    ...person.away.map((span) => p.away(span.from, span.to)),
    ...(person.left === undefined ? [] : [p.left(person.left)]),
  ]
  const standing = person.observer ? [p.observer] : times.length === 0 ? [p.whole] : []
  return [...(person.remote ? [p.remote] : []), ...standing, ...times].join(', ')
}

export const rolesSection = (roles: readonly RoleHeld[], s: Sentences): Block[] =>
  section(2, s.roles.title, roles.length === 0 ? [] : [list(roles.map((role) => entry(roleLine(role, s)))), paragraph(s.roles.thanks)])

const roleLine = (held: RoleHeld, s: Sentences) => {
  const r = s.roles
  let line = s.label(s.capital(r.names[held.role]))
  held.holders.forEach(({ name, during }, index) => {
    if (during === undefined) line += `${index === 0 ? ' ' : ', '}${name}`
    else if ('item' in during) line += ` ${r.duringItem(name, during.item)}`
    else line += `${index === 0 ? ' ' : ', '}${r.between(name, during.from, during.to)}`
  })
  if (held.backups.length > 0) line += ` ${r.backups(s.and(held.backups))}`
  if (held.pairs.length > 0) line += `, ${r.pairs(s.and(held.pairs))}`
  return line
}

export const weatherSection = (weather: Weather | undefined, s: Sentences): Block[] => {
  const w = s.weather
  if (weather === undefined) return []
  if (weather.is === 'held') return section(2, w.title, [paragraph(w.held)])
  if (weather.is === 'skipped') return section(2, w.title, [paragraph(w.skipped)])
  const counts: [string, number][] =
    weather.is === 'counted'
      ? weatherIds.map((id) => [w.names[id], weather.counts[id] ?? 0])
      : [
          [w.bands.clear, weather.clear],
          [w.bands.variable, weather.variable],
          [w.bands.heavy, weather.heavy],
        ]
  const shown = counts.filter(([, count]) => count > 0).map(([name, count]) => `${name} ${count}`)
  return section(2, w.title, [paragraph(w.counted(weather.total, shown.join(' · '))), paragraph(w.stays)])
}
