import { sum } from './tally.mjs'

/** @typedef {import('./tally.mjs').Tally} Tally */

const TITLE_WIDTH = 14

/**
 * The steps of one command: each is announced, timed and counted, and the end says it all again in one small table.
 */
export class Steps {
  /** @type {{ title: string, tally: Tally, seconds: number }[]} */
  #done = []

  /**
   * @param {string} title
   * @param {() => Promise<Tally>} run
   */
  async step(title, run) {
    console.log(`\n── ${title} ${'─'.repeat(Math.max(0, 60 - title.length))}`)
    const begun = performance.now()
    const tally = await run()
    const seconds = (performance.now() - begun) / 1000
    this.#done.push({ title, tally, seconds })
    console.log(describe(tally, seconds))
    return tally.failed === 0
  }

  /** Prints the table and answers the sum. */
  report() {
    console.log(`\n${'═'.repeat(64)}`)
    for (const { title, tally, seconds } of this.#done) console.log(`${title.padEnd(TITLE_WIDTH)} ${describe(tally, seconds)}`)
    return sum(this.#done.map(({ tally }) => tally))
  }
}

/**
 * @param {Tally} tally
 * @param {number} seconds
 */
function describe({ passed, failed, skipped }, seconds) {
  const parts = [`${passed} passed`, ...(failed > 0 ? [`${failed} failed`] : []), ...(skipped > 0 ? [`${skipped} skipped`] : [])]
  return `${failed > 0 ? '✗' : '✓'} ${parts.join(', ')} · ${seconds.toFixed(1)} s`
}
