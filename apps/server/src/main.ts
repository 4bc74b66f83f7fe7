import { enableCompileCache } from 'node:module'
import { fileURLToPath } from 'node:url'

// Before anything else is read, hence the import below: types are stripped and code is compiled once, and the next start takes half the time.
// Not the system's temporary folder, where another user could put code for us to run.
const cache = fileURLToPath(new URL('../../../node_modules/.cache/node', import.meta.url))
enableCompileCache(cache)
// Threads look for it here alone: without it the one that reads meetings makes everything ready anew, a quarter of a second.
process.env['NODE_COMPILE_CACHE'] ??= cache
const { start } = await import('./start.ts')
await start()
