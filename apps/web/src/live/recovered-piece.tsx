import { useState } from 'react'
import { useT } from '../i18n/words.tsx'
import { putBack } from '../room/put-back.ts'
import type { Recovered } from '../room/recovery.ts'
import { useLink, useRoom } from '../room/room.tsx'
import { textsOf } from '../room/unsent.ts'
import { useBoard } from '../room/use-board.ts'
import { useMine } from '../room/use-roles.ts'
import { Button } from '../ui/button.tsx'
import { ErrorLine } from '../ui/error-line.tsx'
import { useCopy } from './use-copy.ts'

/** What a person typed in a piece, as text to read and copy; a structured value is shown by its texts. */
const textOf = ({ piece }: Recovered): string => (piece.kind === 'value' ? textsOf(piece.mine) : piece.text)

/** One piece. Once the minutes are sealed nothing can be put back: it goes to the scribe as a late word [AC-26]; whoever observes by now can copy it alone. */
export function RecoveredPiece({ recovered }: { recovered: Recovered }) {
  const t = useT('room').recovery
  const ui = useT('ui')
  const live = useT('live')
  const link = useRoom()
  const sealed = useBoard((board) => board.meeting.status === 'sealed')
  const replacing = useLink((room) => room.replacing)
  const { observes } = useMine()
  const [fault, setFault] = useState('')
  const text = textOf(recovered)
  const { shown, copied, copy } = useCopy(text)
  const sendLate = async () => {
    if (!(await link.handedBack.sendLate(recovered, text))) setFault(live.offline.text)
  }
  const removed = recovered.piece.kind === 'removed'
  return (
    <li className="flex flex-col gap-1 border-t border-line pt-3">
      {removed && <span className="text-second text-ink2">{live.removedHere}</span>}
      <p ref={shown} className="max-h-60 overflow-y-auto wrap-anywhere whitespace-pre-wrap select-all">
        {text}
      </p>
      <div className="flex flex-wrap gap-x-5">
        {!removed && sealed && (
          <Button kind="link" onClick={() => void sendLate()}>
            {t.sendLate}
          </Button>
        )}
        {!sealed && !replacing && !observes && (
          <Button kind="link" onClick={() => link.handedBack.putBack(recovered, putBack)}>
            {removed ? t.removeAgain : t.putBack}
          </Button>
        )}
        <Button kind="link" onClick={copy}>
          {copied === 'copied' ? ui.copied : t.copy}
        </Button>
        <Button kind="quiet" onClick={() => void link.handedBack.settle(recovered)}>
          {t.giveUp}
        </Button>
      </div>
      <p role="status" className={copied === 'selected' ? 'text-second text-ink2' : 'sr-only'}>
        {copied === 'selected' ? live.textSelected : ''}
      </p>
      {fault && <ErrorLine>{fault}</ErrorLine>}
    </li>
  )
}
