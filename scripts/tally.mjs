import { existsSync, readFileSync } from 'node:fs'

/**
 * What a runner counted. A runner that ends badly without counting a failure (a file that does not load, a crash) has one.
 *
 * @typedef {{ passed: number, failed: number, skipped: number }} Tally
 */

/** @param {number} code @returns {Tally} */
export function tallyOfCode(code) {
  return code === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 }
}

/**
 * @param {string} file
 * @param {number} code
 * @returns {Tally}
 */
export function tallyOfVitest(file, code) {
  const report = readReport(file)
  const passed = report?.numPassedTests ?? 0
  const skipped = (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0)
  return withCode({ passed, failed: report?.numFailedTests ?? 0, skipped }, code)
}

/**
 * A flaky test is a failed one: it is wrong some of the time.
 *
 * @param {string} file
 * @param {number} code
 * @returns {Tally}
 */
export function tallyOfPlaywright(file, code) {
  const { expected = 0, unexpected = 0, flaky = 0, skipped = 0 } = readReport(file)?.stats ?? {}
  return withCode({ passed: expected, failed: unexpected + flaky, skipped }, code)
}

/**
 * The player prints a line for each assertion of the meeting, or each variant of it, that holds, and stops at the first that does not.
 *
 * @param {string} output
 * @param {number} code
 * @returns {Tally}
 */
export function tallyOfPlayer(output, code) {
  return withCode({ passed: output.match(/^(?:AC-\S+|V\d+) ok\b/gm)?.length ?? 0, failed: 0, skipped: 0 }, code)
}

/**
 * @param {Tally[]} tallies
 * @returns {Tally}
 */
export function sum(tallies) {
  const total = { passed: 0, failed: 0, skipped: 0 }
  for (const { passed, failed, skipped } of tallies) {
    total.passed += passed
    total.failed += failed
    total.skipped += skipped
  }
  return total
}

/** @param {Tally} tally @param {number} code @returns {Tally} */
function withCode(tally, code) {
  return { ...tally, failed: code === 0 ? tally.failed : Math.max(1, tally.failed) }
}

/** @param {string} file */
function readReport(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined
}
