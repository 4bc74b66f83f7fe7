import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { sum, tallyOfPlayer, tallyOfPlaywright, tallyOfVitest } from './tally.mjs'

const folder = mkdtempSync(join(tmpdir(), 'tally-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** @param {unknown} content */
function report(content) {
  const file = join(folder, 'report.json')
  writeFileSync(file, JSON.stringify(content))
  return file
}

describe('a runner', () => {
  test('of unit tests counts what it reports', () => {
    const file = report({ numPassedTests: 5, numFailedTests: 2, numPendingTests: 1, numTodoTests: 1 })
    expect(tallyOfVitest(file, 1)).toEqual({ passed: 5, failed: 2, skipped: 2 })
  })

  test('that ends badly without a failed test has one: a file did not load', () => {
    expect(tallyOfVitest(report({ numPassedTests: 5, numFailedTests: 0 }), 1)).toEqual({ passed: 5, failed: 1, skipped: 0 })
  })

  test('that leaves no report has failed', () => {
    expect(tallyOfPlaywright(join(folder, 'none.json'), 1)).toEqual({ passed: 0, failed: 1, skipped: 0 })
  })

  test('in browsers counts a flaky test as failed', () => {
    const file = report({ stats: { expected: 3, unexpected: 1, flaky: 1, skipped: 2 } })
    expect(tallyOfPlaywright(file, 1)).toEqual({ passed: 3, failed: 2, skipped: 2 })
  })
})

describe('the player', () => {
  test('passes once for each line that says ok', () => {
    expect(tallyOfPlayer('AC-01 ok\nAC-02 ok\nsome AC-03 ok\n# Minutes\n', 0)).toEqual({ passed: 2, failed: 0, skipped: 0 })
  })

  test('fails once where it stops', () => {
    expect(tallyOfPlayer('AC-01 ok\nAC-02 expected 3, got 2\n', 1)).toEqual({ passed: 1, failed: 1, skipped: 0 })
  })
})

test('the sum adds each kind', () => {
  const one = { passed: 1, failed: 2, skipped: 3 }
  expect(sum([one, one])).toEqual({ passed: 2, failed: 4, skipped: 6 })
  expect(sum([])).toEqual({ passed: 0, failed: 0, skipped: 0 })
})
