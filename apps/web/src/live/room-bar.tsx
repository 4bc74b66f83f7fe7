import { CircleDot, Leaf, List, UsersRound } from 'lucide-react'
import { useT } from '../i18n/words.tsx'
import { pathTo, type RoomPlace } from '../room/places.ts'
import { useRoom } from '../room/room.tsx'
import { useBoard, useConfidences } from '../room/use-board.ts'
import { useMine } from '../room/use-roles.ts'
import { BottomBar } from '../ui/bottom-bar.tsx'
import { awaited } from './awaited.ts'

/** The four places of a phone: whoever looks elsewhere sees that they are awaited in the present one, the mood-watch how many whispers wait. */
export function RoomBar({ place }: { place: RoomPlace }) {
  const t = useT('live').places
  const { identity } = useRoom()
  const mine = useMine()
  const waits = useBoard((board) => awaited(board).has(identity.personId))
  const whispers = useConfidences('whisper').filter(({ payload }) => payload?.status === 'sent').length
  const to = (id: 'now' | 'agenda' | 'circle' | 'mood') => pathTo(identity.meetingId, { id })
  return (
    <BottomBar
      label={t.label}
      current={place.id === 'item' ? 'agenda' : place.id}
      places={[
        { id: 'now', label: t.now, icon: CircleDot, href: to('now'), waits: waits && place.id !== 'now' ? t.awaited : undefined },
        { id: 'agenda', label: t.agenda, icon: List, href: to('agenda') },
        { id: 'circle', label: t.circle, icon: UsersRound, href: to('circle') },
        {
          id: 'mood',
          label: t.mood,
          icon: Leaf,
          href: to('mood'),
          count: mine.keepsMood ? { shown: whispers, label: t.whispers(whispers) } : undefined,
        },
      ]}
    />
  )
}
