import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { Row } from '../row.ts'

const script = fileURLToPath(new URL('../../apps/server/src/guard/guard.bench.ts', import.meta.url))

/** What judging costs, in a process of its own; nobody else judges. */
export const guardRow: Row = {
  id: 'guard',
  title: 'The guard: one keystroke into 1 MB; a first sync of 1 MB in 38,000 structs',
  figures: {
    keystroke: { name: 'keystroke', unit: 'µs', digits: 1, goal: { atMost: 5 } },
    sync: { name: 'first sync', unit: 'ms', digits: 0, goal: { atMost: 70 } },
  },
  peers: ['clairiere'],
  async run() {
    const { stdout } = await promisify(execFile)(process.execPath, [script, '--json'])
    return JSON.parse(stdout) as { keystroke: number; sync: number }
  },
}
