import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { runToEnd } from './children.mjs'
import { isCurrent, markCurrent, markStale, stampOf } from './stamps.mjs'
import { Stop } from './stop.mjs'

/** Runs TypeScript by itself and has node:sqlite. */
const OLDEST_NODE = [22, 18]

/**
 * Installs the dependencies with the pinned pnpm when a manifest has changed since the last time; else does nothing. Answers
 * whether it did. Throws Stop when it cannot.
 *
 * @param {string} root
 */
export async function install(root) {
  const stamp = stampOf(root, manifests(root), [process.platform, process.arch])
  if (isCurrent(root, 'setup', stamp, 'node_modules/.pnpm')) return false
  markStale(root, 'setup')
  const { packageManager } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  console.log('Installing; the first time takes about half a minute …')
  // Through npx, because corepack and pnpm's own switch ask for signatures that a mirror may not carry. `--yes`: an npmrc may say no.
  const args = ['--yes', '--loglevel=error', packageManager, 'install', '--frozen-lockfile']
  // With NODE_ENV=production pnpm would leave out what builds the web app.
  const { code } = await runToEnd(root, 'npx', args, { env: { NODE_ENV: 'development' }, shell: process.platform === 'win32' })
  if (code !== 0)
    throw new Stop('The installation failed; see above. It needs the npm registry, and a lock file that agrees with every package.json.')
  pinnedNode(root)
  markCurrent(root, 'setup', stamp)
  return true
}

/**
 * The Node that runs everything: the one pinned in package.json, or this one when that could not be installed and this one will do.
 *
 * @param {string} root
 */
export function pinnedNode(root) {
  const pinned = ['node', 'node.exe'].map((name) => join(root, 'node_modules', '.bin', name)).find((path) => existsSync(path))
  if (pinned) return pinned
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  const [oldestMajor = 0, oldestMinor = 0] = OLDEST_NODE
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return process.execPath
  throw new Stop(`The pinned Node could not be installed, and ${process.version} is too old to stand in: try again, or use Node 24.`)
}

/**
 * @param {string} root
 * @returns {string[]}
 */
function manifests(root) {
  const members = ['apps', 'packages'].flatMap((folder) => readdirSync(join(root, folder)).map((name) => `${folder}/${name}/package.json`))
  return ['package.json', 'pnpm-lock.yaml', 'pnpm-workspace.yaml', 'tests/package.json', ...members.toSorted()]
}
