import { useT } from '../i18n/words.tsx'
import { useAct } from '../room/use-act.ts'
import { useBoard } from '../room/use-board.ts'
import { useNames } from '../room/use-names.ts'
import { Button } from '../ui/button.tsx'
import { Sheet } from '../ui/sheet.tsx'
import { unheard } from './next-step.ts'

/** Who speaks next where whoever wants may: those who asked first, then the others not yet heard. Nobody is made to [B24]. */
export function PickTurn({ onClose }: { onClose: () => void }) {
  const t = useT('live').leads
  const names = useNames()
  const act = useAct()
  const board = useBoard((whole) => whole)
  const round = board.now.roundId === null ? undefined : board.rounds[board.now.roundId]
  if (!round) return null
  const waiting = unheard(board, round)
  const asked = board.now.floor.queue.map(({ personId }) => personId).filter((id) => waiting.includes(id))
  const give = async (personId: string) => {
    const sent = await act({ type: 'start-turn', roundId: round.id, personId })
    if (sent.ok) onClose()
  }
  return (
    <Sheet open onClose={onClose} title={t.pickTurn}>
      <ul className="flex flex-col gap-2">
        {[...asked, ...waiting.filter((id) => !asked.includes(id))].map((id) => (
          <li key={id}>
            <Button wide onClick={() => void give(id)}>
              {asked.includes(id) ? t.asksToSpeak(names.first(id)) : names.first(id)}
            </Button>
          </li>
        ))}
      </ul>
    </Sheet>
  )
}
