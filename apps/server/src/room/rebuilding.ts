import type { OpenedMeeting } from '../store/store.ts'
import type { RoomCore } from './core.ts'
import type { WordsDesk } from './words-desk.ts'
import type { Piece } from './words-tick.ts'

/**
 * A tick did what inspection had not foreseen: the state in memory is thrown away and read again from the log, which holds nothing of that tick. Then
 * its pieces are judged one by one; whose piece trips again is hung up, and held off if that goes on: each such piece
 * costs two readings of the log. Nobody else notices: nothing had left.
 */
export async function readAgain(
  core: RoomCore,
  words: WordsDesk,
  pieces: readonly Piece[],
  open: () => Promise<OpenedMeeting | null>,
): Promise<void> {
  await reload(core, open)
  for (const piece of pieces) {
    if (words.replay(piece)) continue
    piece.connection.isFenced = true
    words.refuse(piece.connection, 'conflicting-struct', 'unforeseen effect')
    await reload(core, open)
  }
}

async function reload(core: RoomCore, open: () => Promise<OpenedMeeting | null>): Promise<void> {
  await core.means.store.synced(core.lastMark)
  core.journal.release()
  const opened = await open()
  if (opened === null) throw new Error('the meeting of an open room is gone')
  core.replace(opened)
}
