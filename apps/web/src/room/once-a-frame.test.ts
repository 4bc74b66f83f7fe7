import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { OnceAFrame } from './once-a-frame.ts'

let frames: Map<number, () => void>

/** A page in front of somebody: its frames are drawn when the test says so. */
const inFront = (): void => {
  frames = new Map()
  let last = 0
  vi.stubGlobal('requestAnimationFrame', (draw: () => void) => {
    frames.set(++last, draw)
    return last
  })
  vi.stubGlobal('cancelAnimationFrame', (frame: number) => void frames.delete(frame))
}
/** The tasks that wait for nothing. */
const tasksRun = (): void => void vi.advanceTimersByTime(0)
const frameIsDrawn = (): void => {
  const due = frames
  frames = new Map()
  for (const draw of due.values()) draw()
  tasksRun()
}

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }))
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

test('after a quiet moment it is done at once, in a task of its own', () => {
  inFront()
  let times = 0
  const reading = new OnceAFrame(() => void times++)
  reading.soon()
  expect(times).toBe(0)
  tasksRun()
  expect(times).toBe(1)
})

test('however often it is asked for, it is done once a frame, and holds all that came before', () => {
  inFront()
  let [facts, read] = [0, [] as number[]]
  const reading = new OnceAFrame(() => read.push(facts))
  for (facts = 1; facts < 30; facts++) {
    reading.soon()
    tasksRun()
  }
  expect(read).toEqual([1])
  frameIsDrawn()
  expect(read).toEqual([1, 30])
  frameIsDrawn()
  vi.runAllTimers()
  expect(read).toEqual([1, 30])
})

test('what it brings about itself is done with the frame after', () => {
  inFront()
  let times = 0
  const reading: OnceAFrame = new OnceAFrame(() => {
    times += 1
    if (times < 3) reading.soon()
  })
  reading.soon()
  tasksRun()
  for (const expected of [2, 3, 3]) {
    frameIsDrawn()
    expect(times).toBe(expected)
  }
})

test('a tab behind others draws no frame, and gets on all the same', () => {
  inFront()
  let times = 0
  const reading = new OnceAFrame(() => void times++)
  for (const expected of [1, 2, 3]) {
    reading.soon()
    reading.soon()
    vi.runAllTimers()
    expect([times, frames.size]).toEqual([expected, 0])
  }
})

test('without any frames, as in Node, timers do it', () => {
  let times = 0
  const reading = new OnceAFrame(() => void times++)
  for (const expected of [1, 2]) {
    reading.soon()
    vi.runAllTimers()
    expect(times).toBe(expected)
  }
})

test('dropped, it is not done; asked for again, it is', () => {
  inFront()
  let times = 0
  const reading = new OnceAFrame(() => void times++)
  reading.soon()
  tasksRun()
  reading.soon()
  reading.drop()
  frameIsDrawn()
  vi.runAllTimers()
  expect(times).toBe(1)
  reading.soon()
  tasksRun()
  expect(times).toBe(2)
})
