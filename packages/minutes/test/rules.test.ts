import { describe, expect, test } from 'vitest'
import { minutesTree, pageNames, printJson, printMarkdown, readJson, type MinutesRecord } from '../src/index.ts'
import { halfUpTenth } from '../src/tree/closing.ts'
import { stopped } from '../src/tree/voices.ts'
import { englishCalendar, frenchCalendar } from '../src/sentences/calendar.ts'
import { fixtureRecord } from './fixture.ts'

const printed = (change: Partial<MinutesRecord>) => printMarkdown(minutesTree({ ...fixtureRecord(), ...change }))
const firstItem = (change: Partial<MinutesRecord['items'][number]>): MinutesRecord['items'] => {
  const { broadcast: _broadcast, ...item } = fixtureRecord().items[0]!
  return [{ ...item, ...change }]
}
const oneDecision = (change: Partial<MinutesRecord['items'][number]['decisions'][number]>) =>
  printed({ items: firstItem({ decisions: [{ ...fixtureRecord().items[3]!.decisions[0]!, ...change }] }) })

describe('[§2.9 Landmarks] dates and hours', () => {
  test('« 1er », two-digit hours, the time given', () => {
    expect(frenchCalendar.weekday('2027-01-01')).toBe('vendredi 1er janvier 2027')
    expect(frenchCalendar.hour('09:05')).toBe('09 h 05')
    expect(frenchCalendar.duration(45)).toBe('0 h 45')
    expect(englishCalendar.weekday('2027-01-01')).toBe('Friday 1 January 2027')
  })
  test.each([
    ['2026-12-03', '2026-12-10', '2026-12-11', 'du 3 au 10 décembre'],
    ['2026-11-28', '2026-12-05', '2026-12-11', 'du 28 novembre au 5 décembre'],
    ['2026-12-28', '2027-01-04', '2027-01-05', 'du 28 décembre 2026 au 4 janvier 2027'],
    ['2026-12-24', '2026-12-31', '2027-01-02', 'du 24 au 31 décembre 2026'],
    ['2026-12-01', '2026-12-01', '2026-12-01', 'du 1er décembre'],
  ])('review from %s to %s, sealed on %s: « %s »', (from, until, sealed, expected) => {
    expect(frenchCalendar.span(from, until, sealed)).toBe(expected)
  })
})

describe('[§2.9 Closing] ROTI', () => {
  test.each([
    [52, 13, '4.0'],
    [79, 20, '4.0'],
    [23, 6, '3.8'],
    [31, 8, '3.9'],
  ])('%i points over %i answers: %s, half-up', (points, answers, mean) => {
    expect(halfUpTenth(points, answers)).toBe(mean)
  })
  test('no line without counts', () => {
    expect(printed({ closing: { improvements: [], words: [] } })).not.toContain('Tour de clôture')
    expect(printed({ closing: { skipped: true, improvements: [], words: [] } })).toContain('Tour de clôture non tenu (choix du groupe).')
  })
})

describe('[§2.9 Texts typed]', () => {
  test.each([
    ['sans point', 'sans point.'],
    ['avec point.', 'avec point.'],
    ['vraiment ?', 'vraiment ?'],
    ['à suivre…', 'à suivre…'],
    ['citation »', 'citation ».'],
    ['', ''],
  ])('%j becomes %j', (text, expected) => {
    expect(stopped(text)).toBe(expected)
  })
})

describe('[§2.9 Life of the meeting]', () => {
  const moodLine = (mood: Partial<NonNullable<MinutesRecord['mood']>>) =>
    printed({ mood: { signals: [], untreated: 0, carried: 0, responses: [], handedOver: 0, phrases: [], ...mood } })
      .split('\n')
      .filter((line) => /signa|Suites/.test(line))
  test('one is one', () => {
    expect(moodLine({ signals: [{ kind: 'joy', count: 1 }] })).toEqual([
      '- 1 signal d’ambiance : 1 joie ou gratitude. Il a été accueilli et traité pendant la réunion.',
    ])
  })
  test('some were carried', () => {
    const signals = [
      { kind: 'tension' as const, count: 2 },
      { kind: 'voice' as const, count: 2 },
    ]
    expect(moodLine({ signals, carried: 2, handedOver: 2, responses: [['heard', 'handed-over'], ['handed-over']] })).toEqual([
      '- 4 signaux d’ambiance : 2 tensions, 2 paroles déséquilibrées. 2 ont été repris plus tard.',
      '- Suites : entendu, on continue.',
      '- 2 signaux ont été confiés à l’écoute-médiation, avec l’accord des personnes concernées.',
    ])
  })
})

