import type { Browser, CDPSession } from '@playwright/test'
import type { Device } from './device.ts'

interface TraceEvent {
  name: string
  ph: string
  pid: number
  tid: number
  ts: number
  dur?: number
  tdur?: number
  args?: { name?: string }
}

/** What the main threads of all pages of this browser did while something happened, in the order of its beginning. Throws where the browser traced nothing. */
const tracedDuring = async (browser: Browser, happens: () => Promise<void>, categories: readonly string[]): Promise<TraceEvent[]> => {
  await browser.startTracing(undefined, { categories: ['-*', ...categories, '__metadata'] })
  await happens()
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] }
  const mains = new Set(
    traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid}/${tid}`),
  )
  const traced = traceEvents.filter(({ pid, tid }) => mains.has(`${pid}/${tid}`)).toSorted((a, b) => a.ts - b.ts)
  if (!traced.some(({ tdur }) => tdur !== undefined)) throw new Error(`nothing with its own time among ${traceEvents.length} events`)
  return traced
}

/** Of those of these names, the one that took longest (ms) of its thread’s own time, and how many there were. */
const longestOf = (traced: readonly TraceEvent[], names: readonly string[]): { longestMs: number; tasks: number } => {
  const found = traced.filter(({ name, ph }) => ph === 'X' && names.includes(name))
  return { longestMs: Math.max(0, ...found.map(({ tdur = 0 }) => tdur / 1000)), tasks: found.length }
}

/**
 * The longest task (ms) that any page of this browser had on its main thread while something happened, and how many there were. It is the processor’s own time for
 * that thread: what a busy machine makes it wait for does not count, so that a test on one does not lie. Throws where the browser traced nothing.
 */
export const longestTaskDuring = async (browser: Browser, happens: () => Promise<void>): Promise<{ longestMs: number; tasks: number }> =>
  longestOf(await tracedDuring(browser, happens, ['disabled-by-default-devtools.timeline']), ['RunTask'])

/**
 * The longest that any of our scripts ran (ms, as above) once a socket brought its first message, and how many did: handlers and timers, without what the browser itself does to
 * receive a large one.
 */
export const longestScriptSinceReceived = async (
  browser: Browser,
  happens: () => Promise<void>,
): Promise<{ longestMs: number; tasks: number }> => {
  const traced = await tracedDuring(browser, happens, ['devtools.timeline'])
  const received = traced.findIndex(({ name }) => name === 'WebSocketReceive')
  if (received < 0) throw new Error('no message was received')
  return longestOf(traced.slice(received), ['FunctionCall', 'TimerFire'])
}

/** What a page holds after its rubbish was collected. */
export interface Held {
  nodes: number
  listeners: number
  heapBytes: number
}

/** Looks into one page through the browser’s own tools; `slower` makes its processor that of a phone. */
export class PageHold {
  readonly #cdp: CDPSession

  private constructor(cdp: CDPSession) {
    this.#cdp = cdp
  }

  static async of(device: Device, { slower = 1 } = {}): Promise<PageHold> {
    const cdp = await device.context.newCDPSession(device.page)
    await cdp.send('Performance.enable')
    if (slower > 1) await cdp.send('Emulation.setCPUThrottlingRate', { rate: slower })
    return new PageHold(cdp)
  }

  async held(): Promise<Held> {
    await this.#cdp.send('HeapProfiler.collectGarbage')
    const { metrics } = await this.#cdp.send('Performance.getMetrics')
    const of = (name: string): number => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN
    return { nodes: of('Nodes'), listeners: of('JSEventListeners'), heapBytes: of('JSHeapUsedSize') }
  }
}
