import { Hand } from 'lucide-react'
import { useT } from '../i18n/words.tsx'
import { useAct, useAllowed } from '../room/use-act.ts'
import { useBoard } from '../room/use-board.ts'
import { useNames } from '../room/use-names.ts'
import { useMine } from '../room/use-roles.ts'
import { Strip } from '../ui/strip.tsx'
import { useFloorOpen } from './floor-section.tsx'

/** Under a phone's header: the end of one's own turn, or, for whoever keeps the floor, the next person who asks. On a laptop both stand at the right. */
export function FloorStrip() {
  const t = useT('floor')
  const names = useNames()
  const send = useAct()
  const { me } = useMine()
  const { turn, queue } = useBoard((board) => board.now.floor)
  const open = useFloorOpen()
  const next = queue[0]
  const give = { type: 'give-floor', personId: next?.personId ?? '', from: null } as const
  const mayGive = useAllowed(give).allowed
  if (!open) return null
  if (turn?.personId === me)
    return (
      <div className="laptop:hidden">
        <Strip icon={Hand} word={t.mine} dismissLabel={t.done} onDismiss={() => void send({ type: 'end-floor', turnId: turn.turnId })} />
      </div>
    )
  if (!next || turn !== null || next.personId === me) return null
  if (!mayGive) return null
  return (
    <div className="laptop:hidden">
      <Strip icon={Hand} word={t.askedStrip(names.first(next.personId))} dismissLabel={t.giveShort} onDismiss={() => void send(give)} />
    </div>
  )
}
