import * as Y from 'yjs'
import { breather } from './breather.ts'
import { type Head, openRows, readRows, rowsAt, writeRow } from './local-rows.ts'

/** Loose rows that are folded into one when the page is idle. */
const FOLD_AT = 300
/** Rows at opening from which all are folded into one: a reload reads few rows. */
const FOLD_ALL_AT = 48
/** Others' words are with the server already: they are written together, or with one's own next letter, which may build on them. */
const OTHERS_WAIT_MS = 1_000
const RETRY_MS = 5_000
/** So many rows are read, and so many updates merged, in one task: merging takes as long as the square of their number. */
const AT_ONCE = 60

const whenIdle = (act: () => void): void =>
  void (typeof requestIdleCallback === 'function' ? requestIdleCallback(act, { timeout: 10_000 }) : setTimeout(act, 500))

/**
 * One document on this device: every change is a row, in the order it happened. It knows when a row is on the disk, which is what « gardé ici » means, and while
 * someone writes it never goes through the whole document, so that a long evening costs a phone no stutter [decisions/a-store-of-our-own-on-the-device].
 * Two tabs may share one: each folds only rows it knows.
 */
export class LocalStore {
  /** Own changes not yet on the disk of this device. */
  unkept = 0
  /** False while the device takes no more (storage full): what is typed meanwhile lives in this page alone, and is tried again. */
  takes = true
  /** Own changes that the server was not known to have when the page was last open. */
  readonly unsentBefore: number
  readonly #name: string
  #database: IDBDatabase
  readonly #doc: Y.Doc
  readonly #onChange: () => void
  readonly #onUpdate = (update: Uint8Array, origin: unknown, _doc: Y.Doc, { local }: Y.Transaction): void => {
    if (origin !== this) this.#take(update, local)
  }
  /** Keys of the rows that the next folding replaces. It reads them again: kept here, a full hall's would cost a page some megabytes. */
  #loose: number[] = []
  /** Some of the document is in no row: the next folding takes all of it. */
  #isWhole = false
  #waiting: Uint8Array[] = []
  #timer: ReturnType<typeof setTimeout> | null = null
  #unsent: number
  /** What this tab last wrote of that: one that has nothing new to say leaves what another has. Null: not known to be written. */
  #said: number | null
  /** Refusals so far: a write that was under way at one says nothing about the letters typed since. */
  #refusals = 0
  #isFolding = false
  #isHeld = false
  #isClosed = false
  /** Its database is not there any more. */
  #isGone = false
  #last: Promise<unknown> = Promise.resolve()

  /**
   * Opens and reads the document's rows into `doc`, with the store as origin. Rejects where the browser refuses to store. `isLate`: one works in `doc` already, of
   * which nothing is in a row; it takes all of that first.
   */
  static async open(name: string, doc: Y.Doc, onChange: () => void, isLate = false): Promise<LocalStore> {
    const database = await openRows(name)
    const { keys, rows, head } = await readRows(database).catch((fault: unknown) => {
      database.close()
      throw fault
    })
    const store = new LocalStore(name, database, doc, head?.unsent ?? 0, onChange)
    const breathe = breather()
    let allRead = true
    for (const update of rows.flat()) {
      try {
        Y.applyUpdate(doc, update, store)
      } catch {
        // One damaged row must not take the others with it; it stays on the disk, since only rows that were read are folded.
        allRead = false
      }
      await breathe()
    }
    if (allRead && (isLate || keys.length >= FOLD_ALL_AT)) store.#loose = keys
    if (isLate) {
      store.takes = false
      await store.#retry()
    } else if (store.#loose.length > 0) {
      store.#isWhole = true
      store.#foldSoon()
    }
    return store
  }

  private constructor(name: string, database: IDBDatabase, doc: Y.Doc, unsent: number, onChange: () => void) {
    this.#name = name
    this.#database = database
    this.#doc = doc
    this.unsentBefore = unsent
    this.#unsent = unsent
    this.#said = unsent
    this.#onChange = onChange
    doc.on('update', this.#onUpdate)
    this.#listen()
    addEventListener('pagehide', this.#flush)
    addEventListener('visibilitychange', this.#flush)
  }

  /** How much the server is not known to have: kept for the next opening of the page. */
  noteUnsent(count: number): void {
    if (count === this.#unsent) return
    this.#unsent = count
    if (count === 0) this.#later()
  }

  /** Writes what waits and closes; the rows stay. */
  async destroy(): Promise<void> {
    this.#flush()
    await this.#last.catch(() => undefined)
    this.#doc.off('update', this.#onUpdate)
    this.#shut()
  }

  #listen(): void {
    // A recovery, perhaps of another tab, gives up what it has copied to safety: it may not wait for us. What is typed until this tab follows is in no row,
    // and where it was somebody who emptied the device, nothing is.
    this.#database.onversionchange = () => {
      this.#shut()
      this.unkept = this.#unsent
      this.#onChange()
    }
    this.#database.onclose = () => this.#lost()
  }

  /** The browser took the storage away under us, as it does when its owner empties it: no row is left, and a new store takes the whole document. */
  #lost(): void {
    if (this.#isClosed) return
    this.#isGone = true
    this.#loose = []
    this.unkept = this.#unsent
    this.#refusals += 1
    const isTried = !this.takes // soon again anyway
    this.takes = false
    this.#onChange()
    if (!isTried) void this.#retry()
  }

  /** False: the browser gives no storage, or nobody wants it any more. */
  async #reopen(): Promise<boolean> {
    const database = await openRows(this.#name).catch(() => null)
    if (database === null || this.#isClosed) {
      database?.close()
      return false
    }
    this.#database = database
    this.#isGone = false
    this.#listen()
    return true
  }

  #shut(): void {
    this.#isClosed = true
    this.takes = false
    if (this.#timer !== null) clearTimeout(this.#timer)
    removeEventListener('pagehide', this.#flush)
    removeEventListener('visibilitychange', this.#flush)
    this.#database.close()
  }

  #take(update: Uint8Array, isOwn: boolean): void {
    this.#waiting.push(update)
    if (!isOwn) return this.#later()
    this.unkept += 1
    this.#unsent += 1
    this.#onChange() // whoever heard of this letter before us took it for kept
    this.#write(1)
  }

  readonly #flush = (): void => this.#write(0)

  /** While the document is not whole nothing of it is written; afterwards all of it at once. */
  hold(is: boolean): void {
    if (this.#isHeld && !is) this.#later()
    this.#isHeld = is
  }

  #later(): void {
    this.#timer ??= setTimeout(this.#flush, OTHERS_WAIT_MS)
  }

  /** One row for all that waits. */
  #write(own: 0 | 1): void {
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = null
    if (!this.takes || this.#isHeld) return // what waits is told apart from what the next try encodes
    const row = this.#waiting
    this.#waiting = []
    const refusals = this.#refusals
    try {
      const written = writeRow(this.#database, { row, head: this.#head() }, own === 1 ? 'strict' : 'relaxed')
      this.#last = written
      written.then(
        (key) => this.#written(key, refusals === this.#refusals ? own : 0),
        () => this.#refused(),
      )
    } catch {
      this.#refused()
    }
  }

  #head(): Head | null {
    if (this.#said === this.#unsent) return null
    this.#said = this.#unsent
    return { unsent: this.#unsent }
  }

  #written(key: number | null, own: number): void {
    if (key !== null) this.#loose.push(key)
    this.unkept -= own
    if (own > 0) this.#onChange()
    if (this.#loose.length >= FOLD_AT) this.#foldSoon()
  }

  #refused(): void {
    this.#refusals += 1
    this.#isWhole = true
    if (!this.takes || this.#isClosed) return
    this.takes = false
    this.#onChange()
    this.#retryLater()
  }

  #retryLater(): void {
    setTimeout(() => void this.#retry(), RETRY_MS)
  }

  /** The whole document in one row, until nothing was typed meanwhile. */
  async #retry(): Promise<void> {
    do {
      this.#waiting = []
      this.#isWhole = true
      this.#said = null
      if (this.#isClosed) return
      if (this.#isGone && !(await this.#reopen())) return this.#retryLater()
      if (!(await this.#fold())) return this.#retryLater()
    } while (this.#waiting.length > 0)
    this.takes = true
    this.unkept = 0
    this.#onChange()
  }

  #foldSoon(): void {
    if (this.#isFolding) return
    this.#isFolding = true
    whenIdle(() => {
      void this.#fold().then((isFolded) => {
        this.#isFolding = false
        if (!isFolded) this.#refused()
      })
    })
  }

  /** One row in place of the loose ones, as pieces that are each read, and made, in a task of their own. False: the device did not take it. */
  async #fold(): Promise<boolean> {
    if (this.#isClosed) return true
    const loose = [...this.#loose]
    const refusals = this.#refusals
    const database = this.#database
    try {
      const row: Uint8Array[] = []
      const breathe = breather()
      for await (const piece of this.#isWhole ? await wholeOf(this.#doc) : mergedFrom(database, loose)) {
        row.push(piece)
        await breathe()
      }
      // In a new store the keys of these rows are those of others.
      if (this.#isClosed || database !== this.#database) return false
      this.#last = writeRow(database, { row, head: this.#head(), instead: loose }, 'relaxed')
      await this.#last
    } catch {
      return false
    }
    if (refusals === this.#refusals) this.#isWhole = false
    this.#loose = this.#loose.filter((key) => !loose.includes(key))
    return true
  }
}

/** The rows under these keys as fewer updates, in their order. */
async function* mergedFrom(database: IDBDatabase, keys: readonly number[]): AsyncGenerator<Uint8Array> {
  for (let first = 0; first < keys.length; first += AT_ONCE) {
    const updates = (await rowsAt(database, keys.slice(first, first + AT_ONCE))).flat()
    for (let next = 0; next < updates.length; next += AT_ONCE) yield Y.mergeUpdates(updates.slice(next, next + AT_ONCE))
  }
}

/** In pieces, as this is folded behind what one came for; in one go where the network does not bring what cuts it. */
const wholeOf = (doc: Y.Doc): Promise<Iterable<Uint8Array>> =>
  import('./document-pieces.ts').then(
    ({ piecesOfDocument }) => piecesOfDocument(doc),
    () => [Y.encodeStateAsUpdate(doc)],
  )
