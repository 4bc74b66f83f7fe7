import { offersReturn, unresolved, type Decision } from '@clairiere/ritual'
import { useState } from 'react'
import { useT } from '../i18n/words.tsx'
import { useAllowed } from '../room/use-act.ts'
import { useNames } from '../room/use-names.ts'
import { Button } from '../ui/button.tsx'
import { AmendForm } from './amend-form.tsx'
import { objectionNow, turnOf } from './course.ts'
import { ObjectionCard } from './objection-card.tsx'

/** The carrier's pen, wherever the text may change: a form when it is their turn to write, else one quiet way to it. Others read who writes. */
export function Amending({ decision, turn }: { decision: Decision; turn: boolean }) {
  const t = useT('decisions')
  const names = useNames()
  const version = decision.versions.at(-1)?.n ?? 1
  const may = useAllowed({ type: 'amend', decisionId: decision.id, from: version, text: '…' })
  const [open, setOpen] = useState(false)
  if (!may.allowed) return turn ? <p className="text-ink2">{t.amend.writing(names.first(decision.carrier))}</p> : null
  if (turn || open) return <AmendForm key={version} decision={decision} filled={turn} onDone={() => setOpen(false)} />
  return (
    <Button kind="quiet" onClick={() => setOpen(true)} className="self-start">
      {t.amend.open}
    </Button>
  )
}

/** One objection at a time, then those already on their way [§2.4.6]. */
export function Integration({ decision }: { decision: Decision }) {
  const t = useT('decisions').objection
  const now = objectionNow(decision)
  const left = unresolved(decision).length
  const others = decision.objections.filter(
    (objection) => objection.id !== now?.id && (objection.late || !unresolved(decision).includes(objection)),
  )
  const writing = now !== undefined && turnOf(now) === 'write'
  return (
    <div className="flex flex-col gap-5">
      {now && <ObjectionCard key={now.id} decision={decision} objection={now} />}
      <Amending decision={decision} turn={writing} />
      {left > 1 && <p className="text-second text-ink2">{t.others(left - 1)}</p>}
      {offersReturn(decision) && <p className="text-second text-ink2">{t.loops}</p>}
      {others.map((objection) => (
        <ObjectionCard key={objection.id} decision={decision} objection={objection} />
      ))}
    </div>
  )
}
