import { describe, expect, test } from 'vitest'
import { ManualClock } from './record-clock.ts'

describe('the clock moved by hand', () => {
  test('stands still, goes forward only, and calls what falls due in order, each at its own time', () => {
    const clock = new ManualClock()
    const called: [string, number][] = []
    clock.after(200, () => called.push(['later', clock.now()]))
    clock.after(100, () => {
      called.push(['sooner', clock.now()])
      clock.after(50, () => called.push(['between', clock.now()]))
    })
    expect(clock.now()).toBe(0)
    expect(clock.advance(500)).toBe(true)
    expect(called).toEqual([
      ['sooner', 100],
      ['between', 150],
      ['later', 200],
    ])
    expect(clock.now()).toBe(500)
    expect(clock.advance(499)).toBe(false)
    expect(clock.now()).toBe(500)
  })

  test('what was called off is not called', () => {
    const clock = new ManualClock()
    const called: string[] = []
    clock.after(10, () => called.push('a'))()
    clock.advance(20)
    expect(called).toEqual([])
  })
})
