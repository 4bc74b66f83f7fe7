import { useT } from '../i18n/words.tsx'
import { actWords } from '../room/act-words.ts'
import type { Pending } from '../room/outbox.ts'
import { useRoom } from '../room/room.tsx'
import { useBoard } from '../room/use-board.ts'
import { Button } from '../ui/button.tsx'
import { LatePosition } from './late-position.tsx'
import { objectingIn } from './objecting.ts'
import { Passage } from '../room/passage.tsx'
import { SendLate } from './send-late.tsx'

/** The words of an act that waited on this device and was refused in the end: to copy, to leave, to say after the round where it was an objection, or to send to the scribe where the minutes were sealed meanwhile [§4.5]. */
export function RefusedAct({ pending }: { pending: Pending }) {
  const t = useT('room').recovery
  const link = useRoom()
  const sealed = useBoard((board) => board.meeting.status === 'sealed')
  const text = actWords(pending.act).join('\n')
  const objecting = objectingIn(pending.act)
  const giveUp = () => {
    link.outbox.giveUp(pending.id)
    link.changes.notify()
  }
  return (
    <Passage
      text={text}
      first={sealed ? <SendLate text={text} onSent={giveUp} /> : objecting && <LatePosition act={objecting} onSaid={giveUp} />}
    >
      <Button kind="quiet" onClick={giveUp}>
        {t.giveUp}
      </Button>
    </Passage>
  )
}
