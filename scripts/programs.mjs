import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { runToEnd } from './children.mjs'

/** The command line of the browser tests. */
export const playwright = 'tests/node_modules/@playwright/test/cli.js'

/** Where a Chromium usually stands, the one without windows first: it takes a fifth less of the processor. `CHROMIUM_PATH` names another. */
const browsers = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/**
 * What tests need, npm cannot bring and Debian can, when we are root: a browser, and pandoc to read back the wiki pages we print. It takes a minute and
 * little of the processor, so it may run beside the installation. Never throws: `ensurePrograms` says what is still missing.
 *
 * @param {string} root
 */
export async function installPrograms(root) {
  const named = process.env.CHROMIUM_PATH !== undefined
  // Older releases of Debian have no package of its own for the one without windows.
  for (const chromium of ['chromium-headless-shell', 'chromium']) {
    const missing = [...(named || findBrowser() ? [] : [chromium]), ...(onPath('pandoc') ? [] : ['pandoc'])]
    if (missing.length > 0 && onPath('apt-get') && process.getuid?.() === 0) await installFromDebian(root, missing)
  }
}

/**
 * After `installPrograms`: a browser that Debian could not bring comes from Playwright. Says what is missing all the same, and what to do.
 *
 * @param {string} root
 * @param {string} node
 * @returns {Promise<NodeJS.ProcessEnv>} what tells the tests of the browser
 */
export async function ensurePrograms(root, node) {
  const named = process.env.CHROMIUM_PATH !== undefined
  if (!onPath('pandoc'))
    console.log('pandoc is missing: the tests that read wiki pages with it are left out. On Debian: apt install pandoc')
  const browser = findBrowser()
  if (browser) return { CHROMIUM_PATH: browser }
  if (named || !(await installFromPlaywright(root, node))) {
    console.log(
      `${named ? 'CHROMIUM_PATH names no file' : 'No browser could be installed'}: the browser tests will fail. Install Chromium, or set CHROMIUM_PATH to one.`,
    )
  }
  return {}
}

/** The path of a Chromium, when there is one. */
export function findBrowser() {
  const named = process.env.CHROMIUM_PATH
  return named ? (existsSync(named) ? named : undefined) : browsers.find((path) => existsSync(path))
}

/**
 * @param {string} root
 * @param {string[]} packages
 */
async function installFromDebian(root, packages) {
  console.log(`Installing ${packages.join(' and ')} from Debian …`)
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  // The lists of a new machine are empty or old, and an old list names packages that are gone.
  const steps = [['update'], ['install', '--yes', '--no-install-recommends', ...packages]]
  for (const args of steps) {
    const { code, output } = await runToEnd(root, 'apt-get', ['--quiet', ...args], { env, quiet: true }).catch(
      (/** @type {unknown} */ fault) => ({
        code: 1,
        output: String(fault),
      }),
    )
    if (code !== 0) return console.log(`${output.trim()}\napt-get ${args[0]} failed.`)
  }
}

/**
 * @param {string} root
 * @param {string} node
 */
async function installFromPlaywright(root, node) {
  console.log('Installing a browser for the tests …')
  const { code, output } = await runToEnd(root, node, [playwright, 'install', 'chromium'], { quiet: true })
  if (code !== 0) console.log(output.trim())
  return code === 0
}

/** @param {string} program */
function onPath(program) {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, program)))
}
