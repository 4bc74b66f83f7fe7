import { privacyLevels, type Privacy } from '@clairiere/ritual'
import { useState } from 'react'
import { useT } from '../i18n/words.tsx'
import { useAllowed } from '../room/use-act.ts'
import { useBoard } from '../room/use-board.ts'
import { Button } from '../ui/button.tsx'
import { PrivacySheet } from './privacy-sheet.tsx'

/** One step stricter, for the first setting that has one. */
const stricter = (privacy: Privacy): Partial<Privacy> => {
  for (const [field, levels] of Object.entries(privacyLevels) as [keyof Privacy, readonly string[]][]) {
    const next = levels[levels.indexOf(privacy[field]) + 1]
    if (next !== undefined) return { [field]: next }
  }
  return {}
}

/** « Protéger davantage » wherever it is asked for what the minutes will not show: anyone may, until the sealing [§2.5-18]. */
export function Protect() {
  const t = useT('welcome')
  const privacy = useBoard((board) => board.meeting.privacy)
  const may = useAllowed({ type: 'set-privacy', ...stricter(privacy) }).allowed
  const [open, setOpen] = useState(false)
  if (!may) return null
  return (
    <>
      <Button kind="quiet" onClick={() => setOpen(true)}>
        {t.tighten}
      </Button>
      <PrivacySheet open={open} onClose={() => setOpen(false)} />
    </>
  )
}
