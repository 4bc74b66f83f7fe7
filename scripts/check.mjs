/** `pnpm check`: everything that can be known in half a minute, without a browser and without starting servers. */
import { fileURLToPath } from 'node:url'
import { checks, unitTests } from './checks.mjs'
import { endWithParent, runToEnd } from './children.mjs'
import { pinnedNode } from './install.mjs'
import { Steps } from './steps.mjs'
import { tallyOfCode, tallyOfVitest } from './tally.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const node = pinnedNode(root)
const steps = new Steps()
endWithParent()
process.env['WITHOUT_PROCESSES'] = '1'

for (const { title, args } of checks) {
  await steps.step(title, async () => tallyOfCode((await runToEnd(root, node, args)).code))
}
await steps.step(unitTests.title, async () => tallyOfVitest(unitTests.report, (await runToEnd(root, node, unitTests.args)).code))

const { passed, failed } = steps.report()
console.log(`\n${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1
