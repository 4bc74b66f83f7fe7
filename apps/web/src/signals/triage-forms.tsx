import type { ActInput } from '@clairiere/ritual'
import { useState } from 'react'
import { useT } from '../i18n/words.tsx'
import { useSubmit } from '../room/use-submit.ts'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'

/** One line about a subject, never a person, and the act it makes; `onDone` once it was taken. */
function OneLine({
  label,
  verb,
  act,
  onDone,
}: {
  label: string
  verb: string
  act: (line: string) => ActInput
  onDone?: (() => void) | undefined
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
      <Button disabled={form.busy} onClick={() => void keep()} className="self-start">
        {verb}
      </Button>
    </div>
  )
}

/** The subject as a proposed item of the agenda, without a carrier yet. */
export function NewItem({ onDone }: { onDone?: () => void }) {
  const t = useT('care').triage
  return (
    <OneLine
      label={t.itemTitle}
      verb={t.keepItem}
      act={(title) => ({ type: 'propose-item', kind: 'tension', title, expectation: t.itemExpectation })}
      onDone={onDone}
    />
  )
}

/** The subject as an action without taker: somebody will take it [C5]. */
export function NewAction({ onDone }: { onDone?: () => void }) {
  const t = useT('care').triage
  return <OneLine label={t.actionTitle} verb={t.keepAction} act={(title) => ({ type: 'create-action', title })} onDone={onDone} />
}
