import { circle, type Circle } from '@clairiere/ritual/circle'
import { expect, test } from 'vitest'
import { textAwaitedOf } from './awaited.ts'
import { actOf, nextStep } from './next-step.ts'

const step = (c: Circle) => nextStep(c.board)
/** Presses the one obvious button, as whoever leads would. */
const press = (c: Circle) => {
  const next = step(c)
  const act = next && actOf(next, '')
  if (!act) throw new Error(`nothing to press at ${next?.kind}`)
  c.did('ada', act)
  return next.kind
}

test('[I9] pressing the one button again and again holds a whole meeting', () => {
  const c = circle('ada', 'ben', 'cleo')
  const item = c.did('ben', { type: 'propose-item', kind: 'information', title: 'Dates', expectation: 'Savoir.' })
  c.did('ada', { type: 'list-item', itemId: item })
  const pressed: string[] = []
  for (let presses = 0; presses < 40; presses++) {
    const next = step(c)
    if (next === null || next.kind === 'close') break
    if (next.kind === 'close-item') {
      c.words[`note:${item}`] = 1
      c.did('ada', { type: 'close-item', itemId: item })
    } else pressed.push(press(c))
  }
  expect(pressed).toEqual([
    'phase',
    'start-round',
    'end-turn',
    'end-turn',
    'end-turn',
    'end-round',
    'phase',
    'phase',
    'open-item',
    'phase',
    'start-round',
    'end-turn',
    'end-turn',
    'end-turn',
    'end-round',
    'phase',
  ])
  expect(step(c)).toEqual({ kind: 'close' })
  c.did('ada', { type: 'close' })
  expect(step(c)).toBeNull()
})

test('a written round is ended when the group is ready, nobody is waited for', () => {
  const c = circle('ada', 'ben')
  press(c)
  const round = c.did('ada', { type: 'start-round', kind: 'weather', mode: 'simultaneous' })
  expect(step(c)).toEqual({ kind: 'end-round', roundId: round, heard: 0, of: 2, quiet: false })
})

test('a silence in which everyone writes on an item is ended as a silence, not as a round of turns', () => {
  const c = circle('ada', 'ben')
  c.did('ada', { type: 'set-phase', from: c.board.now.phase, to: 'agenda' })
  const item = c.did('ben', { type: 'propose-item', kind: 'contribution', title: 'Les rôles', expectation: 'Vos idées.' })
  c.did('ada', { type: 'list-item', itemId: item })
  press(c)
  const round = c.did('ada', { type: 'start-round', kind: 'free', mode: 'simultaneous', itemId: item })
  expect(step(c)).toEqual({ kind: 'end-round', roundId: round, heard: 0, of: 2, quiet: true })
})

test('a break is resumed first; an item paused too', () => {
  const c = circle('ada', 'ben')
  c.did('ada', { type: 'set-phase', from: c.board.now.phase, to: 'agenda' })
  const item = c.did('ben', { type: 'propose-item', kind: 'information', title: 'Dates', expectation: 'Savoir.' })
  c.did('ada', { type: 'list-item', itemId: item })
  c.did('ada', { type: 'open-item', itemId: item })
  c.did('ada', { type: 'pause' })
  expect(step(c)).toEqual({ kind: 'resume' })
  c.did('ada', { type: 'resume' })
  c.did('ada', { type: 'pause-item', itemId: item })
  expect(step(c)).toMatchObject({ kind: 'resume-item' })
})

test('[§2.4.6] a decision leads its own item until it has ended', () => {
  const c = circle('ada', 'ben', 'cleo')
  c.did('ada', { type: 'set-phase', from: c.board.now.phase, to: 'agenda' })
  const item = c.did('ben', { type: 'propose-item', kind: 'decision', title: 'Charte', expectation: 'Décider.' })
  c.did('ada', { type: 'list-item', itemId: item })
  c.did('ada', { type: 'open-item', itemId: item })
  expect(step(c)).toBeNull()
  const decision = c.did('ben', { type: 'propose', itemId: item, text: 'Essayons.', responsible: 'org:tera', reviewOn: '2027-06-30' })
  expect(step(c)).toBeNull()
  c.did('ben', { type: 'withdraw-proposal', decisionId: decision })
  expect(step(c)).toMatchObject({ kind: 'close-item' })
})

test('[I9] roles nobody has been asked for come before the weather; once somebody is asked, nobody waits for the answer', () => {
  const c = circle('ada', 'ben', 'cleo', 'dan', 'eve')
  expect(step(c)).toEqual({ kind: 'roles', missing: ['scribe'], to: 'weather' })
  c.did('ada', { type: 'offer-role', role: 'scribe', personId: 'cleo' })
  expect(step(c)).toMatchObject({ kind: 'phase', to: 'weather' })
  c.did('cleo', { type: 'decline-role', role: 'scribe' })
  expect(step(c)).toMatchObject({ kind: 'roles', missing: ['scribe'] })
})

test('[I2] parts left out are never led to; with weather, agenda and closing alone a meeting holds', () => {
  const c = circle('ada', 'ben', 'cleo', 'dan', 'eve')
  c.did('ada', { type: 'set-frame', frame: [], without: ['roles', 'follow-up'] })
  expect(step(c)).toMatchObject({ kind: 'phase', to: 'weather' })
  press(c)
  c.did('ada', { type: 'start-round', kind: 'weather', mode: 'simultaneous' })
  expect(press(c)).toBe('end-round')
  expect(step(c)).toMatchObject({ kind: 'phase', to: 'agenda' })
  press(c)
  c.did('ada', { type: 'set-frame', frame: [], without: ['closing'] })
  expect(step(c)).toMatchObject({ kind: 'phase', to: 'wrap-up' })
})

test('[B19] facilitation reads how many are not yet heard; whoever wants speaks when asked', () => {
  const c = circle('ada', 'ben', 'cleo')
  press(c)
  const round = c.did('ada', { type: 'start-round', kind: 'weather', mode: 'popcorn' })
  expect(step(c)).toEqual({ kind: 'pick-turn', roundId: round, left: 3 })
  c.did('ada', { type: 'start-turn', roundId: round, personId: 'ben' })
  expect(step(c)).toMatchObject({ kind: 'end-turn', personId: 'ben', left: 2 })
})

test('[§4.8] above twenty-five people the round offered is a written one', () => {
  const many = circle('ada', ...Array.from({ length: 25 }, (_, index) => `p${index}`))
  many.did('ada', { type: 'set-phase', from: 'welcome', to: 'weather' })
  expect(step(many)).toEqual({ kind: 'start-round', round: 'weather', mode: 'simultaneous' })
  const few = circle('ada', 'ben')
  few.did('ada', { type: 'set-phase', from: 'welcome', to: 'weather' })
  expect(step(few)).toMatchObject({ mode: 'circle' })
})

test('of an open decision the text is awaited from its carrier, until it is laid down', () => {
  const c = circle('ada', 'ben')
  c.did('ada', { type: 'set-phase', from: c.board.now.phase, to: 'agenda' })
  const item = c.did('ben', { type: 'propose-item', kind: 'decision', title: 'La charte', expectation: 'Consentir.' })
  c.did('ada', { type: 'list-item', itemId: item })
  expect(textAwaitedOf(c.board)).toEqual([])
  press(c)
  expect(step(c)).toBeNull()
  expect(textAwaitedOf(c.board)).toEqual(['ben'])
})
