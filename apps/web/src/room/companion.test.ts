import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Companion } from './companion.ts'
import type { Identity } from './identity.ts'

class Socket extends EventTarget {
  static readonly OPEN = 1
  static all: Socket[] = []
  readyState = 0
  sent = 0
  isClosed = false
  constructor() {
    super()
    Socket.all.push(this)
  }
  send(): void {
    this.sent += 1
  }
  /** A dead link answers no close: no event follows. */
  close(): void {
    this.isClosed = true
  }
  opens(): this {
    this.readyState = Socket.OPEN
    this.dispatchEvent(new Event('open'))
    return this
  }
}

const ben: Identity = { meetingId: 'm', personId: 'ben', name: 'Ben', standing: 'decider', generation: 1, title: '', at: 0 }

beforeEach(() => {
  Socket.all = []
  vi.useFakeTimers()
  vi.stubGlobal('WebSocket', Socket)
  vi.stubGlobal('location', { protocol: 'http:', host: 'ici' })
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

test('[contract § Acts] a link on which the server gives no sign of life is given up and tried anew, so that the other stays in the circle', () => {
  const companion = new Companion(ben)
  const [first] = Socket.all
  first?.opens()
  for (let seconds = 0; seconds < 60; seconds += 12) {
    vi.advanceTimersByTime(12_000)
    first?.dispatchEvent(new Event('message'))
  }
  expect([Socket.all.length, first?.isClosed]).toEqual([1, false])
  vi.advanceTimersByTime(40_000)
  expect([Socket.all.length, first?.isClosed]).toEqual([2, true])
  expect(Socket.all[1]?.opens().sent).toBe(2)
  // What the dead one says at last is heard by nobody.
  first?.dispatchEvent(Object.assign(new Event('close'), { code: 1006 }))
  vi.advanceTimersByTime(10_000)
  expect(Socket.all.length).toBe(2)
  companion.end()
  vi.advanceTimersByTime(120_000)
  expect(Socket.all.length).toBe(2)
})

test('nor is one waited for that neither opens nor fails', () => {
  const companion = new Companion(ben)
  vi.advanceTimersByTime(40_000)
  expect([Socket.all.length, Socket.all[0]?.isClosed]).toEqual([2, true])
  companion.end()
})
