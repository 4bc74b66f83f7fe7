import { describe, expect, test } from 'vitest'
import { circle, type Circle } from '../circle.ts'

const speaker = (c: Circle): string | undefined => c.board.now.turn?.personId
const turnId = (c: Circle): string => c.board.now.turn?.turnId ?? ''
const says = (c: Circle, type: 'end-turn' | 'pass-turn' = 'end-turn'): string => {
  const who = speaker(c) ?? ''
  c.at(1).did(who, { type, turnId: turnId(c) })
  return who
}
const round = (c: Circle, id: string) => {
  const found = c.board.rounds[id]
  if (!found) throw new Error(id)
  return found
}
const names = ['ada', 'ben', 'cleo', 'dan'] as const

describe('[§2.4.2] a round in circle', () => {
  test('the word goes round by itself: the speaker says « j’ai terminé »', () => {
    const c = circle(...names)
    const id = c.did('ada', { type: 'start-round', kind: 'weather' })
    const heard = names.map(() => says(c))
    expect(heard).toEqual(round(c, id).order)
    expect(heard.toSorted()).toEqual([...names])
    expect(c.board.now.turn).toBeNull()
    c.did('ada', { type: 'end-round', roundId: id })
    expect(round(c, id).status).toBe('done')
    expect(c.board.record.turns.map(({ personId }) => personId)).toEqual(heard)
  })
  test('[§2.5-1] one round at a time', () => {
    const c = circle(...names)
    c.did('ada', { type: 'start-round', kind: 'free' })
    expect(c.refusal('ada', { type: 'start-round', kind: 'free' })).toBe('round-running')
  })
  test('the starting person varies and the direction alternates', () => {
    const c = circle(...names)
    const started: (string | undefined)[] = []
    const directions: number[] = []
    for (let i = 0; i < 4; i++) {
      const id = c.at(1).did('ada', { type: 'start-round', kind: 'free' })
      started.push(speaker(c))
      directions.push(round(c, id).direction)
      c.did('ada', { type: 'end-round', roundId: id })
    }
    expect(new Set(started).size).toBe(4)
    expect(directions).toEqual([1, -1, 1, -1])
  })
  test('the direction turns the seats round', () => {
    const c = circle(...names)
    const first = c.did('ada', { type: 'start-round', kind: 'free' })
    c.did('ada', { type: 'end-round', roundId: first })
    const second = c.at(1).did('ada', { type: 'start-round', kind: 'free' })
    expect([round(c, first).order, round(c, second).order]).toEqual([
      ['ada', 'ben', 'cleo', 'dan'],
      ['ben', 'ada', 'dan', 'cleo'],
    ])
  })
  test('[B24] a newcomer never starts, neither by the board nor by order given', () => {
    const c = circle('ada', 'ben')
    c.joins('new', { newcomer: true })
    c.arrives('new')
    expect(c.refusal('ada', { type: 'start-round', kind: 'weather', order: ['new', 'ada', 'ben'] })).toBe('newcomer-first')
    for (let i = 0; i < 5; i++) {
      const id = c.at(1).did('ada', { type: 'start-round', kind: 'free' })
      expect(speaker(c)).not.toBe('new')
      c.did('ada', { type: 'end-round', roundId: id })
    }
  })
  test('[B19] an order given is completed with everyone it left out', () => {
    const c = circle(...names)
    const id = c.did('ada', { type: 'start-round', kind: 'free', order: ['dan', 'ada'] })
    expect(round(c, id).order).toEqual(['dan', 'ada', 'ben', 'cleo'])
  })
  test('those who passed are offered the word once more at the end, and no more', () => {
    const c = circle(...names)
    const id = c.did('ada', { type: 'start-round', kind: 'free', order: [...names] })
    says(c, 'pass-turn')
    says(c, 'pass-turn')
    expect([says(c), says(c)]).toEqual(['cleo', 'dan'])
    expect(says(c)).toBe('ada')
    expect(says(c, 'pass-turn')).toBe('ben')
    expect(speaker(c)).toBeUndefined()
    expect(round(c, id).turns).toEqual({ ada: 'said', ben: 'passed', cleo: 'said', dan: 'said' })
  })
  test('who is away is skipped, and heard on their return', () => {
    const c = circle(...names)
    const id = c.did('ada', { type: 'start-round', kind: 'free', order: [...names] })
    c.isAway('ben')
    says(c)
    expect(speaker(c)).toBe('cleo')
    expect(round(c, id).turns['ben']).toBe('away')
    c.arrives('ben')
    expect([says(c), says(c), says(c)]).toEqual(['cleo', 'dan', 'ben'])
  })
  test('a late comer is appended at the end', () => {
    const c = circle('ada', 'ben')
    const id = c.did('ada', { type: 'start-round', kind: 'free', order: ['ben', 'ada'] })
    c.at(1).joins('late')
    c.arrives('late')
    expect(round(c, id)).toMatchObject({ order: ['ben', 'ada', 'late'], turns: { late: 'waiting' } })
    expect([says(c), says(c), says(c)]).toEqual(['ben', 'ada', 'late'])
  })
  test('[contract] a turn that is over is named in vain: moved-on', () => {
    const c = circle(...names)
    c.did('ada', { type: 'start-round', kind: 'free' })
    const old = turnId(c)
    says(c)
    expect(c.refusal(speaker(c) ?? '', { type: 'pass-turn', turnId: old })).toBe('moved-on')
    expect(c.refusal('ada', { type: 'end-turn', turnId: old })).toBe('moved-on')
  })
  test('only the speaker passes; facilitation ends a turn after asking', () => {
    const c = circle(...names)
    c.did('ada', { type: 'start-round', kind: 'free', order: ['cleo', 'ada'] })
    expect(c.refusal('dan', { type: 'end-turn', turnId: turnId(c) })).toBe('not-your-turn')
    expect(c.refusal('ada', { type: 'pass-turn', turnId: turnId(c) })).toBe('not-your-turn')
    c.did('ada', { type: 'end-turn', turnId: turnId(c) })
    expect(speaker(c)).toBe('ada')
  })
  test('ended before everyone was heard, it is interrupted', () => {
    const c = circle(...names)
    const id = c.did('ada', { type: 'start-round', kind: 'free' })
    c.did('ada', { type: 'end-round', roundId: id })
    expect(round(c, id).status).toBe('interrupted')
  })
})

