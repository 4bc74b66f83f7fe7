import type { Board } from '@clairiere/ritual'
import { expect, test } from 'vitest'
import { givenTimeCsv, minutesRecord, minutesTree, previousOfRecord, printMarkdown } from '../src/index.ts'
import { fixtureBoard } from './fixture-board.ts'
import { at } from './fixture-clock.ts'
import { fixtureWords } from './fixture-words.ts'

const now = at('12:00', '2026-12-12')
const markdownOf = (board: Board) => printMarkdown(minutesTree(minutesRecord(board, fixtureWords(), { now })))

test('[G5] a decision whose day had come stands in the follow-up with what the group said; one still to come does not', () => {
  const board = fixtureBoard()
  const told = { responsible: 'org:coop', ref: 'ECO-2026-002', title: 'Mutualiser le fourgon', reviewOn: '2026-12-01' }
  const later = { ...told, id: 'later', ref: 'ECO-2026-001', reviewOn: '2026-12-04' }
  const kept = { ...told, id: 'kept', helped: 'les permanences', hindered: '', verdict: 'keep' as const, nextOn: '2027-06-03' }
  const printed = markdownOf({ ...board, reviews: { kept, later } })
  expect(printed).toContain('| ECO-2026-002 | Mutualiser le fourgon | gardée, à revoir le 3 juin 2027 ; ce qui a aidé : les permanences |')
  expect(printed).not.toContain('ECO-2026-001')
  const { verdict: _verdict, nextOn: _next, helped: _helped, ...bare } = kept
  expect(markdownOf({ ...board, reviews: { kept: bare } })).toContain('| ECO-2026-002 | Mutualiser le fourgon | pas encore revue |')
})

test('[§4.10] a version after a reopening says why, in the words of both who turned a key', () => {
  const board = fixtureBoard()
  expect(markdownOf(board)).not.toContain('Réouverture')
  const reopened = { at: at('10:00', '2026-12-11'), reasons: ['Un chiffre faux', 'Un nom mal écrit'] }
  expect(markdownOf({ ...board, meeting: { ...board.meeting, reopened } })).toContain(
    '| Réouverture | Un chiffre faux ; Un nom mal écrit |',
  )
})

test('[A5] a named note says what it was in the exchange; a plain one does not', () => {
  const board = fixtureBoard()
  const item = Object.values(board.items).find(({ format }) => format === 'free')!
  const note = { itemId: item.id, channel: 'chat' as const, attribution: 'name-and-voice' as const, hidden: false, at: at('18:40') }
  const [maiwenn] = Object.values(board.people).filter(({ name }) => name.startsWith('Maïwenn'))
  const printed = markdownOf({
    ...board,
    notes: {
      a: { ...note, id: 'a', type: 'question', text: 'Qui garde les clés ?', personId: maiwenn!.id },
      b: { ...note, id: 'b', type: 'answer', text: 'Inès.', attribution: 'unnamed' },
      c: { ...note, id: 'c', type: 'note', text: 'Bon à savoir.', personId: maiwenn!.id },
    },
  })
  expect(printed).toContain('Maïwenn, via le chat, question : Qui garde les clés ?')
  expect(printed).toContain('Réponse : Inès.')
  expect(printed).toContain('Maïwenn, via le chat : Bon à savoir.')
})

test('[E2] a voice that has to be confirmed says so, with its day, and so does what it commits to', () => {
  const board = fixtureBoard()
  const dario = Object.values(board.people).find(({ name }) => name.startsWith('Dario'))!
  const voices = dario.voices.map((voice) => ({ ...voice, mandate: 'ad-referendum' as const, confirmBy: '2026-12-20' }))
  const decision = Object.values(board.decisions)[0]!
  const commitment = { id: 'k', personId: dario.id, voice: voices[0]!.org, text: 'tenir le calendrier', toConfirm: true as const }
  const printed = markdownOf({
    ...board,
    people: { ...board.people, [dario.id]: { ...dario, voices } },
    decisions: { [decision.id]: { ...decision, commitments: [commitment] } },
  })
  expect(printed).toContain('engagement à confirmer avant le 20 décembre 2026)')
  expect(printed).toContain('tenir le calendrier (engagement à confirmer)')
})

