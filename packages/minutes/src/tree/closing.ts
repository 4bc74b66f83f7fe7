import type { MinutesRecord, NextMeeting } from '../record/record.ts'
import { rotiValues } from '../record/vocabulary.ts'
import type { Sentences } from '../sentences/fr.ts'
import type { Block } from './nodes.ts'
import { authorIs, authorName, stopped } from './voices.ts'
import { entry, listOf, paragraph, section, table } from './write.ts'

/** ROTI as a distribution, improvements unsigned, words only of those who said « publier » [§2.7]. */
export const closingSection = ({ closing }: MinutesRecord, s: Sentences): Block[] => {
  const { roti, improvements, words, skipped } = closing
  if (skipped) return section(2, s.closing.title, [paragraph(s.closing.skipped)])
  return section(2, s.closing.title, [
    listOf([
      roti !== undefined && entry(rotiLine(roti, s)),
      improvements.length > 0 && entry(s.closing.toImprove(stopped(improvements.join(s.semicolon)))),
      ...words.map(({ by, text }) => entry(s.closing.said(authorName(by, s), text))),
    ]),
    words.length > 0 && paragraph(s.closing.withConsent),
  ])
}

const rotiLine = (roti: NonNullable<MinutesRecord['closing']['roti']>, s: Sentences) => {
  const given = rotiValues.map((value) => [value, roti[value] ?? 0] as const).filter(([, count]) => count > 0)
  const answers = given.reduce((sum, [, count]) => sum + count, 0)
  const points = given.reduce((sum, [value, count]) => sum + Number(value) * count, 0)
  return s.closing.roti(answers, halfUpTenth(points, answers), given.map(([value, count]) => s.closing.rotiValue(value, count)).join(' · '))
}

/** Half-up to one decimal, in whole numbers: 3.95 must not depend on a float. */
export const halfUpTenth = (points: number, answers: number): string => {
  const tenths = answers === 0 ? 0 : Math.floor((20 * points + answers) / (2 * answers))
  return `${Math.floor(tenths / 10)}.${tenths % 10}`
}

export const nextSection = (next: NextMeeting | undefined, s: Sentences): Block[] => {
  if (next === undefined) return []
  const roles = next.roles.filter(({ people }) => people.length > 0).map((each) => `${s.roles.names[each.role]} ${foreseen(each, s)}`)
  const when = s.next.when(next.day, next.hour, next.place)
  return section(2, s.next.title, [
    listOf([
      when !== '' && entry(when),
      roles.length > 0 && entry(s.next.roles(roles.join(s.semicolon))),
      next.toInclude.length > 0 && entry(s.next.toInclude(next.toInclude.join(s.semicolon))),
    ]),
  ])
}

/** The second of a scribe or mood-watcher is a pair, of a facilitator or timekeeper a relay [§4.3]. */
const foreseen = ({ role, people }: NextMeeting['roles'][number], s: Sentences) => {
  const [first = '', ...others] = people
  if (others.length === 0) return first
  const isRelay = role === 'facilitator' || role === 'timekeeper'
  return isRelay ? `${first} ${s.roles.backups(s.and(others))}` : `${first}, ${s.roles.pairs(s.and(others))}`
}

export const reactSection = (record: MinutesRecord, s: Sentences): Block[] => {
  const r = s.react
  const { corrections, writtenBy, stage } = record
  const sealers = stage.is === 'sealed' && stage.by.length > 0 ? s.and(stage.by) : undefined
  const disputed = corrections.flatMap((each) => (each.disputed === undefined ? [] : [each.disputed]))
  return section(2, r.title, [
    listOf([
      ...record.windows.map(({ until, decisions, items }) => entry(r.window(s.and([...decisions, ...items.map(s.quoted)]), until))),
      entry(corrections.length === 0 ? r.noCorrection : r.corrections(corrections.length)),
      ...disputed.map(({ by, text }) => entry(r.disputed(authorIs(by, s), text))),
      (writtenBy.length > 0 || sealers !== undefined) && entry(r.written(s.and(writtenBy), sealers)),
      record.forgottenOn !== undefined && entry(r.forgotten(record.forgottenOn)),
    ]),
    corrections.length > 0 && correctionTable(corrections, s),
  ])
}

/** What is to be read is a column of its own, where anything is: a redaction says nothing but that it was. */
const correctionTable = (corrections: MinutesRecord['corrections'], s: Sentences) => {
  const r = s.react
  const reads = corrections.some(({ after }) => after !== undefined)
  const rows = corrections.map(({ on, place, reason, redacted, before, after, disputed }) => [
    s.calendar.day(on),
    redacted === undefined ? place : r.redactedPlaces[redacted],
    ...(reads ? [after === undefined ? '' : disputed === undefined ? r.corrected(before, after) : r.bothWordings(before, after)] : []),
    redacted === undefined ? reason : r.redacted,
  ])
  return table(reads ? r.wordedHeader : r.correctionHeader, rows)
}