describe('[§2.4.2] other modes', () => {
  test('popcorn: whoever is given the turn; simultaneous: nobody is', () => {
    const c = circle(...names)
    const id = c.did('ada', { type: 'start-round', kind: 'free', mode: 'popcorn' })
    expect(speaker(c)).toBeUndefined()
    const first = c.did('ada', { type: 'start-turn', roundId: id, personId: 'dan' })
    expect(c.board.now.turn).toMatchObject({ turnId: first, personId: 'dan' })
    c.did('dan', { type: 'end-turn', turnId: first })
    expect(speaker(c)).toBeUndefined()
    c.did('ada', { type: 'end-round', roundId: id })
    expect(round(c, id).status).toBe('done')
    c.did('ada', { type: 'start-round', kind: 'free', mode: 'simultaneous' })
    expect(speaker(c)).toBeUndefined()
  })
  test('[I7] a person without a device: whoever entered them ends their turn', () => {
    const c = circle(...names)
    const paul = c.did('dan', { type: 'enter-person', name: 'Paul' })
    c.did('ada', { type: 'start-round', kind: 'free', order: [paul] })
    c.did('ada', { type: 'end-round', roundId: c.board.now.roundId ?? '' })
    c.did('ada', { type: 'start-round', kind: 'free', order: ['dan', paul] })
    says(c)
    expect(c.refusal('cleo', { type: 'pass-turn', turnId: turnId(c) })).toBe('not-your-turn')
    c.did('dan', { type: 'pass-turn', turnId: turnId(c) })
  })
})
