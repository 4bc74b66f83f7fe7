import { useT } from '../i18n/words.tsx'
import { actWords } from '../room/act-words.ts'
import type { Pending } from '../room/outbox.ts'
import { useRoom } from '../room/room.tsx'
import { Button } from '../ui/button.tsx'
import { Passage } from './passage.tsx'

/** The words of an act that waited on this device and was refused in the end: to copy, or to leave. */
export function RefusedAct({ pending }: { pending: Pending }) {
  const t = useT('room').recovery
  const link = useRoom()
  const giveUp = () => {
    link.outbox.giveUp(pending.id)
    link.changes.notify()
  }
  return (
    <Passage text={actWords(pending.act).join('\n')}>
      <Button kind="quiet" onClick={giveUp}>
        {t.giveUp}
      </Button>
    </Passage>
  )
}