describe('[§2.9 Decision]', () => {
  test.each([
    [{ is: 'withdrawn' as const }, 'Proposition retirée (version 3)'],
    [{ is: 'postponed' as const }, 'Proposition reportée (version 3)'],
    [{ is: 'returned' as const, to: 'GT Constitution' }, 'Proposition renvoyée à GT Constitution (version 3)'],
    [{ is: 'suspended' as const }, 'Proposition suspendue (version 3)'],
  ])('not adopted: %j', (outcome, sentence) => {
    const text = oneDecision({ outcome })
    expect(text).toContain(`**${sentence}**\n\n> Du 1er janvier`)
    expect(text).toContain('- **Compétence formelle :** SCI Le Tilleul.\n')
  })
  test('not sent yet: « À transmettre. »', () => {
    const { transmission: _sent, ...decision } = fixtureRecord().items[3]!.decisions[0]!
    const text = printed({ items: firstItem({ decisions: [{ ...decision, copies: [] }] }) })
    expect(text).toContain('- **Compétence formelle :** SCI Le Tilleul. À transmettre.\n')
    expect(text).toContain('| SCI Le Tilleul | à transmettre | 30 juin 2027 |')
  })
  test('the fate of each objection', () => {
    const by = { as: 'voice' as const, voice: 'SCIC QRT' }
    const text = oneDecision({
      objections: [
        { by, text: 'a', outcome: { is: 'became-concern' } },
        { by, text: 'b', outcome: { is: 'withdrawn' } },
        { by: { as: 'unnamed' }, text: 'c', outcome: { is: 'not-lifted' } },
        { by, text: 'd', outcome: { is: 'not-lifted' }, late: { treatedOn: '2026-12-05' } },
      ],
    })
    expect(text).toContain('- **Objection de SCIC QRT :** a. Devenue une réserve.\n')
    expect(text).toContain('- **Objection de SCIC QRT :** b. Retirée par la personne qui l’a portée.\n')
    expect(text).toContain('- **Objection d’une personne :** c. Non levée.\n')
    expect(text).toContain(
      '- **Objection de SCIC QRT :** d. Une objection est arrivée après le tour ; elle est traitée le 5 décembre 2026.\n',
    )
  })
  test('« de » gives way before a vowel', () => {
    const text = oneDecision({ concerns: [{ by: { as: 'person', name: 'Élise' }, text: 'a', otherVoices: [] }] })
    expect(text).toContain('- **Réserve d’Élise :** a.\n')
  })
  test('stand-asides are counted, a roll-call only if the circle wanted one', () => {
    const lastRound = { counts: { 'no-objection': 1, aside: 1 }, observers: 0, rollCall: [{ name: 'Awa', position: 'aside' as const }] }
    const text = oneDecision({ lastRound })
    expect(text).toContain('- **Dernier tour :** 2 personnes consultées, 1 sans objection, 0 avec réserve, 0 objection, 1 en retrait.\n')
    expect(text).toContain('- **Appel nominal :** Awa, en retrait.\n')
  })
})

describe('[§2.9 Items]', () => {
  test('common notes come before « Suite », their headings demoted, then named notes', () => {
    const text = printed({
      items: firstItem({
        notes: [
          { type: 'heading', level: 2, content: [{ text: 'Titre' }] },
          { type: 'paragraph', content: [{ text: ' ' }] },
          { type: 'paragraph', content: [{ text: 'un ' }, { text: 'mot', marks: ['bold'] }] },
          { type: 'list', ordered: true, items: [[{ type: 'paragraph', content: [{ text: 'premier' }] }]] },
        ],
        namedNotes: [
          { by: 'Maïwenn', channel: 'written', text: [{ text: 'par écrit' }] },
          { by: 'Dario', channel: 'oral', text: [{ text: 'à voix haute' }] },
          { channel: 'chat', text: [{ text: 'sans nom' }] },
        ],
        next: 'rien',
      }),
    })
    expect(text).toContain(
      '**Notes**\n\n#### Titre\n\nun **mot**\n\n1. premier\n\n- Maïwenn, par écrit : par écrit\n- Dario : à voix haute\n- sans nom\n\n**Suite :** rien.\n',
    )
  })
  test('postponed and withdrawn', () => {
    expect(printed({ items: firstItem({ outcome: 'postponed' }) })).toContain('\n\nReporté (boîte à futurs).\n')
    expect(printed({ items: firstItem({ outcome: 'withdrawn' }) })).toContain('\n\nRetiré.\n')
  })
  test('a feedback without answer says when', () => {
    expect(
      printed({ items: firstItem({ kind: 'feedback', feedback: { observation: 'o', request: 'r', noAnswerOn: '2026-12-03' } }) }),
    ).toContain('- **Observation :** o.\n- **Demande :** r.\n- **Sans réponse au 3 décembre 2026.**\n')
  })
  test('each advice with what became of it, those awaited by date', () => {
    const by = { as: 'person' as const, name: 'Joris', voice: null }
    const advice = {
      question: 'q',
      decider: by,
      given: [{ by, as: 'free' as const, text: 'a|b', answer: { kept: 'partly' as const, why: 'w' } }],
      pending: [
        { from: 'GT A', as: 'impacted' as const },
        { from: 'GT B', as: 'impacted' as const, expectedBy: '2026-12-14' },
        { from: 'GT C', as: 'competent' as const, expectedBy: '2026-12-14' },
      ],
    }
    const text = printed({ items: firstItem({ advice }) })
    expect(text).toContain('| Joris (en son nom) | libre | a\\|b | retenu en partie : w |')
    expect(text).toContain(
      '**Avis sollicités, attendus le 14 décembre 2026 :** GT B (impact) ; GT C (compétence).\n\n**Avis sollicité, sans date :** GT A (impact).',
    )
  })
})

