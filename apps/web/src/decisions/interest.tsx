import type { Decision } from '@clairiere/ritual'
import { useState } from 'react'
import { useT } from '../i18n/words.tsx'
import { useAct, useAllowed } from '../room/use-act.ts'
import { useMine } from '../room/use-roles.ts'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'

/** Asked once per decision [§4.9, D6]: whether one of one's structures gains or loses. Declared, it is said to all and printed. */
export function Interest({ decision }: { decision: Decision }) {
  const t = useT('decisions').interest
  const { me } = useMine()
  const send = useAct()
  const [open, setOpen] = useState(false)
  const [text, setText] = useState('')
  const may = useAllowed({ type: 'declare-interest', decisionId: decision.id, text: '…' }).allowed
  const mine = decision.interests.find(({ personId }) => personId === me)
  if (mine) return <p className="text-second text-ink2">{t.declared(mine.text)}</p>
  if (!may) return null
  if (!open) {
    return (
      <Button kind="quiet" onClick={() => setOpen(true)} className="self-start text-second">
        {t.open}
      </Button>
    )
  }
  const declare = async () => {
    if (text.trim()) await send({ type: 'declare-interest', decisionId: decision.id, text: text.trim() })
  }
  return (
    <div className="flex flex-col gap-3">
      <Field label={t.label} value={text} onChange={setText} maxLength={300} seenBy={t.hint} />
      <Button onClick={() => void declare()} className="self-start">
        {t.declare}
      </Button>
    </div>
  )
}
