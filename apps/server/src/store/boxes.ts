import { type GenerationCipher, pad, unpad } from '../keys/cipher.ts'
import type { Answer, Confidence, ConfidenceChange, LateWords, Owner, Seq, Tick } from './store.ts'
import type { EntryKind, EntryRow, LogPart, LogRow, Shelf, SnapshotRow, Tables } from './tables.ts'

/**
 * Between what a room says and the rows of a generation: every content is locked under its key, bound to its place, and entries are named
 * by HMAC. This file alone knows both sides.
 */

/** A tick made ready to be written any number of times. */
export interface BoxedTick {
  readonly bytes: number
  /** All there is to write, when it is one row of the log: words. */
  readonly only: LogRow | null
  /** Inside a transaction. */
  writeTo(tables: Tables): void
}

export function boxTick(cipher: GenerationCipher, shelf: Shelf, seq: Seq, tick: Tick): BoxedTick {
  const log: LogRow[] = []
  const put: EntryRow[] = []
  const gone: string[] = []
  const { secrets = [] } = tick
  const row = (part: LogPart): string => logPlace(shelf, part, seq)
  if (tick.update !== undefined) log.push({ seq, part: 'update', data: cipher.lock(tick.update, row('update')) })
  if (tick.facts !== undefined) log.push({ seq, part: 'facts', data: cipher.lockText(tick.facts, row('facts')) })
  for (const owner of tick.owners ?? []) put.push(entry(cipher, shelf, 'owner', [String(owner.clientId)], owner))
  for (const answer of tick.answers ?? []) put.push(entry(cipher, shelf, 'answer', [answer.actId], answer))
  for (const words of tick.late ?? []) put.push(entry(cipher, shelf, 'late', [words.id], words))
  for (const change of tick.confidences ?? []) {
    if (change.payload === null) gone.push(nameOfConfidence(cipher, change))
    else put.push(entry(cipher, shelf, 'confidence', confidenceKey(change), { ...change, payload: change.payload }))
  }
  return {
    bytes: log.reduce((sum, { data }) => sum + data.length, 0),
    only: log.length === 1 && put.length === 0 && gone.length === 0 && secrets.length === 0 ? (log[0] ?? null) : null,
    writeTo(tables) {
      for (const logRow of log) tables.insertLog(shelf, logRow)
      for (const name of gone) tables.deleteEntry(shelf, 'confidence', name)
      for (const entryRow of put) tables.putEntry(shelf, entryRow)
      for (const secret of secrets) tables.putSecret(secret)
    },
  }
}

export function boxLate(cipher: GenerationCipher, shelf: Shelf, words: LateWords): EntryRow {
  return entry(cipher, shelf, 'late', [words.id], words)
}

export function boxSnapshot(cipher: GenerationCipher, shelf: Shelf, upto: Seq, update: Uint8Array): SnapshotRow {
  return { upto, data: cipher.lock(update, snapshotPlace(shelf, upto)) }
}

export function boxSeed(cipher: GenerationCipher, shelf: Shelf, board: string): Uint8Array {
  return cipher.lockText(board, seedPlace(shelf))
}

export function openSeed(cipher: GenerationCipher, shelf: Shelf, seed: Uint8Array): string {
  return cipher.unlockText(seed, seedPlace(shelf))
}

export function openSnapshot(cipher: GenerationCipher, shelf: Shelf, row: SnapshotRow): Uint8Array {
  return cipher.unlock(row.data, snapshotPlace(shelf, row.upto))
}

export function openUpdate(cipher: GenerationCipher, shelf: Shelf, row: LogRow): { seq: Seq; update: Uint8Array } {
  return { seq: row.seq, update: cipher.unlock(row.data, logPlace(shelf, 'update', row.seq)) }
}

export function openFacts(cipher: GenerationCipher, shelf: Shelf, row: LogRow): { seq: Seq; facts: string } {
  return { seq: row.seq, facts: cipher.unlockText(row.data, logPlace(shelf, 'facts', row.seq)) }
}

export interface Entries {
  readonly owners: Owner[]
  readonly answers: Answer[]
  readonly confidences: Confidence[]
  readonly late: LateWords[]
}

/** Late words by id; the others in no order that means anything. */
export function openEntries(cipher: GenerationCipher, shelf: Shelf, rows: readonly EntryRow[]): Entries {
  const all: Entries = { owners: [], answers: [], confidences: [], late: [] }
  const shelves: Record<EntryKind, unknown[]> = { owner: all.owners, answer: all.answers, confidence: all.confidences, late: all.late }
  for (const row of rows) {
    const plain = unpad(cipher.unlock(row.data, entryPlace(shelf, row.kind, row.name)))
    shelves[row.kind].push(JSON.parse(plain)) // authenticated: only boxTick wrote it
  }
  all.late.sort((a, b) => (a.id < b.id ? -1 : 1))
  return all
}

function entry(
  cipher: GenerationCipher,
  shelf: Shelf,
  kind: EntryKind,
  key: readonly string[],
  content: Owner | Answer | Confidence | LateWords,
): EntryRow {
  const name = cipher.nameOf(kind, ...key)
  return { kind, name, data: cipher.lock(pad(JSON.stringify(content)), entryPlace(shelf, kind, name)) }
}

function confidenceKey({ kind, person, subject }: ConfidenceChange): readonly string[] {
  return [kind, person, subject]
}

function nameOfConfidence(cipher: GenerationCipher, change: ConfidenceChange): string {
  return cipher.nameOf('confidence', ...confidenceKey(change))
}

function logPlace({ meeting, generation }: Shelf, part: LogPart, seq: Seq): string {
  return JSON.stringify(['log', meeting, generation, part, seq])
}

function snapshotPlace({ meeting, generation }: Shelf, upto: Seq): string {
  return JSON.stringify(['snapshot', meeting, generation, upto])
}

function seedPlace({ meeting, generation }: Shelf): string {
  return JSON.stringify(['seed', meeting, generation])
}

function entryPlace({ meeting, generation }: Shelf, kind: EntryKind, name: string): string {
  return JSON.stringify(['entry', meeting, generation, kind, name])
}
