import type { Correction } from '@clairiere/ritual'
import { useState } from 'react'
import { useT } from '../i18n/words.tsx'
import { useBoard } from '../room/use-board.ts'
import { useNames } from '../room/use-names.ts'
import { useSubmit } from '../room/use-submit.ts'
import { Button } from '../ui/button.tsx'
import { Check } from '../ui/check.tsx'
import { ErrorLine } from '../ui/error-line.tsx'
import { Field, LongField, SelectField } from '../ui/field.tsx'
import { useSay } from '../ui/toasts.tsx'

const NOBODY = ''

/** Who has to agree, in one sentence: before the seal the scribe alone, whatever the kind [§2.6, §4.12]. */
export function useCircuit(kind: Correction['kind']): string {
  const t = useT('minutes').correction.circuit
  const sealed = useBoard((board) => board.meeting.status === 'sealed')
  return kind === 'meaning' && !sealed ? t.inReview : t[kind]
}

/** Where, what is written, what should be, and why; whose words they are decides who has to agree [§4.12]. */
export function CorrectionForm({ onDone }: { onDone: () => void }) {
  const t = useT('minutes').correction
  const names = useNames()
  const say = useSay()
  const form = useSubmit()
  const [place, setPlace] = useState('')
  const [before, setBefore] = useState('')
  const [after, setAfter] = useState('')
  const [reason, setReason] = useState('')
  const [spelling, setSpelling] = useState(false)
  const [quoted, setQuoted] = useState(NOBODY)
  const circuit = useCircuit(spelling ? 'spelling' : 'meaning')
  const ask = async () => {
    if (!place.trim() || !after.trim()) return form.say(t.missing)
    const asked = await form.submit({
      type: 'ask-correction',
      place: place.trim(),
      before: before.trim(),
      after: after.trim(),
      kind: spelling ? 'spelling' : 'meaning',
      ...(reason.trim() ? { reason: reason.trim() } : {}),
      ...(spelling || quoted === NOBODY ? {} : { quoted }),
    })
    if (!asked) return
    say(t.sent)
    onDone()
  }
  return (
    <div className="flex flex-col gap-4">
      <Field label={t.place} hint={t.placeHint} value={place} onChange={setPlace} maxLength={200} />
      <LongField label={t.before} value={before} onChange={setBefore} maxLength={2000} />
      <LongField label={t.after} value={after} onChange={setAfter} maxLength={2000} />
      <LongField label={t.reason} value={reason} onChange={setReason} maxLength={500} lines={1} />
      <Check label={t.spelling} checked={spelling} onChange={setSpelling} />
      {!spelling && (
        <SelectField
          label={t.quoted}
          value={quoted}
          onChange={setQuoted}
          options={[{ value: NOBODY, label: t.quotedNobody }, ...names.sorted.map(({ id }) => ({ value: id, label: names.full(id) }))]}
        />
      )}
      <p className="text-second text-ink2">{circuit}</p>
      {form.fault && <ErrorLine>{form.fault}</ErrorLine>}
      <Button kind="act" wide disabled={form.busy} onClick={() => void ask()}>
        {t.send}
      </Button>
    </div>
  )
}
