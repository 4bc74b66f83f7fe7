import { PerformanceObserver, type PerformanceEntry } from 'node:perf_hooks'

/** When V8 collected garbage in this thread: what a test measures is not the fault of what it measures if that fell into it. */
export class Collections {
  readonly #spans: { readonly from: number; readonly to: number }[] = []
  readonly #observer: PerformanceObserver

  constructor() {
    this.#observer = new PerformanceObserver((list) => this.#keep(list.getEntries()))
    this.#observer.observe({ entryTypes: ['gc'] })
  }

  /** How many fell into that span of `performance.now()` (ms), and how long they took together (ms). */
  between(from: number, to: number): { count: number; ms: number } {
    this.#keep(this.#observer.takeRecords())
    const within = this.#spans.filter((span) => span.from < to && span.to > from)
    return { count: within.length, ms: within.reduce((sum, span) => sum + span.to - span.from, 0) }
  }

  stop(): void {
    this.#observer.disconnect()
  }

  #keep(entries: readonly PerformanceEntry[]): void {
    for (const { startTime, duration } of entries) this.#spans.push({ from: startTime, to: startTime + duration })
  }
}
