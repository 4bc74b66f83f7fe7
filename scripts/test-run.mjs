import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { checks, unitTests, waitingTests } from './checks.mjs'
import { runToEnd } from './children.mjs'
import { ensurePrograms, playwright } from './programs.mjs'
import { Steps } from './steps.mjs'
import { tallyOfCode, tallyOfPlayer, tallyOfPlaywright, tallyOfVitest } from './tally.mjs'
import { buildWeb } from './web-build.mjs'

/** The browser tests in two runs: two at a time, then those that measure, alone. No pictures: nobody looks at them here. */
const browserRuns = [
  { title: 'browser tests', report: 'browser', args: ['--project=together', '--workers=2'] },
  { title: 'browser tests that measure', report: 'browser-alone', args: ['--project=alone'] },
]
const player = 'tests/player/play.ts'
const variants = 'tests/player/play-variants.ts'
const meetings = 'tests/fixtures'

/**
 * Every test there is, in the order in which a failure is cheapest to learn. A failing step does not hide the ones after it. The
 * last line is `N passed, N failed`: CI reads it. Answers the exit code.
 *
 * @param {string} root
 * @param {string} node
 * @param {Promise<void>} installing of the programs that npm cannot bring: the checks need none of them
 */
export async function runTests(root, node, installing) {
  const steps = new Steps()
  // A report of an earlier run must not be counted for a runner that crashes in this one.
  rmSync(join(root, 'test-results'), { recursive: true, force: true })
  mkdirSync(join(root, 'test-results'))

  for (const { title, args } of checks) {
    await steps.step(title, async () => tallyOfCode((await runToEnd(root, node, args)).code))
  }
  await installing
  const programs = await ensurePrograms(root, node)
  const idle = steps.meanwhile({
    title: waitingTests.title,
    run: async () => {
      const { code, output } = await runToEnd(root, node, waitingTests.args, { quiet: true, env: { PROOF: 'full' } })
      return { tally: tallyOfVitest(join(root, waitingTests.report), code), output }
    },
  })
  await steps.step(unitTests.title, async () => {
    const { code } = await runToEnd(root, node, unitTests.args, { env: { PROOF: 'full', WITHOUT_WAITING: '1' } })
    return tallyOfVitest(join(root, unitTests.report), code)
  })
  await steps.step('web build', async () => tallyOfCode(await buildWeb(root, node)))
  await steps.together(plays(root, node))
  await idle()
  for (const { title, report, args } of browserRuns) {
    await steps.step(title, async () => {
      const code = await runBrowserTests(root, node, { ...programs, REPORT: report, PICTURES: 'none' }, args)
      return tallyOfPlaywright(join(root, 'test-results', `${report}.json`), code)
    })
  }

  const { passed, failed } = steps.report()
  console.log(`\n${passed} passed, ${failed} failed`)
  return failed === 0 ? 0 : 1
}

/**
 * Every meeting held by the player, and the variants of those that have some, the longest first.
 *
 * @param {string} root
 * @param {string} node
 */
function plays(root, node) {
  const fixtures = fixturesIn(root)
  const varied = fixtures.filter(({ path }) => existsSync(join(root, path, '../variants')))
  const all = [
    ...varied.map(({ name, path }) => ({ title: `variants ${name}`, args: [variants, path] })),
    ...fixtures.map(({ name, path }) => ({ title: `play ${name}`, args: [player, path] })),
  ]
  return all.map(({ title, args }) => ({
    title,
    run: async () => {
      const { code, output } = await runToEnd(root, node, args, { quiet: true })
      return { tally: tallyOfPlayer(output, code), output }
    },
  }))
}

/**
 * Answers Playwright's exit code.
 *
 * @param {string} root
 * @param {string} node
 * @param {NodeJS.ProcessEnv} programs what ensurePrograms answered
 * @param {string[]} args a file, `--grep`, …
 */
export async function runBrowserTests(root, node, programs, args) {
  const all = [playwright, 'test', '--config', 'tests/playwright.config.ts', ...args]
  const { code } = await runToEnd(root, node, all, { env: programs })
  return code
}

/**
 * The meetings that the player holds: each in a folder of its own, named like its file.
 *
 * @param {string} root
 */
function fixturesIn(root) {
  const folder = join(root, meetings)
  if (!existsSync(folder) || !existsSync(join(root, player))) return []
  return readdirSync(folder)
    .map((name) => ({ name, path: `${meetings}/${name}/${name}.json` }))
    .filter(({ path }) => existsSync(join(root, path)))
}
