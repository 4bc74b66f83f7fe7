import { useT } from '../i18n/words.tsx'
import { putBack } from '../room/put-back.ts'
import type { Recovered } from '../room/recovery.ts'
import { useLink, useRoom } from '../room/room.tsx'
import { textsOf } from '../room/unsent.ts'
import { useBoard } from '../room/use-board.ts'
import { useMine } from '../room/use-roles.ts'
import { Button } from '../ui/button.tsx'
import { Passage } from '../room/passage.tsx'
import { SendLate } from './send-late.tsx'

/** What a person typed in a piece, as text to read and copy; a structured value is shown by its texts. */
const textOf = ({ piece }: Recovered): string => (piece.kind === 'value' ? textsOf(piece.mine) : piece.text)

/** One piece. Once the minutes are sealed nothing can be put back: it goes to the scribe as a late word [AC-26]; whoever observes by now can copy it alone. */
export function RecoveredPiece({ recovered }: { recovered: Recovered }) {
  const t = useT('room').recovery
  const { removedHere } = useT('live')
  const { handedBack } = useRoom()
  const sealed = useBoard((board) => board.meeting.status === 'sealed')
  const replacing = useLink((room) => room.replacing)
  const { observes } = useMine()
  const text = textOf(recovered)
  const removed = recovered.piece.kind === 'removed'
  const settle = () => void handedBack.settle(recovered)
  return (
    <Passage
      text={text}
      above={removed && <span className="text-second text-ink2">{removedHere}</span>}
      first={
        <>
          {!removed && sealed && <SendLate text={text} onSent={settle} />}
          {!sealed && !replacing && !observes && (
            <Button kind="link" onClick={() => handedBack.putBack(recovered, putBack)}>
              {removed ? t.removeAgain : t.putBack}
            </Button>
          )}
        </>
      }
    >
      <Button kind="quiet" onClick={settle}>
        {t.giveUp}
      </Button>
    </Passage>
  )
}
