/**
 * `pnpm nightly [part of a title …]`: the long forms of the random tests, an hour or several of them. `npm test` runs the same tests for
 * seconds. Everything on loopback and in temporary folders.
 */
import { fileURLToPath } from 'node:url'
import { endWithParent, runToEnd } from './children.mjs'
import { pinnedNode } from './install.mjs'
import { nights } from './nights.mjs'
import { Steps } from './steps.mjs'
import { tallyOfCode } from './tally.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const node = pinnedNode(root)
const steps = new Steps()
const wanted = process.argv.slice(2)
endWithParent()

for (const { title, args, env = {} } of nights) {
  if (wanted.length > 0 && !wanted.some((part) => title.includes(part))) continue
  await steps.step(title, async () => tallyOfCode((await runToEnd(root, node, args, { env: { PROOF: 'night', ...env } })).code))
}

const { passed, failed } = steps.report()
console.log(`\n${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1
