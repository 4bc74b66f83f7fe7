import type { ActInput } from '@clairiere/ritual'
import { type ReactNode, useState } from 'react'
import { useT } from '../i18n/words.tsx'
import { useNames } from '../room/use-names.ts'
import { useSubmit } from '../room/use-submit.ts'
import { Button } from '../ui/button.tsx'
import { Field, SelectField } from '../ui/field.tsx'

const NOBODY = ''

/** One line about a subject, never a person, and the act it makes; `onDone` once it was taken. */
function OneLine({
  label,
  verb,
  act,
  onDone,
  children,
}: {
  label: string
  verb: string
  act: (line: string) => ActInput
  onDone?: (() => void) | undefined
  /** What else is asked before it is kept. */
  children?: ReactNode
}) {
  const t = useT('care').triage
  const [line, setLine] = useState('')
  const form = useSubmit()
  const keep = async () => {
    const said = line.trim().replaceAll(/\s+/g, ' ')
    if (said === '') return form.say(t.missing)
    if (!(await form.submit(act(said)))) return
    setLine('')
    onDone?.()
  }
  return (
    <div className="flex flex-col gap-3">
      <Field label={label} value={line} onChange={setLine} maxLength={200} seenBy={t.seenBy} error={form.fault || undefined} />
      {children}
      <Button disabled={form.busy} onClick={() => void keep()} className="self-start">
        {verb}
      </Button>
    </div>
  )
}

/** The subject as a proposed item of the agenda; who will bring it is asked, and may wait [D17]. */
export function NewItem({ onDone }: { onDone?: () => void }) {
  const t = useT('care').triage
  const names = useNames()
  const [carrier, setCarrier] = useState(NOBODY)
  return (
    <OneLine
      label={t.itemTitle}
      verb={t.keepItem}
      act={(title) => ({
        type: 'propose-item',
        kind: 'tension',
        title,
        expectation: t.itemExpectation,
        carriers: carrier === NOBODY ? [] : [carrier],
      })}
      onDone={onDone}
    >
      <SelectField
        label={t.carrier}
        hint={t.carrierHint}
        value={carrier}
        onChange={setCarrier}
        options={[{ value: NOBODY, label: t.noCarrier }, ...names.sorted.map(({ id }) => ({ value: id, label: names.full(id) }))]}
      />
    </OneLine>
  )
}

/** The subject as an action without taker: somebody will take it [C5]. */
export function NewAction({ onDone }: { onDone?: () => void }) {
  const t = useT('care').triage
  return <OneLine label={t.actionTitle} verb={t.keepAction} act={(title) => ({ type: 'create-action', title })} onDone={onDone} />
}
