import { useState } from 'react'
import { useT } from '../i18n/words.tsx'
import { useAllowed } from '../room/use-act.ts'
import { useBoard } from '../room/use-board.ts'
import { useNames } from '../room/use-names.ts'
import { useMine } from '../room/use-roles.ts'
import { useSubmit } from '../room/use-submit.ts'
import { Button } from '../ui/button.tsx'
import { LongField } from '../ui/field.tsx'
import { Sheet } from '../ui/sheet.tsx'

/** The way back from sealed minutes, with two keys and a reason, which the next version prints [§2.5-22]. */
export function Reopen() {
  const t = useT('minutes').keys
  const form = useSubmit()
  const [open, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const names = useNames()
  const { me } = useMine()
  const first = useBoard((board) => board.meeting.keys.find((key) => key.for === 'reopen')?.personId)
  const may = useAllowed({ type: 'reopen', reason: '…' }).allowed
  if (first === me) return <p role="status">{t.reopenTurnedByMe}</p>
  if (!may) return null
  const reopen = async () => {
    if (reason.trim() === '') return form.say(t.reopenMissing)
    if (await form.submit({ type: 'reopen', reason: reason.trim() })) setOpen(false)
  }
  return (
    <>
      {first !== undefined && <p role="status">{t.reopenTurnedBy(names.first(first))}</p>}
      <Button kind="quiet" onClick={() => setOpen(true)}>
        {t.reopen}
      </Button>
      <Sheet
        open={open}
        onClose={() => setOpen(false)}
        title={t.reopenTitle}
        foot={
          <Button kind="act" wide disabled={form.busy} onClick={() => void reopen()}>
            {t.reopenAct}
          </Button>
        }
      >
        <LongField
          label={t.reopenReason}
          hint={t.reopenHint}
          value={reason}
          onChange={setReason}
          maxLength={500}
          error={form.fault || undefined}
        />
      </Sheet>
    </>
  )
}
