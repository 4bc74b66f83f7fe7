import { Worker } from 'node:worker_threads'
import { StoreBroken, Unreadable } from './faults.ts'
import type { ReadMeeting } from './read-meeting.ts'
import type { Reader } from './reader.ts'
import type { Seq } from './store.ts'
import type { Shelf } from './tables.ts'

type Question =
  | { what: 'meeting'; shelf: Shelf; key: Uint8Array }
  | { what: 'words'; shelf: Shelf; upto: Seq; key: Uint8Array }
  | { what: 'snapshot'; shelf: Shelf; upto: Seq; key: Uint8Array }
  | { what: 'checkpoint'; kind: 'moved' | 'emptied' }
  | { what: 'close' }

/** The key is copied into the worker with each request and forgotten with it. */
export type Request = Question & { id: number }
export type Reply = { id: number; ok: true; value: unknown } | { id: number; ok: false; detail: string; errcode: number }

/** SQLITE_IOERR_FSYNC and SQLITE_IOERR_DIR_FSYNC: a sync that failed, which is never tried again. */
const FAILED_SYNCS = new Set([1034, 1290])

interface Pending {
  resolve(value: unknown): void
  reject(fault: unknown): void
}

/** The reader of a running server: this side of the worker thread, which starts with the first request. */
export class ThreadReader implements Reader {
  readonly #path: string
  readonly #onFailedSync: (fault: unknown) => void
  readonly #pending = new Map<number, Pending>()
  #worker: Worker | null = null
  #nextId = 1

  constructor(path: string, onFailedSync: (fault: unknown) => void) {
    this.#path = path
    this.#onFailedSync = onFailedSync
  }

  meeting(shelf: Shelf, key: Uint8Array): Promise<ReadMeeting> {
    return this.#ask<ReadMeeting>({ what: 'meeting', shelf, key })
  }

  words(shelf: Shelf, upto: Seq, key: Uint8Array): Promise<readonly Uint8Array[]> {
    return this.#ask<readonly Uint8Array[]>({ what: 'words', shelf, upto, key })
  }

  snapshot(shelf: Shelf, upto: Seq, key: Uint8Array): Promise<Uint8Array | null> {
    return this.#ask<Uint8Array | null>({ what: 'snapshot', shelf, upto, key })
  }

  checkpoint(kind: 'moved' | 'emptied'): Promise<boolean> {
    return this.#ask<boolean>({ what: 'checkpoint', kind })
  }

  /** Its connection is closed before the thread ends: the last one to close would else delete the log under the writer. */
  async close(): Promise<void> {
    if (this.#worker === null) return
    await this.#ask({ what: 'close' })
    const worker = this.#worker
    this.#worker = null
    await worker.terminate()
  }

  /** The answer is trusted to be `T`: both sides are in this folder. */
  #ask<T>(question: Question): Promise<T> {
    this.#worker ??= this.#start()
    const { promise, resolve, reject } = Promise.withResolvers<T>()
    const id = this.#nextId++
    this.#pending.set(id, { resolve: (value) => resolve(value as T), reject })
    this.#worker.postMessage({ ...question, id } satisfies Request)
    return promise
  }

  #start(): Worker {
    const worker = new Worker(new URL('reading-thread.ts', import.meta.url), { workerData: { path: this.#path } })
    worker.unref()
    worker.on('message', (reply: Reply) => this.#settle(reply))
    worker.on('error', (cause) => this.#fail(cause))
    return worker
  }

  #settle(reply: Reply): void {
    const pending = this.#pending.get(reply.id)
    this.#pending.delete(reply.id)
    if (reply.ok) {
      pending?.resolve(reply.value)
      return
    }
    const fault = new Unreadable(reply.detail)
    if (FAILED_SYNCS.has(reply.errcode)) this.#onFailedSync(fault)
    pending?.reject(fault)
  }

  /** The thread died: whoever waits hears of it, the next request starts another. */
  #fail(cause: unknown): void {
    this.#worker = null
    for (const pending of this.#pending.values()) pending.reject(new StoreBroken('the reading thread died', { cause }))
    this.#pending.clear()
  }
}
