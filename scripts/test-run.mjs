import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { checks, unitReport, unitTests } from './checks.mjs'
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
const fixtures = 'tests/fixtures'

/**
 * Every test there is, in the order in which a failure is cheapest to learn. A failing step does not hide the ones after it. The
 * last line is `N passed, N failed`: CI reads it. Answers the exit code.
 *
 * @param {string} root
 * @param {string} node
 */
export async function runTests(root, node) {
  const steps = new Steps()
  // A report of an earlier run must not be counted for a runner that crashes in this one.
  rmSync(join(root, 'test-results'), { recursive: true, force: true })
  mkdirSync(join(root, 'test-results'))
  const programs = await ensurePrograms(root, node)

  for (const { title, args } of checks) {
    await steps.step(title, async () => tallyOfCode((await runToEnd(root, node, args)).code))
  }
  await steps.step(unitTests.title, async () => {
    const { code } = await runToEnd(root, node, unitTests.args, { env: { PROOF: 'full' } })
    return tallyOfVitest(join(root, unitReport), code)
  })
  await steps.step('web build', async () => tallyOfCode(await buildWeb(root, node)))
  for (const fixture of fixturesIn(root)) {
    await steps.step(`play ${fixture.name}`, async () => {
      const { code, output } = await runToEnd(root, node, [player, fixture.path], { quiet: true })
      if (code !== 0) console.log(output)
      return tallyOfPlayer(output, code)
    })
  }
  for (const fixture of fixturesIn(root).filter(({ path }) => existsSync(join(root, path, '../variants')))) {
    await steps.step(`variants ${fixture.name}`, async () => {
      const { code, output } = await runToEnd(root, node, [variants, fixture.path], { quiet: true })
      if (code !== 0) console.log(output)
      return tallyOfPlayer(output, code)
    })
  }
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
  const folder = join(root, fixtures)
  if (!existsSync(folder) || !existsSync(join(root, player))) return []
  return readdirSync(folder)
    .map((name) => ({ name, path: `${fixtures}/${name}/${name}.json` }))
    .filter(({ path }) => existsSync(join(root, path)))
}
