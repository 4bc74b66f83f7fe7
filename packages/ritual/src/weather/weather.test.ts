import { describe, expect, test } from 'vitest'
import { circle } from '../circle.ts'
import { countWeather } from './counts.ts'

describe('[§2.7] weather', () => {
  test('[§2.5-17] the value is a fact, words, need and energy are confidences', () => {
    const c = circle('ada', 'ben', 'cleo')
    c.did('cleo', { type: 'give-weather', value: 'storm', words: 'Nuit courte.', need: 'Douceur', energy: 2 })
    expect(c.board.weather['cleo']).toEqual({ personId: 'cleo', value: 'storm', passed: false, at: c.now })
    expect(JSON.stringify([c.board, c.events])).not.toMatch(/Nuit courte|Douceur/)
    expect(c.secrets.one('weather', 'weather', 'cleo')?.payload).toEqual({ words: 'Nuit courte.', need: 'Douceur', energy: 2 })
  })
  test('[B24] passing needs no reason, and takes back what was said', () => {
    const c = circle('ada', 'ben', 'cleo')
    c.did('cleo', { type: 'give-weather', value: 'rain', words: 'Triste.' })
    c.did('cleo', { type: 'pass-weather' })
    expect(c.board.weather['cleo']).toMatchObject({ value: null, passed: true })
    expect(c.secrets.all('weather')).toEqual([])
  })
  test('[§2.5-19] [V2] one’s own is withdrawn until sealing, value and words; the counts follow', () => {
    const c = circle('ada', 'ben', 'cleo')
    for (const name of ['ada', 'ben']) c.did(name, { type: 'give-weather', value: 'sun' })
    c.did('cleo', { type: 'give-weather', value: 'storm', words: 'Non.' })
    c.did('ada', { type: 'close' })
    c.did('cleo', { type: 'withdraw-entry', kind: 'weather' })
    expect(countWeather(Object.values(c.board.weather))).toEqual({ given: 2, passed: 0, byValue: { sun: 2 } })
    expect(c.secrets.all('weather')).toEqual([])
  })
  test('[§4.4] after the round is over a late comer gives theirs silently, at the end of the order', () => {
    const c = circle('ada', 'ben')
    const id = c.did('ada', { type: 'start-round', kind: 'weather' })
    c.did('ada', { type: 'end-round', roundId: id })
    c.at(10).joins('late')
    c.arrives('late').did('late', { type: 'give-weather', value: 'wind' })
    expect(c.board.rounds[id]).toMatchObject({ order: ['ada', 'ben', 'late'], turns: { late: 'said' } })
    c.did('late', { type: 'give-weather', value: 'sun' })
    expect(c.board.rounds[id]?.order).toHaveLength(3)
  })
  test('[§2.5-8] nobody gives another’s weather, but a neighbour for whom they entered', () => {
    const c = circle('ada', 'ben', 'cleo')
    const paul = c.did('cleo', { type: 'enter-person', name: 'Paul' })
    expect(c.refusal('ada', { type: 'give-weather', value: 'sun', personId: 'ben' })).toBe('not-your-entry')
    expect(c.refusal('ada', { type: 'give-weather', value: 'sun', personId: paul })).toBe('not-your-entry')
    c.did('cleo', { type: 'give-weather', value: 'sun', personId: paul })
    expect(c.board.weather[paul]?.value).toBe('sun')
  })
})

test('[judgement 5] counts stand in display order and are only counted', () => {
  const entry = (personId: string, value: 'storm' | 'sun' | null) => ({ personId, value, passed: value === null, at: '' })
  const counts = countWeather([entry('a', 'storm'), entry('b', 'sun'), entry('c', null), entry('d', 'sun')])
  expect(counts).toEqual({ given: 3, passed: 1, byValue: { sun: 2, storm: 1 } })
  expect(Object.keys(counts.byValue)).toEqual(['sun', 'storm'])
})
