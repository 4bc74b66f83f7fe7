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

/** Where vitest leaves what it counted. */
export const unitReport = 'test-results/unit.json'

/** The unit tests of every package. */
export const unitTests = {
  title: 'unit tests',
  args: ['node_modules/vitest/vitest.mjs', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${unitReport}`],
}
