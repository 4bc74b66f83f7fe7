import { redactionMarks, sealedSeed, type Board } from '@clairiere/ritual'
import { describe, expect, test } from 'vitest'
import { minutesRecord, minutesTree, printDokuWiki, printJson, printMarkdown, printMediaWiki, type MinutesRecord } from '../src/index.ts'
import { namesOf } from '../src/gather/names.ts'
import { fixtureBoard } from './fixture-board.ts'
import { at } from './fixture-clock.ts'
import { fixtureWords } from './fixture-words.ts'
import { expectedMinutes, fixtureRecord } from './fixture.ts'

const now = at('12:00', '2026-12-12')
const recordOf = (board: Board): MinutesRecord => minutesRecord(board, fixtureWords(), { now })
const markdownOf = (board: Board) => printMarkdown(minutesTree(recordOf(board)))
const live = (board: Board): Board => {
  const { closedAt: _closed, sealedAt: _sealed, reviewUntil: _until, ...meeting } = board.meeting
  return { ...board, meeting: { ...meeting, status: 'live', minutesVersion: 0 } }
}
const withRecord = (change: Partial<Board['record']>, board = fixtureBoard()): Board => ({
  ...board,
  record: { ...board.record, ...change },
})
const withPrivacy = (change: Partial<Board['meeting']['privacy']>, board = fixtureBoard()): Board => ({
  ...board,
  meeting: { ...board.meeting, privacy: { ...board.meeting.privacy, ...change } },
})

describe('[AC-25] the board of 3 December', () => {
  test('gives the record of the fixture, and so the expected files', () => {
    const record = recordOf(fixtureBoard())
    expect(printJson(record)).toBe(printJson(fixtureRecord()))
    expect(printMarkdown(minutesTree(record))).toBe(expectedMinutes('compte-rendu.md'))
    expect(printDokuWiki(minutesTree(record))).toBe(expectedMinutes('compte-rendu.dokuwiki.txt'))
    expect(printMediaWiki(minutesTree(record))).toBe(expectedMinutes('compte-rendu.mediawiki.txt'))
  })
})

describe('[AC-24] drafts say so in their first line', () => {
  test('live', () => {
    const printed = printMarkdown(minutesTree(minutesRecord(live(fixtureBoard()), fixtureWords(), { now: at('19:00') })))
    expect(printed.split('\n')[0]).toBe('PROJET – réunion en cours')
    expect(printed).toContain('| Date | jeudi 3 décembre 2026, à partir de 18 h 00 |')
  })
  test('in review', () => {
    const board = fixtureBoard()
    const { sealedAt: _sealed, ...meeting } = board.meeting
    expect(markdownOf({ ...board, meeting: { ...meeting, status: 'review', minutesVersion: 0 } }).split('\n')[0]).toBe(
      'PROJET – en relecture jusqu’au 10 décembre 2026',
    )
  })
})

describe('[§2.9 Presence]', () => {
  const presentLike = (personId: string, spans: Board['record']['presence'][string]) =>
    recordOf(withRecord({ presence: { ...fixtureBoard().record.presence, [personId]: spans } })).presence
  const rowOf = (personId: string, spans: Board['record']['presence'][string], name: string) =>
    presentLike(personId, spans).people.find((person) => person.name === name)

  test('[AC-06] whole minutes of presence, 20 h 39 in all', () => {
    expect(recordOf(fixtureBoard()).presence.givenMinutes).toBe(1239)
  })
  test('is clipped to the meeting', () => {
    expect(rowOf('awa', [{ joinedAt: at('17:50'), leftAt: at('20:00') }], 'Awa Ferrand')).toEqual({
      name: 'Awa Ferrand',
      voices: [{ organisation: 'Association TERA', quality: 'mandatée' }],
      observer: false,
      remote: false,
      away: [],
    })
  })
  test('says arrival, absence and departure', () => {
    expect(
      rowOf(
        'awa',
        [
          { joinedAt: at('18:10'), leftAt: at('18:30') },
          { joinedAt: at('18:40'), leftAt: at('19:05') },
        ],
        'Awa Ferrand',
      ),
    ).toMatchObject({
      arrived: '18:10',
      away: [{ from: '18:30', to: '18:40' }],
      left: '19:05',
    })
  })
  test('whoever came only after the end was not there', () => {
    expect(presentLike('awa', [{ joinedAt: at('10:00', '2026-12-04') }])).toMatchObject({ count: 13, structures: { present: 5, of: 6 } })
  })
  test('[contract § Acts] presence of one away at the close ends at their last sign', () => {
    const board = withRecord({
      presence: { ...fixtureBoard().record.presence, awa: [{ joinedAt: at('18:00') }] },
      awaySince: { awa: at('19:00') },
    })
    expect(recordOf(board).presence.people.find((person) => person.name === 'Awa Ferrand')?.left).toBe('19:00')
  })
})

