import { formerNews, heardOf, readWords, type Board, type FormerNews } from '@clairiere/ritual'
import type { AppMeans } from '../app-means.ts'
import type { Room } from '../room/room.ts'
import { NotSaving } from '../store/faults.ts'

type Means = Pick<AppMeans, 'passes' | 'rooms' | 'log'>

const hear = async (room: Room, news: FormerNews): Promise<void> => {
  const taken = await room.take((board) => ({ ok: true, value: heardOf(board, news) }))
  if (!taken.ok) throw new NotSaving('a meeting could not be told what its former was answered')
}

/**
 * What a structure has just answered a meeting is told on to those that follow it, one after the other down the line: they were made when nobody knew [D11, G4, §2.4.7].
 * Each hears what the one before it knows by then, hence whether a feedback is on an agenda already. Everything is told each time, so that nothing left untold is lost.
 * Rejects once all were told who could be, when one could not.
 */
export async function tellFollowers({ passes, rooms }: Means, meetingId: string): Promise<void> {
  // Most meetings have none yet while they do what would be told: their words are not read for nobody.
  if ((await passes.followersOf(meetingId)).length === 0) return
  const room = await rooms.open(meetingId)
  if (room === null) return
  const line = [{ id: meetingId, news: formerNews(room.board, readWords(room.doc)) }]
  const faults: unknown[] = []
  for (const former of line) {
    for (const id of await passes.followersOf(former.id)) {
      if (line.some((told) => told.id === id)) continue
      // What could not be told to one is told to those after it as its former knows it.
      const follower = { id, news: former.news }
      line.push(follower)
      await rooms
        .within(id, async (next) => {
          await hear(next, former.news)
          follower.news = formerNews(next.board, readWords(next.doc))
        })
        .catch((fault: unknown) => faults.push(fault))
    }
  }
  if (faults.length > 0) throw faults[0]
}

/**
 * Tells on what an act did here, which was owed with it and stands whatever comes of the telling: those that were not reached are told with the next one, or by the
 * next start. Only what was owed before the telling is paid by it. Never rejects.
 */
export async function tellOn(means: Means, meetingId: string): Promise<void> {
  try {
    const debts = await means.passes.untold(meetingId)
    await tellFollowers(means, meetingId)
    for (const { debtId } of debts) await means.passes.told(meetingId, debtId)
  } catch (fault) {
    means.log.error('what a meeting did was not told on', { meetingId }, fault)
  }
}

/** A meeting just made hears what its former was told since it was read for it; most often nothing. What it could not hear the next start tells it. */
export async function hearFormer({ rooms, passes }: Means, { former, made }: { former: string; made: Board }): Promise<void> {
  const room = await rooms.open(former)
  if (room === null) return
  const news = formerNews(room.board, readWords(room.doc))
  const { id } = made.meeting
  if (heardOf(made, news).length === 0) return
  await passes.owe(former, id)
  await rooms.within(id, (next) => hear(next, news))
  await passes.told(former, id)
}

/** Once, at the start: what the last process took and could not tell on to every follower. What cannot be told either is told by the next start. */
export async function tellUntold(means: Means): Promise<void> {
  const owing = new Set((await means.passes.untold()).map(({ meetingId }) => meetingId))
  for (const meetingId of owing) await tellOn(means, meetingId)
}
