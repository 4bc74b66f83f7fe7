import type { Board, Instant, Words } from '@clairiere/ritual'
import { csvOf } from '../print/csv.ts'
import { sentencesOf } from '../sentences/sentences.ts'
import { minuteOf } from './clock.ts'
import { attendanceOf } from './presence.ts'
import { sourcesOf } from './sources.ts'

const noWords: Words = { notes: {}, drafts: {}, ideas: {}, learnings: [], resources: [], disagreements: [] }

/**
 * The time given, by structure, as a table to value volunteers' hours [C4]: people and minutes for each voice, nobody named. Who speaks for two structures stands in both
 * lines, and once in the last, which is the time that the minutes print.
 */
export const givenTimeCsv = (board: Board, { now }: { now: Instant }): string => {
  const sources = sourcesOf(board, noWords, now)
  const s = sentencesOf[board.meeting.locale]
  const given = attendanceOf(sources).map(({ person, spans }) => ({
    voices: person.voices.length === 0 ? [null] : [...new Set(person.voices.map(({ org }) => org))],
    minutes: spans.reduce((sum, { from, to }) => sum + minuteOf(to) - minuteOf(from), 0),
  }))
  const row = (label: string, of: typeof given) => [label, String(of.length), String(of.reduce((sum, { minutes }) => sum + minutes, 0))]
  const organisations = Object.values(board.organisations).flatMap(({ id, label }) => {
    const theirs = given.filter(({ voices }) => voices.includes(id))
    return theirs.length === 0 ? [] : [row(label, theirs)]
  })
  const own = given.filter(({ voices }) => voices.includes(null))
  return csvOf(
    [
      s.presence.givenHeader,
      ...organisations,
      ...(own.length === 0 ? [] : [row(s.presence.ownName, own)]),
      row(s.presence.givenTotal, given),
    ],
    board.meeting.locale,
  )
}
