import { useEffect, useRef } from 'react'
import { useT } from '../i18n/words.tsx'
import { useItemTime } from '../room/item-time.ts'
import { useBoard } from '../room/use-board.ts'
import { useNames } from '../room/use-names.ts'
import { useMine } from '../room/use-roles.ts'
import { useAnnounce } from '../ui/live-region.tsx'

/** Minutes at which what is left is said aloud. */
const toldAt: readonly number[] = [5, 1]

/** Tells screen readers what others see change: whose turn it is, which item has opened, the time left at five and one minute. What stood when one came in is not told. */
export function Announcer() {
  const t = useT('live').said
  const announce = useAnnounce()
  const names = useNames()
  const { me } = useMine()
  const turn = useBoard((board) => board.now.turn ?? board.now.floor.turn)
  const item = useBoard((board) => (board.now.itemId === null ? undefined : board.items[board.now.itemId]))
  const time = useItemTime()
  const before = useRef({ turnId: turn?.turnId, itemId: item?.id, left: time?.left })
  useEffect(() => {
    if (turn && turn.turnId !== before.current.turnId) announce(turn.personId === me ? t.myTurn : t.turn(names.first(turn.personId)))
    before.current.turnId = turn?.turnId
  }, [turn, me, names, t, announce])
  useEffect(() => {
    if (item && item.id !== before.current.itemId) announce(t.item(item.title))
    before.current.itemId = item?.id
  }, [item, t, announce])
  useEffect(() => {
    const left = time?.left
    if (left !== undefined && before.current.left !== undefined && left < before.current.left) {
      if (toldAt.includes(left)) announce(t.left(left))
      if (left === 0) announce(t.timeHeld)
    }
    before.current.left = left
  }, [time?.left, t, announce])
  return null
}
