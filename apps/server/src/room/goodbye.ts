import { closeCodes } from '@clairiere/ritual'
import type { Compaction } from './compaction.ts'
import type { RoomCore } from './core.ts'
import type { WordsDesk } from './words-desk.ts'

/**
 * Everyone of a room is told to come back, each when it is their `turn`. Who still waits for theirs goes on working: what they send is taken as ever. Resolves when
 * all of it is synced; rejects never, and waits for a disk that takes no writes.
 */
export async function sayGoodbye(core: RoomCore, words: WordsDesk, compaction: Compaction, turn: () => Promise<void>): Promise<void> {
  const present = [...core.audience] // whoever goes meanwhile leaves the audience
  for (const connection of present) {
    await turn()
    words.run() // what came counts, and its author is told so before the end
    await core.settled()
    connection.tellSaved()
    connection.hangUp(closeCodes.restart, 'restart')
    core.audience.remove(connection)
  }
  words.run()
  await core.settled()
  await compaction.sweep()
  await core.means.store.synced(core.lastMark)
}
