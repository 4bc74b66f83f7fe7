import type { GenerationKeys } from '../keys/generation-keys.ts'
import { NotSaving } from './faults.ts'
import type { Shelf } from './tables.ts'

const DISK_FULL = new Set<unknown>(['ENOSPC', 'EDQUOT'])

/** The key of a generation about to begin; a full disk is the store not saving, here as in a transaction. */
export async function makeKey(keys: GenerationKeys, { meeting, generation }: Shelf): Promise<Uint8Array> {
  try {
    return await keys.create(meeting, generation)
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && DISK_FULL.has(cause.code)) throw new NotSaving('no room for a key', { cause })
    throw cause
  }
}
