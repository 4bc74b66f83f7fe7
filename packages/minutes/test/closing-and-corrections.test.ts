import { redactionMarks, type Board, type Correction } from '@clairiere/ritual'
import { describe, expect, test } from 'vitest'
import { minutesRecord, minutesTree, printDokuWiki, printHtml, printMarkdown, printMediaWiki, type MinutesRecord } from '../src/index.ts'
import { fixtureBoard } from './fixture-board.ts'
import { at } from './fixture-clock.ts'
import { fixtureWords } from './fixture-words.ts'

const recordOf = (board: Board): MinutesRecord => minutesRecord(board, fixtureWords(), { now: at('12:00', '2026-12-12') })
const markdownOf = (board: Board) => printMarkdown(minutesTree(recordOf(board)))
const withRecord = (change: Partial<Board['record']>, board = fixtureBoard()): Board => ({
  ...board,
  record: { ...board.record, ...change },
})

describe('[A2] a closing round passed over', () => {
  const silent = { words: [], improvements: [], heard: [] }
  const line = 'Tour de clôture non tenu (choix du groupe).'
  test('leaves its trace, unless something of it was given', () => {
    expect(markdownOf(withRecord({ closingSkipped: true }, { ...fixtureBoard(), closing: silent }))).toContain(line)
    expect(markdownOf(withRecord({ closingSkipped: true }))).not.toContain(line)
    expect(markdownOf(withRecord({}, { ...fixtureBoard(), closing: silent }))).not.toContain(line)
  })
  test('an interruption chose nothing', () => {
    const board = withRecord({ closingSkipped: true }, { ...fixtureBoard(), closing: silent })
    const interrupted = { ...board, meeting: { ...board.meeting, interrupted: { reason: 'panne' } } } as Board
    expect(markdownOf(interrupted)).not.toContain(line)
  })
})

describe('[§4.12] what was agreed to read otherwise is read in the minutes', () => {
  const asked = { at: at('10:00', '2026-12-20'), by: 'capucine', reason: 'date fausse', acceptedBy: [], kind: 'meaning' as const }
  const wording = { ...asked, id: 'x', place: 'Point 1, suite', before: 'le 10 mars', after: 'le 12 avril' }
  const withCorrections = (...all: Correction[]): Board => ({
    ...fixtureBoard(),
    corrections: Object.fromEntries(all.map((each) => [each.id, each])),
  })
  const after = withCorrections({ ...wording, version: 2, status: 'accepted' })

  test('before and after in every wiki, beside date, place and reason', () => {
    const tree = minutesTree(recordOf(after))
    expect(printMarkdown(tree)).toContain(
      '| Date | Endroit | À lire | Motif |\n| --- | --- | --- | --- |\n| 20 décembre 2026 | Point 1, suite | « le 10 mars » → « le 12 avril » | date fausse |',
    )
    expect(printDokuWiki(tree)).toContain('| 20 décembre 2026 | Point 1, suite | « le 10 mars » → « le 12 avril » | date fausse |')
    expect(printMediaWiki(tree)).toContain('« le 10 mars » → « le 12 avril »')
    expect(printHtml(tree)).toMatch(/le 10 mars.{2,3}→.{2,3}le 12 avril/u)
  })
  test('accepted in review, where frozen words cannot be rewritten, it does not vanish', () => {
    expect(markdownOf(withCorrections({ ...wording, version: 0, status: 'accepted' }))).toContain('« le 10 mars » → « le 12 avril »')
    expect(markdownOf(withCorrections({ ...wording, version: 0, status: 'asked' }))).toContain('Rectifications : aucune.')
  })
  test('without what stood there, only what is to be read', () => {
    expect(markdownOf(withCorrections({ ...wording, before: '', version: 2, status: 'accepted' }))).toContain('| « le 12 avril » |')
  })
  test('both wordings where it is disputed; a redaction beside it says nothing', () => {
    const taken = { ...asked, id: 'y', place: 'note', before: '', after: redactionMarks.fr, kind: 'redaction' as const, reason: '' }
    const printed = markdownOf(
      withCorrections({ ...wording, version: 2, status: 'disputed' }, { ...taken, version: 3, status: 'accepted' }),
    )
    expect(printed).toContain('| sans accord : « le 10 mars » ou « le 12 avril » | date fausse |')
    expect(printed).toContain('| 20 décembre 2026 | note |  | mention retirée à la demande de la personne |')
    expect(printed).toContain('demande que soit noté : le 12 avril')
  })
  test('a table without any wording keeps its three columns, and records of before have none', () => {
    const { after: _read, before: _stood, ...former } = recordOf(after).corrections[0]!
    expect(printMarkdown(minutesTree({ ...recordOf(after), corrections: [former] }))).toContain('| Date | Endroit | Motif |')
  })
})
