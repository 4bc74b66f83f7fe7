import { runToEnd } from './children.mjs'
import { isCurrent, markCurrent, markStale, stampOf } from './stamps.mjs'

/** All that ends up in the page, or decides how it is built. */
const sources = ['apps/web', 'packages', 'package.json', 'pnpm-lock.yaml']

/**
 * Builds the web app when something it is made of has changed since the last build. Answers the builder's exit code.
 *
 * @param {string} root
 * @param {string} node
 */
export async function buildWeb(root, node) {
  const stamp = stampOf(root, sources)
  if (isCurrent(root, 'build', stamp, 'apps/web/dist/index.html')) return 0
  markStale(root, 'build')
  const { code } = await runToEnd(root, node, ['node_modules/vite/bin/vite.js', 'build', 'apps/web', '--logLevel', 'warn'])
  if (code === 0) markCurrent(root, 'build', stamp)
  return code
}
