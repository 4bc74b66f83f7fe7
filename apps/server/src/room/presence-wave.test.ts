import { expect, test } from 'vitest'
import { Connection } from './connection.ts'
import { isHeavy, startWave } from './presence-wave.ts'
import { MachineTime } from './test/machine-time.ts'

const WINDOW_MS = 250
const news = new Uint8Array(40 * 1024)

/** A hall of so many sockets, and how many have been told. */
function hall(size: number, time: MachineTime, bufferedBytes = (_index: number) => 0) {
  const written = Array.from({ length: size }, () => 0)
  const connections = written.map((_, index) => {
    const wire = { write: () => void written[index]!++, close: () => {}, bufferedBytes: bufferedBytes(index) }
    return new Connection({ personId: `p${index}`, speaksMore: true }, 1, wire, { now: () => time.now, budgets: [] })
  })
  return { connections, written, told: () => written.filter((writes) => writes > 0).length }
}

test('what is little for few is said at once', () => {
  expect(isHeavy(news, 20)).toBe(false)
  expect(isHeavy(news, 500)).toBe(true)
})

test('everybody is told once, a few at a time, over the window and no longer', () => {
  const time = new MachineTime()
  const { connections, written, told } = hall(500, time)
  let isDone = false
  startWave(news, { to: connections, ms: WINDOW_MS, after: (ms, run) => time.after(ms, run), done: () => (isDone = true) })
  const steps: number[] = []
  for (let ms = 0; ms < WINDOW_MS; ms++) {
    const before = told()
    time.pass(1)
    steps.push(told() - before)
  }
  expect(Math.max(...steps)).toBeLessThan(30)
  expect(written.every((writes) => writes === 1)).toBe(true)
  expect(isDone).toBe(true)
  expect(time.waiting).toBe(0)
})

test('who does not keep up is left out, who has left is no trouble, and what is called off ends', () => {
  const time = new MachineTime()
  const { connections, written, told } = hall(100, time, (index) => (index === 99 ? 300 * 1024 : 0))
  const [first, slow] = [connections[0]!, connections[99]!]
  slow.send(news)
  slow.flush()
  expect(slow.isSlow).toBe(true)
  first.gone()
  const callOff = startWave(news, { to: connections, ms: WINDOW_MS, after: (ms, run) => time.after(ms, run), done: () => {} })
  time.pass(WINDOW_MS / 2)
  const half = told()
  callOff()
  time.pass(WINDOW_MS)
  expect([written[0], written[99]]).toEqual([0, 1])
  expect(half).toBeGreaterThan(10)
  expect(told()).toBe(half)
  expect(time.waiting).toBe(0)
})
