import { describe, expect, test } from 'vitest'
import { Pace, presenceMs, windowMs } from './pace.ts'
import { MachineTime } from './test/machine-time.ts'

/** A pace whose loop turns and time the test makes. */
function paced() {
  const time = new MachineTime()
  const turn: (() => void)[] = []
  const ticks: number[] = []
  const means = { now: () => time.now, soon: (run: () => void) => void turn.push(run), after: time.after.bind(time) }
  const pace = new Pace(means, () => ticks.push(time.now))
  const endTurn = (): void => turn.splice(0).forEach((run) => run())
  return { time, pace, ticks, endTurn }
}

describe('the window', () => {
  test('grows from 4 to 33 ms with what a tick costs, and with nothing else', () => {
    expect([0, 1, 2, 5, 10, 100].map((costMs) => windowMs(costMs))).toEqual([4, 4, 4, 10, 20, 33])
  })

  test('of presence is 50 to 250 ms', () => {
    expect([10, 100, 101, 500, 501].map(presenceMs)).toEqual([50, 50, 100, 100, 250])
  })
})

describe('the pace of a room', () => {
  test('after a quiet while, a tick runs at the end of this very turn', () => {
    const { pace, ticks, endTurn } = paced()
    pace.ask(10)
    pace.ask(10)
    expect(ticks).toEqual([])
    endTurn()
    expect(ticks).toEqual([0])
  })

  test('while words keep coming there is one tick a window, never sooner, never later', () => {
    const { time, pace, ticks, endTurn } = paced()
    pace.ask(10)
    endTurn()
    for (let ms = 0; ms < 20; ms++) {
      pace.ask(10)
      endTurn()
      time.pass(1)
    }
    expect(ticks).toEqual([0, 4, 8, 12, 16, 20])
  })

  test('a quarter of a megabyte does not wait for the end of the window', () => {
    const { pace, ticks, endTurn } = paced()
    pace.ask(10)
    endTurn()
    pace.ask(256 * 1024)
    endTurn()
    expect(ticks).toEqual([0, 0])
  })

  test('a tick run before its time takes the place of the one to come', () => {
    const { time, pace, ticks, endTurn } = paced()
    pace.ask(10)
    pace.run()
    endTurn()
    time.pass(1)
    pace.ask(10)
    pace.run()
    time.pass(100)
    expect(ticks).toEqual([0, 1])
    expect(time.waiting).toBe(0)
  })

  test('ticks that became long are followed by longer windows', () => {
    const { time, pace, ticks, endTurn } = paced()
    for (let tick = 0; tick < 20; tick++) {
      pace.ask(10)
      endTurn()
      pace.spent(10)
      time.pass(100)
    }
    ticks.length = 0
    pace.ask(10)
    endTurn()
    pace.ask(10)
    time.pass(15)
    expect(ticks).toEqual([2000])
    time.pass(10)
    expect(ticks).toHaveLength(2)
  })
})
