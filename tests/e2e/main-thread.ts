import type { Browser, CDPSession } from '@playwright/test'
import type { Device } from './device.ts'

interface TraceEvent {
  name: string
  ph: string
  pid: number
  tid: number
  dur?: number
  tdur?: number
  args?: { name?: string }
}

/**
 * The longest task (ms) that any page of this browser had on its main thread while something happened, and how many there were. It is the processor’s own time for
 * that thread: what a busy machine makes it wait for does not count, so that a test on one does not lie. Throws where the browser traced nothing.
 */
export const longestTaskDuring = async (browser: Browser, happens: () => Promise<void>): Promise<{ longestMs: number; tasks: number }> => {
  await browser.startTracing(undefined, { categories: ['-*', 'disabled-by-default-devtools.timeline', '__metadata'] })
  await happens()
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] }
  const mains = new Set(
    traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid}/${tid}`),
  )
  const tasks = traceEvents.filter(({ name, ph, pid, tid }) => ph === 'X' && name === 'RunTask' && mains.has(`${pid}/${tid}`))
  const timed = tasks.flatMap(({ tdur }) => (tdur === undefined ? [] : [tdur / 1000]))
  if (timed.length === 0) throw new Error(`no task with its own time among ${traceEvents.length} events`)
  return { longestMs: Math.max(...timed), tasks: tasks.length }
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
