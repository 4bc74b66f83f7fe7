/** `pnpm dev`: the server, started again when a file of it changes, and the page, changed in place, at one address. */
import { fileURLToPath } from 'node:url'
import { endWithParent, runToEnd } from './children.mjs'
import { pinnedNode } from './install.mjs'

const serverPort = process.env.PORT ?? '4100'
const pagePort = process.env.PAGE_PORT ?? '5173'
const page = `http://localhost:${pagePort}`
const server = `http://127.0.0.1:${serverPort}`

const root = fileURLToPath(new URL('..', import.meta.url))
const node = pinnedNode(root)
endWithParent()

const serving = runToEnd(root, node, ['--watch', '--watch-preserve-output', 'apps/server/src/main.ts'], {
  // The server stays on this machine, behind the page's proxy; its links must name the page. A manual clock refuses a public address.
  env: { PORT: serverPort, HOST: '127.0.0.1', ...(process.env.CLOCK === 'manual' ? {} : { PUBLIC_URL: process.env.PUBLIC_URL ?? page }) },
})
const viteArgs = ['apps/web', '--port', pagePort, '--strictPort', '--clearScreen', 'false', '--logLevel', 'warn']
const showing = runToEnd(root, node, ['node_modules/vite/bin/vite.js', ...viteArgs], { env: { SERVER_URL: server } })

Promise.all([answers(server), answers(page)]).then(
  () => console.log(`\n  Open ${page}\n`),
  () => console.error(`\n  Nothing answers at ${page} yet; see above.\n`),
)

// Either one without the other is of no use.
const { code } = await Promise.race([serving, showing])
console.error(`One side has ended (${code}), so the other does too.`)
process.kill(process.pid, 'SIGTERM')

/**
 * Resolves once something answers at this address, whatever it says; rejects after half a minute.
 *
 * @param {string} url
 */
async function answers(url) {
  const signal = AbortSignal.timeout(30_000)
  while (!(await fetch(url, { signal }).catch(() => signal.throwIfAborted()))) await new Promise((resolve) => setTimeout(resolve, 100))
}
