import { parentPort } from 'node:worker_threads'
import { makeSnapshot } from './snapshot.ts'
import type { Reply, Request } from './thread-snapshots.ts'

/** The body of the thread that makes snapshots: one at a time, each answered. */
const port = parentPort
if (port === null) throw new Error('this file is the body of a worker thread')

port.on('message', ({ id, parts }: Request) => {
  try {
    const made = makeSnapshot(parts)
    port.postMessage({ id, made } satisfies Reply, [made.update.buffer])
  } catch (fault) {
    // the kind alone: what a decoder says may quote what was written
    port.postMessage({ id, fault: fault instanceof Error ? fault.name : 'fault' } satisfies Reply)
  }
})