describe('[§2.9 Roles]', () => {
  const facilitation = (...spans: readonly (readonly [string, string, string, 'holder' | 'backup'])[]) => {
    const board = fixtureBoard()
    const others = board.record.roleSpans.filter((span) => span.role !== 'facilitator')
    const made = spans.map(([personId, from, to, rank]) => ({ role: 'facilitator' as const, rank, personId, from: at(from), to: at(to) }))
    return markdownOf(withRecord({ roleSpans: [...made, ...others] }, board))
      .split('\n')
      .find((line) => line.startsWith('- Facilitation'))
  }
  test('[V1] given and handed back is one entry with its times; a relay who held the role is not repeated', () => {
    expect(
      facilitation(
        ['awa', '18:00', '18:53', 'holder'],
        ['farid', '18:00', '18:53', 'backup'],
        ['farid', '18:53', '18:59', 'holder'],
        ['awa', '18:53', '18:59', 'backup'],
        ['awa', '18:59', '19:30', 'holder'],
        ['farid', '18:59', '19:30', 'backup'],
      ),
    ).toBe('- Facilitation : Awa Ferrand, Farid Benhaddou (18 h 53 – 18 h 59)')
  })
  test('a hand-over for one item names the item', () => {
    expect(
      facilitation(['awa', '18:00', '18:50', 'holder'], ['farid', '18:50', '19:12', 'holder'], ['awa', '19:12', '19:30', 'holder']),
    ).toBe('- Facilitation : Awa Ferrand (Farid Benhaddou pendant le point 4)')
  })
  test('several mood-watchers at once took over from nobody', () => {
    const board = fixtureBoard()
    const second = { role: 'moodWatcher' as const, rank: 'holder' as const, personId: 'farid', from: at('18:00'), to: at('19:30') }
    expect(markdownOf(withRecord({ roleSpans: [...board.record.roleSpans, second] }, board))).toContain(
      '- Guet d’ambiance : Gwenola Le Bihan, Farid Benhaddou\n',
    )
  })
})

describe('[§2.5-17] weather', () => {
  const weatherOf = (count: number) => {
    const board = fixtureBoard()
    return recordOf({
      ...board,
      weather: Object.fromEntries(
        Object.entries(board.weather)
          .filter(([, entry]) => !entry.passed)
          .slice(0, count),
      ),
    }).weather
  }
  test('under five is only held', () => {
    expect(weatherOf(4)).toEqual({ is: 'held' })
  })
  test('under ten in three bands', () => {
    expect(weatherOf(9)).toEqual({ is: 'banded', total: 9, clear: 6, variable: 2, heavy: 1 })
  })
  test('[V2] from ten by value, recounted after a withdrawal', () => {
    const board = fixtureBoard()
    const { dario: _withdrawn, ...weather } = board.weather
    expect(markdownOf({ ...board, weather })).toContain(
      '12 météos exprimées : ☀️ soleil 4 · 🌤️ éclaircies 4 · ☁️ nuages 2 · 🌬️ vent 1 · 🌫️ brouillard 1.\n',
    )
  })
  test('[V6] held when the circle said so', () => {
    const printed = markdownOf(withPrivacy({ weather: 'held' }))
    expect(printed).toContain('## Tour météo\n\nTour météo tenu.\n\n## Suivi')
  })
  test('skipped leaves a trace, nothing given leaves none', () => {
    expect(recordOf(withRecord({ weatherSkipped: true }, { ...fixtureBoard(), weather: {} })).weather).toEqual({ is: 'skipped' })
    expect(recordOf({ ...fixtureBoard(), weather: {} }).weather).toBeUndefined()
  })
  test('the counts that sealing left say the same as the values did', () => {
    const counted = withRecord(
      { weatherCounts: { given: 13, passed: 1, byValue: { sun: 4, clearing: 4, clouds: 2, wind: 1, fog: 1, storm: 1 } } },
      { ...fixtureBoard(), weather: {} },
    )
    expect(recordOf(counted).weather).toEqual(recordOf(fixtureBoard()).weather)
  })
})

