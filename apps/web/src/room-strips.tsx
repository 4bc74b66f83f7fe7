import { Suspense } from 'react'
import { useBegun } from './room/use-begun.ts'
import { useBoard } from './room/use-board.ts'
import { FloorStrip, LateStrip, SignalPause, SignalStrip, UnreadWhisper } from './slots.tsx'
import { later } from './ui/later.ts'

const RoleStrip = later(async () => (await import('./circle/role-strip.tsx')).RoleStrip)

/** What stands under the header of the room, each fetched when there may be something to say; `resting`, while somebody else speaks in a round, only a signal. */
export function RoomStrips({ resting }: { resting: boolean }) {
  const begun = useBegun()
  const signals = useBoard((board) => Object.keys(board.signals).length > 0)
  const decides = useBoard((board) => Object.keys(board.decisions).length > 0)
  const unread = useBoard((board) => (board.now.unreadWhispers?.length ?? 0) > 0)
  const floor = useBoard(({ now }) => now.floor.turn !== null || now.floor.queue.length > 0)
  return (
    <Suspense fallback={null}>
      {(begun || signals) && <SignalStrip />}
      {!resting && <RoleStrip />}
      {!resting && decides && <LateStrip />}
      {!resting && (begun || unread) && <UnreadWhisper />}
      {!resting && floor && <FloorStrip />}
    </Suspense>
  )
}

/** A pause over everything, fetched with the follow-up, or as soon as somebody pauses or raises a signal. */
export function PausePlace() {
  const begun = useBegun()
  const wanted = useBoard(({ now, signals }) => now.pause !== null || Object.keys(signals).length > 0)
  if (!begun && !wanted) return null
  return (
    <Suspense fallback={null}>
      <SignalPause />
    </Suspense>
  )
}
