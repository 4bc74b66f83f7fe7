import { enableCompileCache } from 'node:module'
import { fileURLToPath } from 'node:url'

// Before anything else is read, hence the import below: types are stripped and code is compiled once, and the next start takes half the time.
// Not the system's temporary folder, where another user could put code for us to run.
enableCompileCache(fileURLToPath(new URL('../../../node_modules/.cache/node', import.meta.url)))
const { start } = await import('./start.ts')
await start()
