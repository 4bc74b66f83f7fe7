import { sum } from './tally.mjs'

/** @typedef {import('./tally.mjs').Tally} Tally */
/** @typedef {{ title: string, run: () => Promise<{ tally: Tally, output: string }> }} Quiet */

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
    this.#say(title)
    this.#conclude(title, await timed(run))
  }

  /**
   * Begins a step that mostly waits and prints nothing of its own, and lets the next ones go on beside it; answers how to wait for its end, where it is said as a whole.
   *
   * @param {Quiet} quiet
   * @returns {() => Promise<void>}
   */
  meanwhile(quiet) {
    const done = collected(quiet)
    return async () => this.#concludeQuiet(quiet.title, await done)
  }

  /**
   * Two at a time, each said as a whole when it ends: for steps that print nothing of their own and leave half of two cores idle.
   *
   * @param {Quiet[]} steps
   */
  async together(steps) {
    const left = steps.values()
    const goOn = async () => {
      for (const quiet of left) this.#concludeQuiet(quiet.title, await collected(quiet))
    }
    await Promise.all([goOn(), goOn()])
  }

  /**
   * @param {string} title
   * @param {Awaited<ReturnType<typeof collected>>} done
   */
  #concludeQuiet(title, { printed, ...done }) {
    this.#say(title)
    if (done.tally.failed > 0) console.log(printed)
    this.#conclude(title, done)
  }

  /** @param {string} title */
  #say(title) {
    console.log(`\n── ${title} ${'─'.repeat(Math.max(0, 60 - title.length))}`)
  }

  /**
   * @param {string} title
   * @param {{ tally: Tally, seconds: number }} done
   */
  #conclude(title, { tally, seconds }) {
    this.#done.push({ title, tally, seconds })
    console.log(describe(tally, seconds))
  }

  /** Prints the table and answers the sum. */
  report() {
    console.log(`\n${'═'.repeat(64)}`)
    for (const { title, tally, seconds } of this.#done) console.log(`${title.padEnd(TITLE_WIDTH)} ${describe(tally, seconds)}`)
    return sum(this.#done.map(({ tally }) => tally))
  }
}

/**
 * @param {Quiet} step
 */
async function collected({ run }) {
  let printed = ''
  const done = await timed(async () => {
    const { tally, output } = await run()
    printed = output
    return tally
  })
  return { ...done, printed }
}

/**
 * @param {() => Promise<Tally>} run
 */
async function timed(run) {
  const begun = performance.now()
  const tally = await run()
  return { tally, seconds: (performance.now() - begun) / 1000 }
}

/**
 * @param {Tally} tally
 * @param {number} seconds
 */
function describe({ passed, failed, skipped }, seconds) {
  const parts = [`${passed} passed`, ...(failed > 0 ? [`${failed} failed`] : []), ...(skipped > 0 ? [`${skipped} skipped`] : [])]
  return `${failed > 0 ? '✗' : '✓'} ${parts.join(', ')} · ${seconds.toFixed(1)} s`
}
