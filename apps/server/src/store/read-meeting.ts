import { GenerationCipher } from '../keys/cipher.ts'
import { openEntries, openFacts, openSeed, openSnapshot, openUpdate } from './boxes.ts'
import { Unreadable } from './faults.ts'
import type { OpenedMeeting } from './store.ts'
import type { Shelf, SnapshotRow, Tables } from './tables.ts'

/** What lies on the disk of a meeting, opened. */
export type ReadMeeting = Omit<OpenedMeeting, 'journal' | 'epoch' | 'generation' | 'seq'>

/**
 * Reads all of a generation, in one read transaction of the caller's. Throws `Unreadable` when anything but the newest snapshot does not
 * open: a meeting with a hole in it is worse than one that waits for its backup.
 */
export function readMeeting(tables: Tables, shelf: Shelf, key: Uint8Array): ReadMeeting {
  const cipher = new GenerationCipher(key)
  try {
    const seed = tables.generation(shelf)?.seed
    if (seed === null || seed === undefined) throw new Error('no seed')
    const { snapshot, isRepaired } = readSnapshot(cipher, shelf, tables.snapshots(shelf))
    return {
      seed: openSeed(cipher, shelf, seed),
      snapshot,
      isRepaired,
      updates: tables.log(shelf, 'update', snapshot?.upto ?? -1).map((row) => openUpdate(cipher, shelf, row)),
      events: tables.log(shelf, 'facts', -1).map((row) => openFacts(cipher, shelf, row)),
      ...openEntries(cipher, shelf, tables.entries(shelf)),
      past: tables.pastGenerations(shelf.meeting),
    }
  } catch (cause) {
    throw new Unreadable(`generation ${shelf.generation} of meeting ${shelf.meeting} does not open`, { cause })
  } finally {
    cipher.forget()
  }
}

/** The newest snapshot up to `upto` and the updates between: together they are the document. Throws `Unreadable`. */
export function readWords(tables: Tables, shelf: Shelf, upto: number, key: Uint8Array): readonly Uint8Array[] {
  const cipher = new GenerationCipher(key)
  try {
    const { snapshot } = readSnapshot(
      cipher,
      shelf,
      tables.snapshots(shelf).filter((row) => row.upto <= upto),
    )
    const rows = tables.log(shelf, 'update', snapshot?.upto ?? -1).filter((row) => row.seq <= upto)
    return [...(snapshot === null ? [] : [snapshot.update]), ...rows.map((row) => openUpdate(cipher, shelf, row).update)]
  } catch (cause) {
    throw new Unreadable(`the words of generation ${shelf.generation} of meeting ${shelf.meeting} do not open`, { cause })
  } finally {
    cipher.forget()
  }
}

/** The bytes of one snapshot as the disk gives them back; null when the box does not open. */
export function readSnapshotBack(tables: Tables, shelf: Shelf, upto: number, key: Uint8Array): Uint8Array | null {
  const cipher = new GenerationCipher(key)
  const row = tables.snapshot(shelf, upto)
  return row === null ? null : attempt(cipher, shelf, row)
}

/** The updates since the older of two snapshots are kept for this very case. */
function readSnapshot(
  cipher: GenerationCipher,
  shelf: Shelf,
  newestFirst: readonly SnapshotRow[],
): Pick<ReadMeeting, 'snapshot' | 'isRepaired'> {
  for (const [place, row] of newestFirst.entries()) {
    const update = attempt(cipher, shelf, row)
    if (update !== null) return { snapshot: { upto: row.upto, update }, isRepaired: place > 0 }
  }
  if (newestFirst.length > 0) throw new Error('no snapshot opens, and the updates they hold may be deleted')
  return { snapshot: null, isRepaired: false }
}

function attempt(cipher: GenerationCipher, shelf: Shelf, row: SnapshotRow): Uint8Array | null {
  try {
    return openSnapshot(cipher, shelf, row)
  } catch {
    return null
  }
}
