import { Circle, circle } from '@clairiere/ritual/circle'
import { expect, test } from 'vitest'
import { fr } from './fr.ts'
import { criteriaRows } from './criteria-rows.ts'
import { actionRows, actionWaits, decisionRows, keep, waits, whoOf } from './rows.ts'

test('[D5] the register holds what this meeting and those it follows decided, and what still waits', () => {
  const c = circle('ada', 'ben')
  expect(decisionRows(c.board)).toEqual([])
  c.did('ada', { type: 'create-action', title: 'Balayer' })
  c.did('ada', { type: 'create-action', title: 'Chauffer', takers: ['ben'] })
  const rows = actionRows(c.board)
  expect(rows.map(({ title }) => title)).toEqual(['Balayer', 'Chauffer'])
  expect(keep(rows, 'done', actionWaits)).toEqual([])
  expect(keep(rows, 'waiting', actionWaits)).toHaveLength(2)
  const row = { id: 'x', ref: 'ECO-2026-011', title: 'Charte', to: 'org:tera', before: true } as const
  expect(waits({ ...row, status: 'registered' })).toBe(false)
  expect(waits({ ...row, status: 'sent' })).toBe(true)
})

test('[§2.5-4] nobody carries an action before accepting it; whom it was proposed to is told as such, and who helps', () => {
  const c = circle('ada', 'ben', 'cleo')
  c.did('ada', { type: 'create-action', title: 'Balayer' })
  const asked = c.did('ada', { type: 'create-action', title: 'Chauffer', takers: ['ben', 'cleo'] })
  const who = () => actionRows(c.board).map((action) => whoOf(c.board, action, fr))
  expect(who()).toEqual(['sans porteur·euse', 'proposée à ben, cleo'])
  c.did('ben', { type: 'accept-action', actionId: asked })
  c.did('ada', { type: 'help-action', actionId: asked })
  expect(who()).toEqual(['sans porteur·euse', 'ben (avec l’aide de ada)'])
})

test('[D13] a decision that stands keeps its line, with the day on which it comes back', () => {
  const c = new Circle({
    title: 'Réunion',
    previous: {
      reviews: [{ ref: 'ECO-2026-002', title: 'Mutualiser le fourgon', responsible: 'org:coop', reviewOn: '2027-03-01' }],
      transmissions: [{ ref: 'ECO-2026-003', title: 'Charte', to: 'org:sci', state: 'sent', reviewOn: '2027-04-01' }],
    },
  })
  expect(decisionRows(c.board)).toMatchObject([
    { ref: 'ECO-2026-002', to: 'org:coop', status: 'registered', reviewOn: '2027-03-01', before: true },
    { ref: 'ECO-2026-003', to: 'org:sci', status: 'sent', reviewOn: '2027-04-01' },
  ])
})

test('[G4] the criteria of decisions that stand, the next to be looked at first, with what was said of them', () => {
  const told = { title: 'Mutualiser le fourgon', responsible: 'org:coop', criteria: ['il sert chaque semaine'] }
  const c = new Circle({
    title: 'Réunion',
    previous: {
      reviews: [
        { ...told, ref: 'ECO-2026-002', reviewOn: '2027-03-01', said: { on: '2026-11-05', verdict: 'keep' } },
        { ...told, ref: 'ECO-2026-004', reviewOn: '2027-01-01' },
        { ...told, ref: 'ECO-2026-005', reviewOn: '2026-12-01', criteria: [] },
      ],
    },
  })
  expect(criteriaRows(c.board)).toEqual([
    { ref: 'ECO-2026-004', title: told.title, criteria: told.criteria, reviewOn: '2027-01-01' },
    { ref: 'ECO-2026-002', title: told.title, criteria: told.criteria, reviewOn: '2027-03-01', verdict: 'keep' },
  ])
})
