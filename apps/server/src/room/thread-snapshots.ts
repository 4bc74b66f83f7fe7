import { Worker } from 'node:worker_threads'
import type { Snapshot, SnapshotMaker } from './snapshot.ts'

export interface Request {
  readonly id: number
  readonly parts: readonly Uint8Array[]
}
export type Reply = { readonly id: number; readonly made: Snapshot } | { readonly id: number; readonly fault: string }

type Pending = PromiseWithResolvers<Snapshot>

/** Makes snapshots in a thread of its own, which starts with the first and keeps no process alive. */
export class ThreadSnapshots implements SnapshotMaker {
  readonly #pending = new Map<number, Pending>()
  #worker: Worker | null = null
  #nextId = 1

  make(parts: readonly Uint8Array[]): Promise<Snapshot> {
    this.#worker ??= this.#start()
    const pending = Promise.withResolvers<Snapshot>()
    const id = this.#nextId++
    this.#pending.set(id, pending)
    this.#worker.postMessage({ id, parts } satisfies Request)
    return pending.promise
  }

  #start(): Worker {
    const worker = new Worker(new URL('snapshot-thread.ts', import.meta.url))
    worker.unref()
    worker.on('message', (reply: Reply) => this.#settle(reply))
    worker.on('error', (cause) => this.#fail(cause))
    return worker
  }

  #settle(reply: Reply): void {
    const pending = this.#pending.get(reply.id)
    this.#pending.delete(reply.id)
    if ('made' in reply) pending?.resolve(reply.made)
    else pending?.reject(new Error(`no snapshot could be made (${reply.fault})`))
  }

  /** The thread died: whoever waits hears of it, the next request starts another. */
  #fail(cause: unknown): void {
    this.#worker = null
    for (const { reject } of this.#pending.values()) reject(new Error('the thread that makes snapshots died', { cause }))
    this.#pending.clear()
  }
}
