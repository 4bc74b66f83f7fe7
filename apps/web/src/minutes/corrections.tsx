import type { Correction } from '@clairiere/ritual'
import { useState } from 'react'
import { useT } from '../i18n/words.tsx'
import { ActButton } from '../room/act-button.tsx'
import { useAllowed } from '../room/use-act.ts'
import { useBoard } from '../room/use-board.ts'
import { useNames } from '../room/use-names.ts'
import { Button } from '../ui/button.tsx'
import { Sheet } from '../ui/sheet.tsx'
import { CorrectionForm } from './correction-form.tsx'
import { Redact } from './redact.tsx'

/** One request with its circuit [§4.12]: what is written, what should be, who has agreed, and who may still. */
function Entry({ correction }: { correction: Correction }) {
  const t = useT('minutes').correction
  const names = useNames()
  const { id, place, before, after, reason, kind, status, acceptedBy } = correction
  const asked = status === 'asked'
  return (
    <li className="flex flex-col gap-1 py-3">
      <p className="flex justify-between gap-3 text-second text-ink2">
        <span>{place}</span>
        <span>{t[status]}</span>
      </p>
      {before && <p>{`${t.written} ${before}`}</p>}
      <p>{`${t.shouldBe} ${after}`}</p>
      {reason && <p className="text-second">{t.reasonLine(reason)}</p>}
      {asked && <p className="text-second text-ink2">{t.circuit[kind]}</p>}
      {asked && acceptedBy.length > 0 && <p className="text-second text-ink2">{t.agreedBy(names.list(acceptedBy))}</p>}
      {asked && (
        <div className="flex flex-wrap gap-x-5">
          <ActButton act={{ type: 'accept-correction', correctionId: id }} kind="link">
            {t.accept}
          </ActButton>
          {kind === 'meaning' && (
            <ActButton act={{ type: 'accept-correction', correctionId: id, disputed: true }} kind="quiet">
              {t.dispute}
            </ActButton>
          )}
        </div>
      )}
    </li>
  )
}

/** Asking that the record be corrected, and what was asked [§4.12]. */
export function Corrections() {
  const t = useT('minutes').correction
  const may = useAllowed({ type: 'ask-correction', place: '…', after: '…' })
  const corrections = useBoard((board) => board.corrections)
  const all = Object.values(corrections)
    .filter(({ kind }) => kind !== 'redaction')
    .toSorted((a, b) => (a.at < b.at ? -1 : 1))
  const [open, setOpen] = useState(false)
  if (!may.allowed && all.length === 0) return null
  return (
    <div className="flex flex-col items-start gap-2">
      {all.length > 0 && (
        <ul aria-label={t.list} className="w-full divide-y divide-line">
          {all.map((correction) => (
            <Entry key={correction.id} correction={correction} />
          ))}
        </ul>
      )}
      {may.allowed && (
        <Button kind="link" onClick={() => setOpen(true)}>
          {t.open}
        </Button>
      )}
      <Redact />
      <Sheet open={open} onClose={() => setOpen(false)} title={t.title}>
        <CorrectionForm onDone={() => setOpen(false)} />
      </Sheet>
    </div>
  )
}
