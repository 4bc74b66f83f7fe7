import { useState } from 'react'
import { useT } from '../i18n/words.tsx'
import { ActButton } from '../room/act-button.tsx'
import { useAct, useAllowed } from '../room/use-act.ts'
import { useBoard } from '../room/use-board.ts'
import { Button } from '../ui/button.tsx'
import { Check } from '../ui/check.tsx'
import { ErrorLine } from '../ui/error-line.tsx'
import { Field, LongField } from '../ui/field.tsx'
import { Sheet } from '../ui/sheet.tsx'
import { useSay } from '../ui/toasts.tsx'

function AskForm({ onDone }: { onDone: () => void }) {
  const t = useT('minutes').correction
  const send = useAct()
  const say = useSay()
  const [place, setPlace] = useState('')
  const [before, setBefore] = useState('')
  const [after, setAfter] = useState('')
  const [reason, setReason] = useState('')
  const [spelling, setSpelling] = useState(false)
  const [error, setError] = useState('')
  const ask = async () => {
    if (!place.trim() || !after.trim()) return setError(t.missing)
    const sent = await send({
      type: 'ask-correction',
      place: place.trim(),
      before: before.trim(),
      after: after.trim(),
      kind: spelling ? 'spelling' : 'meaning',
      ...(reason.trim() ? { reason: reason.trim() } : {}),
    })
    if (!sent.ok && sent.refused !== 'queued') return
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
      {error && <ErrorLine>{error}</ErrorLine>}
      <Button kind="act" wide onClick={() => void ask()}>
        {t.send}
      </Button>
    </div>
  )
}

/** Asking that the record be corrected, and what was asked [§4.12]. */
export function Corrections() {
  const t = useT('minutes').correction
  const may = useAllowed({ type: 'ask-correction', place: '…', after: '…' })
  const corrections = useBoard((board) => board.corrections)
  const all = Object.values(corrections).toSorted((a, b) => (a.at < b.at ? -1 : 1))
  const [open, setOpen] = useState(false)
  if (!may.allowed && all.length === 0) return null
  return (
    <div className="flex flex-col items-start gap-2">
      {all.length > 0 && (
        <ul aria-label={t.list} className="w-full divide-y divide-line">
          {all.map((correction) => (
            <li key={correction.id} className="py-3">
              <p className="flex justify-between gap-3 text-second text-ink2">
                <span>{correction.place}</span>
                <span>{correction.status === 'accepted' ? t.accepted : t.asked}</span>
              </p>
              {correction.before && <p>{`${t.written} ${correction.before}`}</p>}
              <p>{`${t.shouldBe} ${correction.after}`}</p>
              {correction.status === 'asked' && (
                <ActButton act={{ type: 'accept-correction', correctionId: correction.id }} kind="link">
                  {t.accept}
                </ActButton>
              )}
            </li>
          ))}
        </ul>
      )}
      {may.allowed && (
        <Button kind="link" onClick={() => setOpen(true)}>
          {t.open}
        </Button>
      )}
      <Sheet open={open} onClose={() => setOpen(false)} title={t.title}>
        <AskForm onDone={() => setOpen(false)} />
      </Sheet>
    </div>
  )
}
