import type { Day, PublicBoard } from '@clairiere/ritual'
import type { RoomPlace } from '../room/places.ts'

/** Something that stays open once the meeting is over, and where it is answered. */
export type OpenAfter = { id: string; kind: 'react' | 'advise'; title: string; until: Day | undefined; place: RoomPlace }

/** What people may still react to until its last day, and advice that nobody has concluded, in the order of the agenda. `today` is a day of the meeting's time zone. */
export const openAfter = (
  { items, broadcasts, decisions, advice }: Pick<PublicBoard, 'items' | 'broadcasts' | 'decisions' | 'advice'>,
  today: Day,
): readonly OpenAfter[] => {
  const inOrder = Object.values(items).toSorted((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1))
  return inOrder.flatMap(({ id, title, status }): readonly OpenAfter[] => {
    if (status === 'withdrawn' || status === 'proposed') return []
    const place = { id: 'item', itemId: id } as const
    const until = broadcasts[id]?.openUntil
    const request = advice[id]
    return [
      ...(until !== undefined && until >= today ? [{ id, kind: 'react' as const, title, until, place }] : []),
      ...(request !== undefined && request.outcome === undefined && request.decideBy >= today
        ? [{ id, kind: 'advise' as const, title, until: request.decideBy, place }]
        : []),
      ...Object.values(decisions)
        .filter((decision) => decision.itemId === id && decision.status === 'adopted' && decision.reactionUntil >= today)
        .map((decision) => ({
          id: decision.id,
          kind: 'react' as const,
          title: [decision.ref, decision.title].filter(Boolean).join(' · '),
          until: decision.reactionUntil,
          place: { id: 'decision', ref: decision.ref ?? decision.id } as const,
        })),
    ]
  })
}
