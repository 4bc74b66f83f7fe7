import { describe, expect, test } from 'vitest'
import { circle } from '../circle.ts'

const names = ['ada', 'ben', 'cleo', 'dan'] as const

describe('[I7] the queue for the floor', () => {
  test('those who have spoken least come first, the frame before all', () => {
    const c = circle(...names)
    const turn = c.did('ada', { type: 'give-floor', personId: 'ben' })
    c.did('ben', { type: 'end-floor', turnId: turn })
    c.did('ben', { type: 'ask-floor' })
    c.did('cleo', { type: 'ask-floor' })
    c.did('dan', { type: 'ask-floor', kind: 'frame' })
    expect(c.board.now.floor.queue.map(({ personId }) => personId)).toEqual(['dan', 'cleo', 'ben'])
  })
  test('asked once per person; asking otherwise replaces; left again', () => {
    const c = circle(...names)
    c.did('cleo', { type: 'ask-floor' })
    expect(c.does('cleo', { type: 'ask-floor' })).toMatchObject({ value: { facts: [] } })
    c.did('cleo', { type: 'ask-floor', kind: 'clarification' })
    expect(c.board.now.floor.queue).toMatchObject([{ personId: 'cleo', kind: 'clarification' }])
    c.did('cleo', { type: 'leave-floor' })
    expect(c.board.now.floor.queue).toEqual([])
  })
  test('given by facilitation, ended by who speaks; an old turn is named in vain', () => {
    const c = circle(...names)
    c.did('cleo', { type: 'ask-floor' })
    expect(c.refusal('dan', { type: 'give-floor', personId: 'cleo' })).toBe('not-permitted')
    const turnId = c.did('ada', { type: 'give-floor', personId: 'cleo' })
    expect(c.board.now.floor).toMatchObject({ queue: [], turn: { turnId, personId: 'cleo' } })
    expect(c.refusal('dan', { type: 'end-floor', turnId })).toBe('not-your-turn')
    c.did('cleo', { type: 'end-floor', turnId })
    expect(c.refusal('cleo', { type: 'end-floor', turnId })).toBe('moved-on')
  })
  test('[B23] no reaction is asked for in a round without reply; a question of frame always', () => {
    const c = circle(...names)
    c.did('ada', { type: 'start-round', kind: 'weather' })
    expect(c.refusal('cleo', { type: 'ask-floor', kind: 'reaction' })).toBe('round-running')
    expect(c.refusal('cleo', { type: 'ask-floor', kind: 'frame' })).toBeUndefined()
  })
  test('who leaves gives up their place', () => {
    const c = circle(...names)
    c.did('cleo', { type: 'ask-floor' })
    c.did('cleo', { type: 'leave' })
    expect(c.board.now.floor.queue).toEqual([])
  })
})