test('[C4] the time given leaves by structure, nobody named; the last line is the 20 h 39 of the minutes', () => {
  const lines = givenTimeCsv(fixtureBoard(), { now }).replace('\uFEFF', '').trimEnd().split('\r\n')
  expect(lines[0]).toBe('Au nom de;Personnes;Minutes données')
  expect(lines.at(-1)).toBe('Ensemble (chaque personne une fois);14;1239')
  expect(lines.find((line) => line.startsWith('SCI Le Tilleul;'))).toMatch(/^SCI Le Tilleul;[1-9]\d*;[1-9]\d+$/)
  expect(lines.join()).not.toContain('Ferrand')
})

test('[D11] an action that spends prints its decision and whether that waits, in its own meeting and in the follow-up of the next', () => {
  const board = fixtureBoard()
  const decision = Object.values(board.decisions)[0]!
  const plain = { takers: [], helpers: [], forOrg: null, status: 'open-without-taker' as const }
  const here = { ...plain, id: 'here', ref: 'A-090', title: 'Payer le bois', decisionId: decision.id, spends: true as const }
  const former = {
    ...plain,
    id: 'former',
    ref: 'A-020',
    title: 'Payer la chaudière',
    decisionRef: 'ECO-2026-003',
    carriedOver: { who: [], seen: true, helpAsked: false },
  }
  const bare = { ...former, id: 'bare', ref: 'A-019', title: 'Ranger le bois' }
  const printed = markdownOf({ ...board, actions: { here, former: { ...former, spends: true }, bare } })
  expect(printed).toContain(`Payer le bois (${decision.ref!}, dépense, en attente d’enregistrement)`)
  expect(printed).toContain('Payer la chaudière (ECO-2026-003, dépense)')
  expect(printed).toContain('Ranger le bois (ECO-2026-003)')
})

test('[C6] [C7] an action of a former meeting prints whom it was proposed to and who helps, and hands both on from the minutes alone', () => {
  const board = fixtureBoard()
  const [ada, ben] = Object.values(board.people)
  const former = {
    id: 'former',
    ref: 'A-020',
    title: 'Payer la chaudière',
    takers: [{ personId: ben!.id, accepted: false }],
    absent: ['Zoé Martin'],
    helpers: [ada!.id],
    forOrg: null,
    status: 'proposed' as const,
    carriedOver: { who: [], helpers: ['Malo Riou'], seen: true, helpAsked: false },
  }
  const { carriedOver: _before, ...here } = { ...former, id: 'here', ref: 'A-090' }
  const asked = [ben!.name, 'Zoé Martin']
  const told = { ...board, actions: { former, here } }
  expect(markdownOf(told)).toContain(`proposée à ${asked.join(' et ')} (avec l’aide de Malo Riou et ${ada!.name})`)
  const previous = previousOfRecord(minutesRecord(told, fixtureWords(), { now }), Object.values(board.organisations))
  expect(previous.ok && previous.value.actions).toMatchObject([
    { ref: 'A-020', who: [], proposedTo: asked, helpers: ['Malo Riou', ada!.name] },
    { ref: 'A-090', who: [], proposedTo: asked, helpers: [ada!.name] },
  ])
})

test('[A16] a decision that the meeting itself decided formally says so, and says it no more once its structure registered it', () => {
  const board = fixtureBoard()
  const decision = Object.values(board.decisions)[0]!
  const decided = { ...board, decisions: { ...board.decisions, [decision.id]: { ...decision, legalEffect: 'in-force' as const } } }
  const says = 'Décidée par la réunion, en vigueur dès l’adoption.'
  expect(markdownOf(decided)).toContain(says)
  expect(markdownOf(board)).not.toContain(says)
  const circuits = Object.values(board.transmissions).map((circuit) =>
    circuit.decisionId === decision.id && circuit.kind === 'register'
      ? { ...circuit, status: 'registered' as const, registered: { date: '2026-12-05', structureRef: 'CA-37', links: [] } }
      : circuit,
  )
  expect(markdownOf({ ...decided, transmissions: Object.fromEntries(circuits.map((circuit) => [circuit.id, circuit])) })).not.toContain(
    says,
  )
})

test('[D10] an express consent is said to be looked at by the next meeting first, in its point and in the table', () => {
  const board = fixtureBoard()
  const [adopted] = Object.values(board.decisions).filter(({ status }) => status === 'adopted')
  const day = '3 juin 2027'
  expect(markdownOf(board)).not.toContain('à la prochaine réunion')
  const express = { ...adopted!, process: 'consent-express' as const, reviewOn: '2027-06-03' }
  const printed = markdownOf({ ...board, decisions: { ...board.decisions, [express.id]: express } })
  expect(printed).toContain(`**Révision :** à la prochaine réunion, puis ${day}`)
  expect(printed).toContain(`| à la prochaine réunion, puis ${day} |`)
})
