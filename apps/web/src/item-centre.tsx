import type { Id, ItemKind } from '@clairiere/ritual'
import { Suspense } from 'react'
import { RIGHT_COLUMN, useMedia } from './ui/use-media.ts'
import { useBoard } from './room/use-board.ts'
import { Waiting } from './shell/waiting.tsx'
import {
  DecisionPanel,
  Earlier,
  FloorSection,
  FollowUpLines,
  ItemActions,
  ItemDisagreements,
  ItemMore,
  ItemNotes,
  ItemPage,
} from './slots.tsx'

/** Kinds in which people may differ, and say so [B5, B15]. */
const debated: readonly ItemKind[] = ['decision', 'concertation', 'tension', 'feedback', 'advice']

/** One item as the whole centre: a decision under way brings its own head and steps, then what every item has. `led`: whoever leads has the foot of it below. */
export function ItemCentre({ itemId, led = false }: { itemId: Id; led?: boolean }) {
  const decides = useBoard((board) => {
    const item = board.items[itemId]
    return (item?.kind === 'decision' || item?.kind === 'election') && item.status !== 'proposed' && item.status !== 'listed'
  })
  const debates = useBoard((board) => {
    const item = board.items[itemId]
    return item !== undefined && debated.includes(item.kind) && item.status !== 'proposed' && item.status !== 'listed'
  })
  const isOpen = useBoard((board) => board.now.itemId === itemId)
  // On a laptop the floor stands at the right.
  const floorHere = !useMedia(RIGHT_COLUMN) && isOpen
  const floor = floorHere && (
    <Suspense fallback={null}>
      <FloorSection />
    </Suspense>
  )
  const below = debates && (
    <div className="mx-auto w-full max-w-160 pt-6 laptop:mx-0">
      <Suspense fallback={null}>
        <ItemDisagreements itemId={itemId} />
      </Suspense>
    </div>
  )
  const followsUp = useBoard((board) => board.items[itemId]?.kind === 'follow-up')
  const followUp = followsUp && (
    <Suspense fallback={null}>
      <FollowUpLines />
    </Suspense>
  )
  if (!decides)
    return (
      <Suspense key="talk" fallback={<Waiting />}>
        <ItemPage itemId={itemId} floor={floor} led={led} followUp={followUp} />
        {below}
      </Suspense>
    )
  return (
    <Suspense key="decision" fallback={<Waiting />}>
      <div className="flex flex-col gap-6">
        <DecisionPanel itemId={itemId} floor={floor} />
        <Suspense fallback={null}>
          <ItemNotes itemId={itemId} />
          <ItemActions itemId={itemId} />
          {below}
          <Earlier itemId={itemId} />
          <ItemMore itemId={itemId} />
        </Suspense>
      </div>
    </Suspense>
  )
}
