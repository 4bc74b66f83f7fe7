import { audiences } from '@clairiere/ritual'
import { useState } from 'react'
import { useT } from '../i18n/words.tsx'
import { useAllowed } from '../room/use-act.ts'
import { useBoard } from '../room/use-board.ts'
import { Button } from '../ui/button.tsx'
import { SpreadSheet } from './spread-sheet.tsx'

/** Who reads the minutes once they are sealed, and under which licence [F7, H6]: said to all, chosen by facilitation or scribe until the closing. */
export function Spread() {
  const t = useT('minutes').spread
  const audience = useBoard((board) => board.meeting.audience)
  const licence = useBoard((board) => board.meeting.licence)
  const may = useAllowed({ type: 'set-audience', audience: audiences[0] }).allowed
  const [open, setOpen] = useState(false)
  return (
    <div className="flex flex-col items-start gap-1">
      <p>{t.said(t.audiences[audience].label, licence)}</p>
      <p className="text-second text-ink2">{t.audiences[audience].hint}</p>
      {may && (
        <Button kind="link" onClick={() => setOpen(true)}>
          {t.change}
        </Button>
      )}
      {open && <SpreadSheet onClose={() => setOpen(false)} />}
    </div>
  )
}