describe('[§2.7] what the circle keeps to itself', () => {
  test('signals may leave no trace', () => {
    expect(recordOf(withPrivacy({ signals: 'none' })).mood).toBeUndefined()
  })
  test('first names only, structures only', () => {
    const first = markdownOf(withPrivacy({ names: 'first-names' }))
    expect(first).toContain('| Awa | Association TERA (mandatée) | présence entière |')
    const structures = markdownOf(withPrivacy({ names: 'structures' }))
    for (const { name } of Object.values(fixtureBoard().people)) {
      expect(first).not.toContain(name)
      expect(structures).not.toContain(name)
    }
    expect(structures).toContain('| SCI Le Tilleul | 2 |')
    expect(structures).toContain('porté par commission Accueil-Intégration · ')
  })
  test('an initial is a whole character, also one beyond sixteen bits', () => {
    const board = fixtureBoard()
    const [one, two] = Object.values(board.people)
    if (!one || !two) throw new Error('nobody')
    const people = { ...board.people, [one.id]: { ...one, name: 'Awa 🌻' }, [two.id]: { ...two, name: 'Awa Ferrand' } }
    expect(namesOf(withPrivacy({ names: 'first-names' }, { ...board, people })).person(one.id)).toBe('Awa 🌻.')
  })
  test('closing words and numbers by level', () => {
    expect(recordOf(withPrivacy({ closing: 'roti-only' })).closing.words).toEqual([])
    expect(recordOf(withPrivacy({ closing: 'none' })).closing).toEqual({ improvements: [], words: [] })
  })
  test('the other voice is not told of an author who is not named', () => {
    const board = fixtureBoard()
    const decision = board.decisions['d']!
    const concerns = decision.concerns.map(({ personId: _hidden, ...concern }) => ({ ...concern, attribution: 'voice-only' as const }))
    const printed = markdownOf({ ...board, decisions: { d: { ...decision, concerns } } })
    expect(printed).toContain('**Réserve de SCI Le Tilleul :** la gratuité peut laisser la SCI seule face au chauffage.\n')
  })
})

test('[architecture § Forgetting] what the sealing leaves gives the same minutes', () => {
  expect(recordOf(sealedSeed(fixtureBoard()))).toEqual(recordOf(fixtureBoard()))
})

test('[V8] words taken out name nobody, and the new version says that something was', () => {
  const board = fixtureBoard()
  const correction = {
    id: 'x',
    version: 2,
    at: at('10:00', '2026-12-20'),
    by: 'maiwenn',
    before: '',
    after: '',
    reason: '',
    acceptedBy: [],
    status: 'accepted' as const,
  }
  const redacted: Board = {
    ...board,
    meeting: { ...board.meeting, minutesVersion: 2 },
    closing: {
      ...board.closing,
      words: board.closing.words.map((words) => (words.personId === 'maiwenn' ? { ...words, text: redactionMarks.fr } : words)),
    },
    corrections: { x: { ...correction, place: 'closing-words', kind: 'redaction' } },
  }
  const printed = markdownOf(redacted)
  expect(printed).toContain('- une personne : « \\[mention retirée à la demande de la personne] »\n')
  expect(printed).not.toContain('Maïwenn Sarrazin :')
  expect(printed).toContain('| 20 décembre 2026 | tour de clôture | mention retirée à la demande de la personne |')
})

test('[§2.9 Glossary] only words that stand whole in the printed text', () => {
  expect(recordOf(fixtureBoard()).glossary.map(({ word }) => word)).toEqual(['GT', 'QRT', 'ROTI', 'SCI', 'SCIC'])
})

test('[V7] a suspended decision keeps its text, a postponed item says so', () => {
  const board = fixtureBoard()
  const { ref: _ref, ...decision } = board.decisions['d']!
  const suspended: Board = {
    ...board,
    decisions: { d: { ...decision, status: 'suspended', versions: decision.versions.slice(0, 2), rounds: [] } },
    items: { ...board.items, '4': { ...board.items['4']!, status: 'postponed' } },
  }
  const printed = markdownOf(suspended)
  expect(printed).toContain('Reporté (boîte à futurs).\n\n**Proposition suspendue (version 2)**\n\n> Du 1er janvier')
  expect(printed).not.toContain('## Décisions')
})
