/**
 * `npm start` and `npm test` on a fresh clone, with nothing but Node 20 or newer and npm: this file and all it imports use Node's
 * own modules alone. It installs what is missing with the pinned pnpm, builds what has changed, and hands over to the pinned Node.
 */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { endWithParent, serve } from './children.mjs'
import { install, pinnedNode } from './install.mjs'
import { ensurePrograms, installPrograms } from './programs.mjs'
import { Stop } from './stop.mjs'
import { runBrowserTests, runTests } from './test-run.mjs'
import { buildWeb } from './web-build.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))

async function start() {
  const node = await installAndBuild()
  return serve(root, node, [...serverFlags(), '--import', './scripts/follow-parent.mjs', 'apps/server/src/main.ts'])
}

/**
 * What the server's Node is started with, here and in the bench: its young generation stays small. Left to itself it grows to 64 MiB when a hall full
 * of people comes in at once, and most of what an idle connection seems to cost is that.
 */
function serverFlags() {
  return JSON.parse(readFileSync(new URL('../apps/server/node-flags.json', import.meta.url), 'utf8'))
}

async function test() {
  const installing = installPrograms(root)
  await install(root)
  return runTests(root, pinnedNode(root), installing)
}

/** `pnpm e2e [file …]`: the browser tests alone. */
async function e2e() {
  const node = await installAndBuild()
  await installPrograms(root)
  return runBrowserTests(root, node, await ensurePrograms(root, node), process.argv.slice(3))
}

async function installAndBuild() {
  await install(root)
  const node = pinnedNode(root)
  if ((await buildWeb(root, node)) !== 0) throw new Stop('The web app does not build; see above.')
  return node
}

/** @type {Record<string, (() => Promise<number>) | undefined>} */
const commands = { start, test, e2e }
const command = commands[process.argv[2] ?? '']
endWithParent()
try {
  if (!command) throw new Stop('Usage: node scripts/bootstrap.mjs start | test | e2e')
  process.exitCode = await command()
} catch (error) {
  if (!(error instanceof Stop)) throw error
  console.error(`\n${error.message}`)
  process.exitCode = 1
}
