/**
 * What is checked without running the product, in the words that a desk and CI share. Each one counts as one test.
 *
 * @typedef {{ title: string, args: string[] }} Check
 * @type {Check[]}
 */
export const checks = [
  { title: 'format', args: ['node_modules/oxfmt/bin/oxfmt', '--check'] },
  { title: 'lint', args: ['node_modules/oxlint/bin/oxlint', '--type-aware'] },
  { title: 'types', args: ['node_modules/typescript/bin/tsc', '-b'] },
  { title: 'imports', args: ['scripts/check-imports.mjs'] },
]

/** The tests of every package, and where vitest leaves what it counted. */
export const unitTests = vitest('unit tests', 'unit', [])
/** The one test that waits for the time itself to pass: beside the others (`WITHOUT_WAITING`), or it would hold one of their workers for two minutes. */
export const waitingTests = vitest('two idle minutes', 'idle', ['--project', 'tests', 'two-minutes.test.ts'])

/**
 * @param {string} title
 * @param {string} name of its report
 * @param {string[]} which
 */
function vitest(title, name, which) {
  const report = `test-results/${name}.json`
  return {
    title,
    report,
    args: ['node_modules/vitest/vitest.mjs', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...which],
  }
}
