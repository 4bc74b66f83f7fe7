import type { PublicBoard } from '../board.ts'
import type { Entry, Learning, Words } from '../words.ts'

/** The log of what this meeting learnt: what was noted, then what its feedbacks taught in the order of the points, each sentence once on a point [A7, F5]. */
export const learntIn = ({ feedbacks, items }: Pick<PublicBoard, 'feedbacks' | 'items'>, noted: Words['learnings']): Words['learnings'] => {
  const taught = Object.values(feedbacks).flatMap(({ itemId, learning: text }): readonly Entry<Learning>[] =>
    text === undefined || noted.some((each) => each.itemId === itemId && each.text === text)
      ? []
      : [{ id: `feedback:${itemId}`, kind: 'learning', text, itemId, rank: 0 }],
  )
  const place = ({ itemId = '' }: Learning): number => items[itemId]?.position ?? 0
  return [...noted, ...taught.toSorted((a, b) => place(a) - place(b) || (a.id < b.id ? -1 : 1))]
}
