import { formerNews, heardOf } from '@clairiere/ritual'
import type { AppMeans } from '../app-means.ts'

/**
 * What a structure has just answered a meeting is told on to those that follow it, one after the other down the line: they were made when nobody knew [D11, G4]. Everything is told
 * each time, so that what an interruption left untold comes with the next answer. Rejects once all were told who could be, when one could not.
 */
export async function tellFollowers({ passes, rooms }: AppMeans, meetingId: string): Promise<void> {
  const room = await rooms.open(meetingId)
  if (room === null) return
  const news = formerNews(room.board)
  const line = [meetingId]
  const faults: unknown[] = []
  for (const former of line) {
    for (const follower of await passes.followersOf(former)) {
      if (line.includes(follower)) continue
      line.push(follower)
      await rooms
        .within(follower, (next) => next.take((board) => ({ ok: true, value: heardOf(board, news) })))
        .catch((fault: unknown) => faults.push(fault))
    }
  }
  if (faults.length > 0) throw faults[0]
}
