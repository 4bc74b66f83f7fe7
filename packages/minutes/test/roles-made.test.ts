import type { Board, Decision, Reaction } from '@clairiere/ritual'
import { describe, expect, test } from 'vitest'
import { minutesRecord, minutesTree, printMarkdown } from '../src/index.ts'
import { fixtureBoard } from './fixture-board.ts'
import { at } from './fixture-clock.ts'
import { fixtureWords } from './fixture-words.ts'

const now = at('12:00', '2026-12-12')

/** The fixture's decision with something else in it, printed. */
const printed = (change: Partial<Decision>, locale: Board['meeting']['locale'] = 'fr', reaction?: Omit<Reaction, 'decisionId'>): string => {
  const board = fixtureBoard()
  const [id, decision] = Object.entries(board.decisions)[0] ?? []
  if (id === undefined || !decision) throw new Error('the fixture has a decision')
  const changed = {
    ...board,
    meeting: { ...board.meeting, locale },
    decisions: { ...board.decisions, [id]: { ...decision, ...change } },
    reactions: { ...board.reactions, ...(reaction && { [reaction.id]: { ...reaction, decisionId: id } }) },
  }
  return printMarkdown(minutesTree(minutesRecord(changed, fixtureWords(), { now })))
}
const card = { name: 'Référent·e des clés', limits: 'Pas de travaux', until: '2027-12-03', holder: 'dario', accepted: true }

describe('[§2.4.6] an election in the minutes', () => {
  test('the role card and the outcome, and nothing that counts or weighs', () => {
    const minutes = printed({ process: 'election', card })
    expect(minutes).toContain('**Dario Menetti, par élection sans candidat·e : Référent·e des clés – ECO-2026-013**')
    expect(minutes).toContain('**Limites :** Pas de travaux.')
    expect(minutes).toContain('**Durée :** jusqu’au 3 décembre 2027.')
    for (const told of ['Dernier tour', 'Objection d', 'Réserve d', 'personnes consultées', 'Bonifications'])
      expect(minutes, told).not.toContain(told)
  })
  test('nor the objection that came late, by the reaction it opened; who reacts afterwards says so themselves', () => {
    const said = {
      type: 'objection',
      text: 'Il est déjà chargé.',
      at: now,
      attribution: 'name-and-voice',
      personId: 'hugo',
      voice: null,
    } as const
    const late = { ...said, id: 'o.r', objectionId: 'o' }
    expect(printed({ process: 'election', card }, 'fr', late)).not.toContain('déjà chargé')
    expect(printed({}, 'fr', late)).toContain('déjà chargé')
    expect(printed({ process: 'election', card }, 'fr', { ...said, id: 'r' })).toContain('déjà chargé')
  })
  test('[§2.5-4] whoever was proposed and did not accept is not named', () => {
    expect(printed({ process: 'election', status: 'withdrawn', card: { ...card, accepted: false } })).not.toContain('Tenu par')
  })
  test('in English', () => {
    expect(printed({ process: 'election', card }, 'en')).toContain(
      '**Dario Menetti, by election without candidates: Référent·e des clés – ECO-2026-013**',
    )
  })
})

test('[C9] a decision that makes a role keeps its course, and prints the card', () => {
  const minutes = printed({ card: { ...card, mission: 'Ouvrir la salle' } })
  expect(minutes).toContain('**Mission :** Ouvrir la salle.')
  expect(minutes).toContain('**Tenu par :** Dario Menetti.')
  expect(minutes).toContain('Dernier tour')
})

test('[D16, D19] an agreement party by party, and each commitment with its voice', () => {
  const minutes = printed({
    agreement: { until: '2027-12-31', parties: [{ org: 'org:sci', expects: 'un loyer', gives: 'le local' }] },
    commitments: [{ id: 'c1', personId: 'dario', voice: 'org:qrt', text: 'Ouvrir le lundi' }],
  })
  expect(minutes).toContain('**Accord de coopération :** jusqu’au 31 décembre 2027.')
  expect(minutes).toContain('attend : un loyer. Apporte : le local.')
  expect(minutes).toMatch(/\*\*Engagement de Dario Menetti \(.+\) :\*\* Ouvrir le lundi\./)
})
