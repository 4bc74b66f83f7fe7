import { useState } from 'react'
import { useT } from '../i18n/words.tsx'
import { ActButton } from '../room/act-button.tsx'
import { useBoard } from '../room/use-board.ts'
import { Button } from '../ui/button.tsx'
import { Sheet } from '../ui/sheet.tsx'

/** Closing whispers for everyone, never for one person, when they are used to attack somebody [§4]; and opening them again. */
export function WhispersGate() {
  const t = useT('care').whispersGate
  const closed = useBoard((board) => board.meeting.whispersClosed === true)
  const [open, setOpen] = useState(false)
  if (closed)
    return (
      <div className="flex flex-col items-start pt-2">
        <p>{t.closed}</p>
        <ActButton act={{ type: 'set-whispers', open: true }} kind="quiet">
          {t.open}
        </ActButton>
      </div>
    )
  return (
    <>
      <Button kind="quiet" onClick={() => setOpen(true)} className="self-start">
        {t.close}
      </Button>
      <Sheet
        open={open}
        onClose={() => setOpen(false)}
        title={t.closeTitle}
        foot={
          <ActButton act={{ type: 'set-whispers', open: false }} kind="act" wide onDone={() => setOpen(false)}>
            {t.closeAct}
          </ActButton>
        }
      >
        <p>{t.closeText}</p>
      </Sheet>
    </>
  )
}
