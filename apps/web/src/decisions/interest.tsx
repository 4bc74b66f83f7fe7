import type { Decision } from '@clairiere/ritual'
import { useState } from 'react'
import { useT } from '../i18n/words.tsx'
import { useAct, useAllowed } from '../room/use-act.ts'
import { useMine } from '../room/use-roles.ts'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { focusFirst, useReturnFocus } from '../ui/in-place.ts'
import { useDraft } from '../ui/use-draft.ts'

/** Asked once per decision [§4.9, D6]: whether one of one's structures gains or loses. Declared, it is said to all and printed. */
export function Interest({ decision }: { decision: Decision }) {
  const t = useT('decisions').interest
  const { close } = useT('ui')
  const { me } = useMine()
  const send = useAct()
  const [open, setOpen] = useState(false)
  const [text, setText] = useDraft(`${decision.id}.interest`)
  const [missing, setMissing] = useState(false)
  const { leave, triggerOf } = useReturnFocus()
  const may = useAllowed({ type: 'declare-interest', decisionId: decision.id, text: '…' }).allowed
  const mine = decision.interests.find(({ personId }) => personId === me)
  if (mine) return <p className="text-second text-ink2">{t.declared(mine.text)}</p>
  if (!may) return null
  if (!open) {
    return (
      <Button kind="quiet" ref={triggerOf('interest')} onClick={() => setOpen(true)} className="self-start text-second">
        {t.open}
      </Button>
    )
  }
  const declare = async () => {
    if (text.trim() === '') return setMissing(true)
    const sent = await send({ type: 'declare-interest', decisionId: decision.id, text: text.trim() })
    if (sent.ok) setText('')
  }
  return (
    <div ref={focusFirst} className="flex flex-col gap-3">
      <Field
        label={t.label}
        value={text}
        onChange={setText}
        maxLength={300}
        seenBy={t.hint}
        error={missing && text.trim() === '' ? t.missing : undefined}
      />
      <div className="flex flex-wrap items-center gap-x-5">
        <Button onClick={() => void declare()}>{t.declare}</Button>
        <Button
          kind="quiet"
          onClick={() => {
            leave('interest')
            setOpen(false)
          }}
        >
          {close}
        </Button>
      </div>
    </div>
  )
}
