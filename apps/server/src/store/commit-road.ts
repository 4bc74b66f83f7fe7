import { NotSaving, StaleEpoch, StoreBroken } from './faults.ts'
import { MarkWaits } from './mark-waits.ts'
import type { JournalListener, Mark, StoreState, StoreWatch } from './store.ts'
import { SyncPace } from './sync-pace.ts'

/** One thing to write: `run` is called inside a transaction, again if that one is rolled back. */
export interface Write {
  run(): void
  /** What it weighs while it waits. */
  readonly bytes: number
  /** Whether it waits for room on a full disk. What memory already shows must; the catalogue would rather say no. */
  readonly isPatient: boolean
  /** `run` is a single statement: alone in its turn it is a transaction by itself. */
  readonly isOneStatement?: boolean
  /** Whose it is: taken out with all the others of its meeting when another start has claimed that. */
  readonly meetingId?: string
  readonly listener?: JournalListener
  /** It will never be written. */
  drop?(fault: NotSaving | StaleEpoch): void
}

/** `busy`: in a moment. `full`: rolled back, later. `broken`: what was promised may be lost. */
export type Ailment = 'busy' | 'full' | 'broken'

/** A thing that commits and syncs. With no writes, `transact` probes whether writing is possible at all. */
export interface Medium {
  /** All of it or none; throws what `ailment` can name. */
  transact(writes: readonly Write[]): void
  /** Resolves when all that was committed *before the call* would survive a power cut. */
  sync(): Promise<void>
  ailment(fault: unknown): Ailment
}

const BUSY_RETRY_MS = 2
const BUSY_PATIENCE_MS = 1000
const FIRST_RETRY_MS = 100
const LAST_RETRY_MS = 5000

/**
 * The way from a write to « saved »: one transaction per loop turn for all rooms, a sync beside it, never two at once; who wrote is told
 * in order. A failed transaction is retried; a failed sync never is, because the kernel may have dropped the pages and will say all is
 * well the second time.
 */
export class CommitRoad {
  readonly #medium: Medium
  readonly #watch: StoreWatch
  readonly #syncPace: SyncPace
  #queue: { mark: Mark; write: Write }[] = []
  #backlogBytes = 0
  #head: Mark = 0
  #committed: Mark = 0
  #synced: Mark = 0
  #state: StoreState = 'saving'
  #cause: unknown
  #turn: NodeJS.Immediate | undefined
  #retry: NodeJS.Timeout | undefined
  #retryMs = FIRST_RETRY_MS
  #busySince: number | null = null
  #gathered: (() => void)[] = []
  #isGathering = false
  #isSyncing = false
  #unsynced = new Map<JournalListener, Mark>()
  readonly #forCommit = new MarkWaits()
  readonly #forSync = new MarkWaits()
  readonly #listeners = new Set<(state: StoreState, cause?: unknown) => void>()

  /** `restMs`: how long after the start of a sync the next one waits for company, unless `hurry` is called. */
  constructor(medium: Medium, watch: StoreWatch = {}, restMs = 0) {
    this.#medium = medium
    this.#watch = watch
    this.#syncPace = new SyncPace(restMs, () => this.#startSync())
  }

  get state(): StoreState {
    return this.#state
  }

  get backlogBytes(): number {
    return this.#backlogBytes
  }

  get syncedMark(): Mark {
    return this.#synced
  }

