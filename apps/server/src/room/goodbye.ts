import { closeCodes } from '@clairiere/ritual'
import type { Compaction } from './compaction.ts'
import type { Connection } from './connection.ts'
import type { RoomCore } from './core.ts'
import type { WordsDesk } from './words-desk.ts'

/**
 * Everyone of a room is told to come back, each when it is their `turn`. Who still waits for theirs goes on working: what they send is taken as ever. Resolves when
 * all of it is synced and nobody is left; rejects never, and waits for a disk that takes no writes.
 */
export async function sayGoodbye(core: RoomCore, words: WordsDesk, compaction: Compaction, turn: () => Promise<void>): Promise<void> {
  const { audience, means, meetingId } = core
  const goes = (connection: Connection): void => {
    connection.hangUp(closeCodes.restart, 'restart')
    audience.remove(connection)
  }
  // All of a slice wait for the same sync: one each would take longer than the process has, on a slow disk.
  await Promise.all(
    [...audience].map(async (connection) => {
      await turn()
      words.run() // what came counts, and its author is told so before the end
      await core.settled()
      connection.tellSaved()
      goes(connection)
    }),
  )
  await compaction.sweep().catch((fault: unknown) => means.log.error('a snapshot failed', { meetingId }, fault))
  // Requests that were under way have brought somebody in meanwhile, or an act; the clock, a fact.
  do {
    for (const connection of audience) goes(connection)
    words.run()
    if (!words.isEmpty) await words.ticked() // too much for one tick
    await core.settled()
    await means.store.synced(core.lastMark)
  } while (audience.size > 0 || core.journal.isDirty || !words.isEmpty)
}