test('[§2.5-4] nobody is printed as taker before accepting', () => {
  const action = { ref: 'A-1', title: 't', who: [], proposedTo: ['Awa'], helpers: ['Joris'], state: 'proposed' as const }
  expect(printed({ actions: [action] })).toContain('| A-1 | t | proposée à Awa (avec l’aide de Joris) |  |  |  |')
  expect(printed({ actions: [{ ...action, proposedTo: [], helpers: [], state: 'open-without-taker' }] })).toContain(
    '| A-1 | t | sans porteur·euse |',
  )
})

test('[§2.9] a section without content is omitted', () => {
  const empty = printed({
    roles: [],
    items: [],
    actions: [],
    disagreements: [],
    learnings: [],
    resources: [],
    glossary: [],
    followUp: { transmissions: [], actions: [] },
  })
  expect(empty.match(/^## .*/gm)).toEqual([
    '## Présences et qualités',
    '## Tour météo',
    '## Vie de la réunion',
    '## Tour de clôture',
    '## Prochaine réunion',
    '## Réagir ou rectifier',
  ])
})

describe('[§2.9] English minutes have the same structure in careful English', () => {
  const english = printed({ locale: 'en' })
  const shape = (text: string) => text.split('\n').map((line) => /^(?:#+ |- |\| |> |\*\*|$)/.exec(line)?.[0] ?? 'text')
  test('line by line the same blocks', () => {
    expect(shape(english)).toEqual(shape(printed({})))
  })
  test('its own sentences', () => {
    expect(english).toContain('| Date | Thursday 3 December 2026, 18:00 – 19:30 (90 min) |')
    expect(english).toContain('version 1, sealed on Friday 11 December 2026 at 09:00, after a review from 3 to 10 December |')
    expect(english).toContain('- Timekeeping: Inès Portalier (Joris Delmas during item 2)\n')
    expect(english).toContain('13 people shared their weather: ☀️ sun 4 · 🌤️ clear spells 4')
    expect(english).toContain('- Worth of the time spent (ROTI): 13 answers, mean 4.0 out of 5 (5: 3 · 4: 7 · 3: 3).')
    expect(english).toContain('- 3 mood signals: 2 tensions, 1 moment of tiredness. All were welcomed and dealt with during the meeting.')
  })
  test('drafts and page names too', () => {
    expect(printed({ locale: 'en', stage: { is: 'live' } }).split('\n')[0]).toBe('DRAFT – meeting in progress')
    expect(pageNames({ ...fixtureRecord(), locale: 'en' })).toEqual({
      file: '2026-12-03-ecosystem-meeting',
      dokuwiki: 'meeting:ecosystem-20261203',
      mediawiki: 'Ecosystem meeting of 3 December 2026',
    })
  })
})

describe('[AC-30] reading a JSON export', () => {
  test('refuses what is none', () => {
    expect(readJson('{')).toMatchObject({ refused: 'malformed' })
    expect(readJson('{"format":"autre/1"}')).toMatchObject({ refused: 'malformed' })
    const { weather: _weather, ...record } = fixtureRecord()
    expect(
      readJson(JSON.stringify({ ...record, weather: { is: 'counted', total: 13, counts: {}, words: 'enfant malade' } })),
    ).toMatchObject({ ok: true })
    expect(readJson(JSON.stringify({ ...record, locale: 'de' }))).toMatchObject({ refused: 'malformed', detail: { field: 'locale' } })
  })
  test('[architecture, always 7] keeps nothing that the format does not know', () => {
    const smuggled = JSON.stringify({
      ...fixtureRecord(),
      whispers: ['Je me sens attaqué.'],
      weather: { is: 'held', words: 'enfant malade' },
    })
    const read = readJson(smuggled)
    expect(JSON.stringify(read)).not.toMatch(/whispers|enfant malade/)
  })
  test('the keys of a record made elsewhere come in our order', () => {
    const record = fixtureRecord()
    const turned = Object.fromEntries(Object.entries(record).toReversed()) as MinutesRecord
    expect(printJson(turned)).toBe(printJson(record))
  })
})
