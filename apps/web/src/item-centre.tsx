import type { Id } from '@clairiere/ritual'
import { Suspense } from 'react'
import { useBoard } from './room/use-board.ts'
import { DecisionPanel, Earlier, ItemActions, ItemNotes, ItemPage } from './slots.tsx'

/** One item as the whole centre: a decision under way brings its own head and steps, then what every item has. */
export function ItemCentre({ itemId }: { itemId: Id }) {
  const decides = useBoard((board) => {
    const item = board.items[itemId]
    return (item?.kind === 'decision' || item?.kind === 'election') && item.status !== 'proposed' && item.status !== 'listed'
  })
  if (!decides) return <ItemPage itemId={itemId} />
  return (
    <div className="flex flex-col gap-6">
      <DecisionPanel itemId={itemId} />
      <Suspense fallback={null}>
        <ItemNotes itemId={itemId} />
        <ItemActions itemId={itemId} />
        <Earlier itemId={itemId} />
      </Suspense>
    </div>
  )
}
