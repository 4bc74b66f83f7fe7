import type { Decision } from '@clairiere/ritual'
import { useState } from 'react'
import { useT } from '../i18n/words.tsx'
import { useAct, useAllowed } from '../room/use-act.ts'
import { useBoard } from '../room/use-board.ts'
import { useMine } from '../room/use-roles.ts'
import { Button } from '../ui/button.tsx'
import { LongField } from '../ui/field.tsx'
import { useDraft } from '../ui/use-draft.ts'

/** An objection after the reveal [§4.5]: never counted, never silent. Also where somebody who objected without a word gives their reason. */
export function LateObjection({ decision, asked = false }: { decision: Decision; asked?: boolean }) {
  const t = useT('decisions').outcome
  const send = useAct()
  const { me } = useMine()
  const voice = useBoard((board) => board.people[me]?.voices[0]?.org) ?? null
  const may = useAllowed({ type: 'state-objection', decisionId: decision.id, text: '…', voice })
  const [text, setText] = useDraft(`${decision.id}/late`)
  const [open, setOpen] = useState(asked || text !== '')
  if (!may.allowed) return null
  if (!open) {
    return (
      <Button kind="quiet" onClick={() => setOpen(true)} className="self-start text-second">
        {t.lateOpen}
      </Button>
    )
  }
  const state = async () => {
    if (!text.trim()) return
    const sent = await send({ type: 'state-objection', decisionId: decision.id, text: text.trim(), voice })
    if (!sent.ok && sent.refused !== 'queued') return
    setText('')
    setOpen(false)
  }
  return (
    <div className="flex flex-col gap-3">
      <LongField label={t.lateLabel} hint={asked ? t.reasonAsked : t.lateHint} value={text} onChange={setText} maxLength={1000} />
      <Button onClick={() => void state()} className="self-start">
        {t.lateAct}
      </Button>
    </div>
  )
}
