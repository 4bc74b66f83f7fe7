/**
 * What a night runs, each with the figures that are wanted of it. One line a proof: add yours. `PROOF=night` takes seeds of the hour;
 * they are printed, and `SEED` (in the guard `GUARD_SEED`) runs one again.
 *
 * @typedef {{ title: string, args: string[], env?: Record<string, string> }} Night
 * @type {Night[]}
 */
export const nights = [{ title: 'kill -9', args: tests('tests', 'tests/faults/kill-loop.test.ts'), env: { KILL_ROUNDS: '500' } }]

/**
 * @param {string} project of vitest.config.ts
 * @param {string[]} files
 */
function tests(project, ...files) {
  return ['node_modules/vitest/vitest.mjs', 'run', '--project', project, ...files]
}
