import { previousOf } from '../previous.ts'
import { expect, test } from 'vitest'
import type { ActInput } from '../acts.ts'
import { circle, type Circle } from '../circle.ts'

const table = (): Circle & { item: string } => {
  const c = circle('ada', 'ben', 'cleo', 'dan', 'eli')
  c.did('dan', { type: 'set-voices', voices: [{ org: 'org:coop', quality: 'mandaté' }] })
  const item = c.did('cleo', {
    type: 'propose-item',
    kind: 'feedback',
    title: 'Le 14 novembre',
    expectation: 'Être entendu·es',
    towards: 'org:coop',
  })
  c.did('ada', { type: 'list-item', itemId: item })
  c.did('ada', { type: 'open-item', itemId: item })
  return Object.assign(c, { item })
}
const state = (c: { item: string }, fields: Partial<Extract<ActInput, { type: 'state-feedback' }>>): ActInput => ({
  type: 'state-feedback',
  itemId: c.item,
  ...fields,
})
const answer = (c: { item: string }): ActInput => ({ type: 'answer-feedback', itemId: c.item, text: 'Un contrôle nous fut imposé.' })

test('[A7] fields are said together or one by one; answered once observation and request are there', () => {
  const c = table()
  expect(c.refusal('cleo', state(c, {}))).toBe('incomplete')
  expect(c.refusal('dan', state(c, { observation: 'fermée' }))).toBe('not-permitted')
  c.did('cleo', state(c, { observation: 'la salle était fermée' }))
  expect(c.refusal('dan', answer(c))).toBe('incomplete')
  c.did('cleo', state(c, { request: 'être prévenu·es', effect: 'deux familles parties' }))
  expect(c.board.feedbacks[c.item]).toMatchObject({
    observation: 'la salle était fermée',
    request: 'être prévenu·es',
    need: '',
    status: 'expressed',
  })
  c.did('dan', answer(c))
  expect(c.board.feedbacks[c.item]).toMatchObject({ status: 'answered', answer: { personId: 'dan', voice: 'org:coop' } })
  expect(c.refusal('cleo', state(c, { observation: 'autre chose' }))).toBe('text-locked')
})

test('[§2.6] answered by who speaks for the target, or its contact, and by nobody else', () => {
  const c = table()
  c.did('cleo', state(c, { observation: 'fermée', request: 'prévenir' }))
  expect(c.refusal('eli', answer(c))).toBe('not-the-target')
  expect(c.receives('org:sci', answer(c))).toMatchObject({ refused: 'not-the-target' })
  expect(c.receives('org:coop', answer(c)).ok).toBe(true)
  expect(c.board.feedbacks[c.item]?.answer).not.toHaveProperty('personId')
})

test('[AC-08] closed with an answer, or dated without one; then something is learnt', () => {
  const c = table()
  c.did('cleo', state(c, { observation: 'fermée', request: 'prévenir' }))
  const learn: ActInput = { type: 'learn-from-feedback', itemId: c.item, text: 'personne n’avait la charge de prévenir' }
  expect(c.refusal('cleo', { type: 'close-feedback', itemId: c.item })).toBe('answer-missing')
  expect(c.refusal('eli', learn)).toBe('answer-missing')
  expect(c.refusal('ada', { type: 'close-item', itemId: c.item })).toBe('answer-missing')
  c.did('cleo', { type: 'close-feedback', itemId: c.item, noAnswerOn: '2026-12-03' })
  expect(c.board.feedbacks[c.item]).toMatchObject({ status: 'no-answer', noAnswerOn: '2026-12-03' })
  c.did('eli', learn)
  expect(c.board.feedbacks[c.item]).toMatchObject({ status: 'learned', learning: 'personne n’avait la charge de prévenir' })
  c.did('dan', answer(c))
  expect(c.board.feedbacks[c.item]).toMatchObject({ status: 'learned', answer: { personId: 'dan' } })
  expect(c.board.feedbacks[c.item]).not.toHaveProperty('noAnswerOn')
})

test('[A7] without an answer it stays open: the next meeting has it on its agenda, as it was said, until it is answered', () => {
  const c = table()
  c.did('cleo', state(c, { observation: 'fermée', request: 'prévenir' }))
  c.did('cleo', { type: 'close-feedback', itemId: c.item, noAnswerOn: '2026-12-03' })
  c.did('ada', { type: 'close-item', itemId: c.item })
  expect(previousOf(c.board).items).toMatchObject([
    {
      title: c.board.items[c.item]?.title,
      kind: 'feedback',
      towards: 'org:coop',
      kept: { text: expect.stringContaining('prévenir') as string },
    },
  ])
  c.did('dan', answer(c))
  expect(previousOf(c.board).items).toEqual([])
})

test('[A8] notes of sovereignty accumulate on the organisation’s card', () => {
  const c = table()
  c.did('dan', { type: 'set-sovereignty', org: 'org:coop', text: 'l’ouverture', itemId: c.item })
  c.did('eli', { type: 'set-sovereignty', org: 'org:coop', text: 'l’épicerie' })
  expect(c.board.organisations['org:coop']?.sovereignty.map(({ text }) => text)).toEqual(['l’ouverture', 'l’épicerie'])
  expect(c.refusal('eli', { type: 'set-sovereignty', org: 'org:nowhere', text: 'rien' })).toBe('no-such-thing')
})
