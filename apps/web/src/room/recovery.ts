import * as Y from 'yjs'
import { arrivedBefore, arrivedIn, type Arrived } from './arrived.ts'
import { dropDocument, keepDocument, keptDocuments, type KeptDocument } from './recovery-store.ts'
import { rootKind } from './root-kind.ts'
import { unsent, type Unsent } from './unsent.ts'

/** One piece that had not arrived, why, and when. */
export interface Recovered {
  key: string
  reason: string
  at: number
  piece: Unsent
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

  constructor(meetingId: string, personId: string, onChange: () => void) {
    this.#meetingId = meetingId
    this.#personId = personId
    this.#onChange = onChange
  }

  get #countKey(): string {
    return `clairiere:replaced:${this.#meetingId}:${this.#personId}`
  }

  /** How many documents this person has had replaced here: part of the local store's name, so that an old store is never opened again. */
  get count(): number {
    return Number(localStorage.getItem(this.#countKey) ?? 0) || 0
  }

  async load(): Promise<void> {
    this.#kept = await keptDocuments(this.#meetingId, this.#personId).catch(() => [])
  }

  /** Keeps the document before it is replaced. The count goes up only after the copy is safe, so a crash between the two repeats the recovery. */
  async keep(doc: Y.Doc, generation: number, reason: string): Promise<void> {
    const kept = {
      meetingId: this.#meetingId,
      personId: this.#personId,
      generation,
      reason,
      at: Date.now(),
      update: Y.encodeStateAsUpdate(doc),
    }
    await keepDocument(kept).catch(() => undefined)
    const stored = await keptDocuments(this.#meetingId, this.#personId).catch(() => [])
    this.#kept = stored.length > 0 ? stored : [...this.#kept, kept]
    localStorage.setItem(this.#countKey, String(this.count + 1))
  }

  /**
   * Lists what the kept documents hold that had not arrived: against the fresh document once it has synced or, for those of an older generation, against the
   * numbers with which that generation ended. Without network nothing is listed yet and everything stays kept.
   */
  async compareWith(
    fresh: { doc: Y.Doc; generation: number; synced: Promise<void> },
    endOf: (generation: number) => Promise<Uint8Array | null>,
  ): Promise<void> {
    if (this.#kept.length === 0) return
    await fresh.synced
    const found: Recovered[] = []
    for (const kept of this.#kept) {
      const end = kept.generation === fresh.generation ? null : await endOf(kept.generation)
      if (kept.generation !== fresh.generation && end === null) continue
      found.push(...piecesOf(kept, end === null ? arrivedIn(fresh.doc) : arrivedBefore(end)))
    }
    this.pieces = found
    this.#onChange()
  }

  /** One piece is put back or given up; with the last one of a document, the kept copy goes. */
  settle(recovered: Recovered): void {
    this.pieces = this.pieces.filter((other) => other.key !== recovered.key)
    const rest = this.pieces.some((other) => other.at === recovered.at)
    if (!rest) {
      for (const kept of this.#kept)
        if (kept.at === recovered.at && kept.id !== undefined) void dropDocument(kept.id).catch(() => undefined)
      this.#kept = this.#kept.filter((kept) => kept.at !== recovered.at)
    }
    this.#onChange()
  }
}

/** The pieces of one kept document; one that holds nothing more than the server is forgotten. */
const piecesOf = (kept: KeptDocument, arrived: Arrived): Recovered[] => {
  const old = new Y.Doc()
  Y.applyUpdate(old, kept.update)
  const pieces = unsent(old, arrived, rootKind).map((piece, index) => ({
    key: `${kept.at}:${index}`,
    reason: kept.reason,
    at: kept.at,
    piece,
  }))
  old.destroy()
  if (pieces.length === 0 && kept.id !== undefined) void dropDocument(kept.id).catch(() => undefined)
  return pieces
}