  onState(listener: (state: StoreState, cause?: unknown) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Runs it at the end of this loop turn, just before the transaction that takes what it writes and what all the others of this turn write. */
  gather(run: () => void): void {
    this.#gathered.push(run)
    this.#soon()
  }

  /** Somebody waits for all up to `mark` to be synced: that is not put off. */
  hurry(mark: Mark): void {
    if (this.#syncPace.hurry(mark)) this.#startSync()
  }

  /** Throws `StoreBroken` once broken or closed. */
  enqueue(write: Write): Mark {
    this.#refuseIfOver()
    this.#head += 1
    this.#queue.push({ mark: this.#head, write })
    this.#backlogBytes += write.bytes
    if (this.#retry === undefined && !this.#isGathering) this.#soon()
    return this.#head
  }

  /** Resolves with what `run` returned once that is synced; rejects when it never will be, with `NotSaving` for want of room if impatient. */
  async record<T>(run: () => T, { isPatient, meetingId }: { isPatient: boolean; meetingId?: string }): Promise<T> {
    this.#refuseIfOver()
    if (this.#state === 'not-saving' && !isPatient) throw new NotSaving('the disk takes no writes', { cause: this.#cause })
    const { promise, resolve, reject } = Promise.withResolvers<T>()
    let result: { value: T } | undefined
    const keep = (): void => void (result = { value: run() })
    const mark = this.enqueue({ run: keep, bytes: 0, isPatient, drop: reject, ...(meetingId === undefined ? {} : { meetingId }) })
    this.synced(mark).then(() => result !== undefined && resolve(result.value), reject)
    return promise
  }

  committed(mark: Mark): Promise<void> {
    return mark <= this.#committed ? Promise.resolve() : this.#forCommit.wait(mark, this.#never())
  }

  synced(mark: Mark): Promise<void> {
    this.hurry(mark)
    return mark <= this.#synced ? Promise.resolve() : this.#forSync.wait(mark, this.#never())
  }

  /** Nothing that was written since the last good sync is promised any more. */
  break(cause: unknown): void {
    if (this.#state === 'broken' || this.#state === 'closed') return
    this.#stop()
    const fault = new StoreBroken('the store is broken: nothing since the last good sync counts', { cause })
    this.#forCommit.end(fault)
    this.#forSync.end(fault)
    this.#become('broken', cause)
  }

  /** Last transaction and last sync. Throws `NotSaving` if the disk is still full, `StoreBroken` if it came to that. */
  async close(): Promise<void> {
    this.#refuseIfOver()
    this.#stop()
    this.#flush()
    if (this.#queue.length > 0) {
      this.#stop()
      throw new NotSaving('the last writes did not fit on the disk', { cause: this.#cause })
    }
    await this.synced(this.#committed)
    this.#stop()
    this.#become('closed')
  }

  /** Why nothing that is not there yet will ever come; null while it may. */
  #never(): StoreBroken | null {
    if (this.#state !== 'broken' && this.#state !== 'closed') return null
    return new StoreBroken('it will never be written', { cause: this.#cause })
  }

  #soon(): void {
    this.#turn ??= setImmediate(() => this.#endTurn())
  }

  /** One room's fault must not keep the others from their turn. */
  #endTurn(): void {
    this.#turn = undefined
    const gathered = this.#gathered
    this.#gathered = []
    this.#isGathering = true
    for (const run of gathered) {
      try {
        run()
      } catch (fault) {
        this.#watch.listenerFault?.(fault)
      }
    }
    this.#isGathering = false
    if (this.#queue.length > 0 && this.#retry === undefined && this.#state !== 'broken' && this.#state !== 'closed') this.#flush()
  }

  #flush(): void {
    clearTimeout(this.#retry)
    this.#retry = undefined
    const batch = this.#queue
    const startedAt = performance.now()
    try {
      this.#medium.transact(batch.map((queued) => queued.write))
    } catch (fault) {
      this.#failed(fault)
      return
    }
    this.#queue = []
    this.#backlogBytes = 0
    this.#retryMs = FIRST_RETRY_MS
    this.#busySince = null
    this.#committed = batch.at(-1)?.mark ?? this.#committed
    this.#watch.committed?.(performance.now() - startedAt, batch.length)
    this.#become('saving')
    const told = new Map<JournalListener, Mark>()
    for (const { mark, write } of batch) if (write.listener !== undefined) told.set(write.listener, mark)
    for (const [listener, mark] of told) this.#unsynced.set(listener, mark)
    this.#tell(told, 'committed')
    this.#startSync() // after the relay: people wait for that one
    this.#forCommit.reached(this.#committed)
  }

  #failed(fault: unknown): void {
    if (fault instanceof StaleEpoch) {
      this.#drop(fault, (write) => write.meetingId === fault.meetingId)
      this.#soon()
      return
    }
    const ailment = this.#medium.ailment(fault)
    if (ailment === 'broken') {
      this.break(fault)
      return
    }
    this.#busySince ??= performance.now()
    if (ailment === 'busy' && performance.now() - this.#busySince < BUSY_PATIENCE_MS) {
      this.#retry = setTimeout(() => this.#flush(), BUSY_RETRY_MS)
      return
    }
    this.#retry = setTimeout(() => this.#flush(), this.#retryMs)
    this.#retryMs = Math.min(this.#retryMs * 2, LAST_RETRY_MS)
    this.#become('not-saving', fault)
    this.#drop(new NotSaving('the disk takes no writes', { cause: fault }), (write) => !write.isPatient)
  }

  #drop(fault: NotSaving | StaleEpoch, isMeant: (write: Write) => boolean): void {
    const dropped = this.#queue.filter(({ write }) => isMeant(write))
    this.#queue = this.#queue.filter(({ write }) => !isMeant(write))
    for (const { write } of dropped) {
      this.#backlogBytes -= write.bytes
      write.drop?.(fault)
    }
  }

  /** What is synced is the head at the *call*: a commit during the sync waits for the next one. */
  #startSync(): void {
    if (this.#isSyncing || this.#committed === this.#synced) return
    if (!this.#syncPace.mayStart(this.#synced)) return
    this.#isSyncing = true
    const upTo = this.#committed
    const told = this.#unsynced
    this.#unsynced = new Map()
    const startedAt = performance.now()
    this.#medium.sync().then(
      () => {
        this.#isSyncing = false
        if (this.#state === 'broken') return
        this.#synced = upTo
        this.#watch.synced?.(performance.now() - startedAt)
        this.#tell(told, 'synced')
        this.#forSync.reached(upTo)
        this.#startSync()
      },
      (fault: unknown) => this.break(fault),
    )
  }

  /** One room's fault must not keep the others from hearing. */
  #tell(told: ReadonlyMap<JournalListener, Mark>, what: 'committed' | 'synced'): void {
    for (const [listener, mark] of told) {
      try {
        listener[what](mark)
      } catch (fault) {
        this.#watch.listenerFault?.(fault)
      }
    }
  }

  #refuseIfOver(): void {
    if (this.#state === 'broken') throw new StoreBroken('the store takes no more writes', { cause: this.#cause })
    if (this.#state === 'closed') throw new StoreBroken('the store is closed')
  }

  #become(state: StoreState, cause?: unknown): void {
    if (this.#state === state) return
    this.#state = state
    this.#cause = cause
    for (const listener of this.#listeners) listener(state, cause)
  }

  #stop(): void {
    clearImmediate(this.#turn)
    clearTimeout(this.#retry)
    this.#syncPace.stop()
    this.#turn = undefined
    this.#retry = undefined
  }
}
