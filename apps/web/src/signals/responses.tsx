import type { Id, ResponseId, Signal } from '@clairiere/ritual'
import { useState } from 'react'
import { useT } from '../i18n/words.tsx'
import { useAct } from '../room/use-act.ts'
import { useLabels } from '../room/use-labels.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { responseIcons } from '../room/signal-look.ts'
import { toolbox } from './treatment.ts'

function ResponseButton({ id, signalId }: { id: ResponseId; signalId: Id }) {
  const t = useT('signals').care
  const labels = useLabels()
  const send = useAct()
  const [busy, setBusy] = useState(false)
  const choose = async () => {
    setBusy(true)
    await send({ type: 'care-signal', signalId, responses: [id] })
    setBusy(false)
  }
  return (
    <button
      type="button"
      disabled={busy}
      onClick={() => void choose()}
      className="flex min-h-13.5 w-full items-center gap-3 rounded-button border border-edge px-4 py-2 text-start hover:bg-raised disabled:opacity-60"
    >
      <Icon shape={responseIcons[id]} />
      <span className="min-w-0">
        <span className="block font-strong">{labels.mood.responses[id]}</span>
        <span className="block text-second text-ink2">{t.responses[id]}</span>
      </span>
    </button>
  )
}

/** The toolbox [B14]: one tap chooses a response, with what it asks of the group; what helps this kind most often comes first. */
export function Responses({ signal }: { signal: Signal }) {
  const t = useT('signals').care
  const [all, setAll] = useState(false)
  const { first, rest } = toolbox(signal.kind)
  const offered = [...first, ...(all ? rest : [])].filter((id) => !signal.responses.includes(id))
  return (
    <div role="group" aria-label={t.chooseResponse} className="flex flex-col gap-2">
      <p className="font-strong">{t.chooseResponse}</p>
      {offered.map((id) => (
        <ResponseButton key={id} id={id} signalId={signal.id} />
      ))}
      <Button kind="quiet" aria-expanded={all} onClick={() => setAll(!all)} className="self-start">
        {all ? t.less : t.more}
      </Button>
    </div>
  )
}
