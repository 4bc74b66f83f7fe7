import { closeCodes } from '@clairiere/ritual'
import type { RoomCore } from './core.ts'
import type { Visitor } from './visitor.ts'
import type { WordsDesk } from './words-desk.ts'

/** One person's devices, tabs and forgotten tabs. */
const MAX_SOCKETS_PER_PERSON = 10
const MAX_SOCKETS = 1_000

/** With which close code a socket is turned away, or null: it may come in. */
export function turnedAway({ audience, journal }: RoomCore, words: WordsDesk, { personId, generation }: Visitor): number | null {
  if (generation !== null && generation < journal.generation) return closeCodes.olderGeneration
  if (audience.size >= MAX_SOCKETS) return closeCodes.tooMany
  const devices = [...audience].filter((connection) => connection.personId === personId).length
  return devices >= MAX_SOCKETS_PER_PERSON || words.heldOffMs(personId) > 0 ? closeCodes.tooMany : null
}
