import type { Id, ResponseId, Signal } from '@clairiere/ritual'
import { useState } from 'react'
import { useT } from '../i18n/words.tsx'
import { useAct } from '../room/use-act.ts'
import { useConfidences } from '../room/use-board.ts'
import { useLabels } from '../room/use-labels.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { responseIcons } from '../room/signal-look.ts'
import { toolbox } from './treatment.ts'

const breaks = [5, 10, 15] as const

/** A pause says at once how long it lasts, so that everybody knows when to be back. */
function Breaks({ onChoose }: { onChoose: (minutes: number) => void }) {
  const t = useT('care')
  return (
    <div role="group" aria-label={t.howLong} className="grid grid-cols-3 gap-2">
      {breaks.map((minutes) => (
        <Button key={minutes} onClick={() => onChoose(minutes)}>
          {t.minutes(minutes)}
        </Button>
      ))}
    </div>
  )
}

function ResponseButton({ id, signalId, onChosen }: { id: ResponseId; signalId: Id; onChosen: () => void }) {
  const t = useT('signals').care
  const labels = useLabels()
  const send = useAct()
  const [busy, setBusy] = useState(false)
  const [asking, setAsking] = useState(false)
  const choose = async (minutes?: number) => {
    setBusy(true)
    const sent = await send({ type: 'care-signal', signalId, responses: [id], ...(minutes === undefined ? {} : { minutes }) })
    setBusy(false)
    if (sent.ok) onChosen()
  }
  if (asking) return <Breaks onChoose={(minutes) => void choose(minutes)} />
  return (
    <button
      type="button"
      disabled={busy}
      onClick={() => (id === 'pause' ? setAsking(true) : void choose())}
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
export function Responses({ signal, onChosen }: { signal: Signal; onChosen: () => void }) {
  const t = useT('signals').care
  const [all, setAll] = useState(false)
  const framePoint = useConfidences('signal', signal.id)[0]?.payload?.aboutRole === 'frame-point'
  const { first, rest } = toolbox(signal.kind, framePoint)
  const offered = [...first, ...(all ? rest : [])].filter((id) => !signal.responses.includes(id))
  return (
    <div role="group" aria-label={t.chooseResponse} className="flex flex-col gap-2">
      <p className="font-strong">{t.chooseResponse}</p>
      {offered.map((id) => (
        <ResponseButton key={id} id={id} signalId={signal.id} onChosen={onChosen} />
      ))}
      <Button kind="quiet" aria-expanded={all} onClick={() => setAll(!all)} className="self-start">
        {all ? t.less : t.more}
      </Button>
    </div>
  )
}
