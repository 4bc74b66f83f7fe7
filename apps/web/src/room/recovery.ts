import * as Y from 'yjs'
import { arrivedBefore, arrivedIn } from './arrived.ts'
import { giveUpRows, heldIn } from './local-rows.ts'
import { ownClients } from './own-clients.ts'
import type { Recovered } from './recovered-pieces.ts'
import { dropDocument, keepDocument, keptDocuments, settlePiece, type KeptDocument } from './recovery-store.ts'

export type { Recovered } from './recovered-pieces.ts'

/** A document about to be replaced, and its store on this device. */
export interface Replaced {
  doc: Y.Doc
  storeName: string
  /** How many had been replaced when it was made. */
  count: number
  generation: number
}

/**
 * What was replaced, kept on this device until its owner has put each piece back or given it up. A document that storage refuses to keep stays in memory:
 * the list is shown all the same, it only does not survive the page.
 */
export class Recovery {
  pieces: readonly Recovered[] = []
  readonly #meetingId: string
  readonly #personId: string
  readonly #onChange: () => void
  #kept: KeptDocument[] = []
  #inMemory: KeptDocument[] = []
  /** Put back or given up on this page: a list that was being made meanwhile must not bring them again, nor one from memory. */
  readonly #settled = new Set<string>()
  #lists = 0
  /** How long each kept document was when it was listed; what another tab has added to it since is in no list of ours. */
  #listed = new Map<string, number>()

  constructor(meetingId: string, personId: string, onChange: () => void) {
    this.#meetingId = meetingId
    this.#personId = personId
    this.#onChange = onChange
  }

  get #countKey(): string {
    return `clairiere:replaced:${this.#meetingId}:${this.#personId}`
  }

  #countHere = 0
  /** How many documents this person has had replaced here: part of the local store's name, so that an old store is never opened again. */
  get count(): number {
    try {
      return Math.max(this.#countHere, Number(localStorage.getItem(this.#countKey) ?? 0) || 0)
    } catch {
      return this.#countHere
    }
  }

  async load(): Promise<void> {
    this.#kept = await keptDocuments(this.#meetingId, this.#personId).catch(() => [])
  }

  /**
   * Keeps a document before it is replaced, with all that its store holds (another tab may have written there). The count goes up only after the copy is safe, so a
   * crash between the two repeats the recovery; a tab that follows another finds it gone up already.
   */
  async keep({ doc, storeName, count, generation }: Replaced, reason: string): Promise<void> {
    const held = readableOf(await heldIn(storeName).catch(() => []))
    const kept: KeptDocument = {
      storeName,
      meetingId: this.#meetingId,
      personId: this.#personId,
      generation,
      reason,
      at: Date.now(),
      update: new Uint8Array(),
      clients: [],
      settled: [],
    }
    let isSafe = true
    let isWhole = true
    const touched = (): void => void (isWhole = false)
    doc.on('update', touched)
    do {
      isWhole = true
      kept.update = Y.mergeUpdates([Y.encodeStateAsUpdate(doc), ...held])
      kept.clients = [...new Set([...ownClients(storeName), doc.clientID])]
      isSafe = await keepDocument(kept).then(
        () => true,
        () => false,
      )
      // What was typed while the copy was written is in the next one: the fields become read-only a moment later than the refusal.
    } while (!isWhole)
    doc.off('update', touched)
    if (!isSafe) this.#inMemory = [...this.#inMemory.filter((other) => other.storeName !== storeName), kept]
    this.#countHere = Math.max(this.count, count + 1)
    try {
      localStorage.setItem(this.#countKey, String(this.#countHere))
      if (isSafe) await giveUpRows(storeName, (last) => this.#keepLast(kept, last))
    } catch {
      // Without a place for the count the old store would be opened again, and refused again; where the device takes no more, another tab's last letters are in no
      // copy: it keeps what it holds.
    }
    await this.load()
  }

  /** What another tab has put into the rows since they were read, and was told is kept here. False: some rows cannot be read, and are in no copy. */
  async #keepLast(kept: KeptDocument, last: readonly Uint8Array[]): Promise<boolean> {
    const readable = readableOf(last)
    await keepDocument({ ...kept, update: Y.mergeUpdates([kept.update, ...readable]), clients: ownClients(kept.storeName) })
    return last.length === readable.length
  }

  /**
   * Lists what the kept documents hold that had not arrived: against the fresh document once it has synced or, for those of an older generation, against the
   * numbers with which that generation ended. Without network nothing is listed yet and everything stays kept. Resolves with false
   * when one could not be measured.
   */
  async compareWith(
    fresh: { doc: Y.Doc; generation: number; synced: Promise<void> },
    endOf: (generation: number) => Promise<Uint8Array | null>,
  ): Promise<boolean> {
    const list = ++this.#lists
    const all = [...this.#kept, ...this.#inMemory]
    const read = all.length === 0 ? () => [] : await readerOnce(fresh.synced)
    if (read === null) return false
    const found: Recovered[] = []
    const listed = new Map<string, number>()
    let isAll = true
    for (const kept of all) {
      const end = kept.generation === fresh.generation ? null : await endOf(kept.generation)
      if (kept.generation !== fresh.generation && end === null) {
        isAll = false
        continue
      }
      const pieces = read(kept, end === null ? arrivedIn(fresh.doc) : arrivedBefore(end))
      if (pieces.length === 0) await this.#drop(kept.storeName, kept.update.length)
      listed.set(kept.storeName, kept.update.length)
      found.push(...pieces)
    }
    if (list !== this.#lists || (found.length === 0 && this.pieces.length === 0)) return isAll
    this.#listed = listed
    this.pieces = found.filter((piece) => !this.#settled.has(nameOf(piece)))
    this.#onChange()
    return isAll
  }

  /** One piece is put back or given up; with the last one of a document, the kept copy goes. Resolves once that is remembered. */
  async settle(recovered: Recovered): Promise<void> {
    const { storeName, key } = recovered
    this.#settled.add(nameOf(recovered))
    this.pieces = this.pieces.filter((other) => other !== recovered)
    this.#onChange()
    await settlePiece(storeName, key).catch(() => undefined)
    if (!this.pieces.some((other) => other.storeName === storeName)) await this.#drop(storeName, this.#listed.get(storeName) ?? 0)
  }

  async #drop(storeName: string, length: number): Promise<void> {
    this.#kept = this.#kept.filter((kept) => kept.storeName !== storeName)
    this.#inMemory = this.#inMemory.filter((kept) => kept.storeName !== storeName)
    await dropDocument(storeName, length).catch(() => undefined)
  }
}

/** Those that are updates: a damaged row must not take the others with it, here as where the store is read. */
const readableOf = (updates: readonly Uint8Array[]): Uint8Array[] =>
  updates.filter((update) => {
    try {
      Y.decodeUpdate(update)
      return true
    } catch {
      return false
    }
  })

const nameOf = ({ storeName, key }: Recovered): string => `${storeName} ${key}`

/** What reads lost words out of a document: most who meet never lose one, so it is not with what everyone loads first. Null where the network does not bring it. */
const readerOnce = async (synced: Promise<void>) => {
  await synced
  return import('./recovered-pieces.ts').then(
    ({ piecesOf }) => piecesOf,
    () => null,
  )
}
