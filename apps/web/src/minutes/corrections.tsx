import type { Correction } from '@clairiere/ritual'
import { useId, useState } from 'react'
import { useDates, useT } from '../i18n/words.tsx'
import { ActButton } from '../room/act-button.tsx'
import { useAllowed } from '../room/use-act.ts'
import { useBoard } from '../room/use-board.ts'
import { useNames } from '../room/use-names.ts'
import { useMine } from '../room/use-roles.ts'
import { Button } from '../ui/button.tsx'
import { Sheet } from '../ui/sheet.tsx'
import { CorrectionForm, useCircuit } from './correction-form.tsx'
import { Redact } from './redact.tsx'

/** One request with its circuit [§4.12]: what is written, what should be, who has agreed, and who may still. */
function Entry({ correction }: { correction: Correction }) {
  const t = useT('minutes').correction
  const names = useNames()
  const { id, place, before, after, reason, kind, status, acceptedBy } = correction
  const asked = status === 'asked'
  const circuit = useCircuit(kind)
  return (
    <li className="flex flex-col gap-1 py-3">
      <p className="flex justify-between gap-3 text-second text-ink2">
        <span>{place}</span>
        <span>{t[status]}</span>
      </p>
      {before && <p>{`${t.written} ${before}`}</p>}
      <p>{`${t.shouldBe} ${after}`}</p>
      {reason && <p className="text-second">{t.reasonLine(reason)}</p>}
      {asked && <p className="text-second text-ink2">{circuit}</p>}
      {asked && acceptedBy.length > 0 && <p className="text-second text-ink2">{t.agreedBy(names.list(acceptedBy))}</p>}
      {asked && (
        <div className="flex flex-wrap gap-x-5">
          <ActButton act={{ type: 'accept-correction', correctionId: id }} kind="link">
            {t.accept}
          </ActButton>
          <ActButton act={{ type: 'accept-correction', correctionId: id, disputed: true }} kind="quiet">
            {t.dispute}
          </ActButton>
        </div>
      )}
    </li>
  )
}

/** To facilitation and scribe: what was taken out at somebody's request, and when [V8]. What it was is on no page and in no version; the meeting's own log keeps the facts it came by, encrypted. */
function Redacted({ all }: { all: readonly Correction[] }) {
  const t = useT('minutes').correction
  const dates = useDates()
  const { facilitating, roles } = useMine()
  const redactions = all.filter(({ kind }) => kind === 'redaction')
  if (redactions.length === 0 || !(facilitating || roles.has('facilitator') || roles.has('scribe'))) return null
  return (
    <ul role="status" aria-label={t.redactedList} className="w-full divide-y divide-line">
      {redactions.map(({ id, place, at, version }) => (
        <li key={id} className="py-3">
          {t.redacted(t.redactedKinds[place as keyof typeof t.redactedKinds] ?? place, dates.day(Date.parse(at)), version)}
        </li>
      ))}
    </ul>
  )
}

/** Asking that the record be corrected, and what was asked [§4.12]. */
export function Corrections() {
  const t = useT('minutes').correction
  const may = useAllowed({ type: 'ask-correction', place: '…', after: '…' })
  const corrections = useBoard((board) => board.corrections)
  const known = Object.values(corrections).toSorted((a, b) => (a.at < b.at ? -1 : 1))
  const all = known.filter(({ kind }) => kind !== 'redaction')
  const [open, setOpen] = useState(false)
  const title = useId()
  if (!may.allowed && known.length === 0) return null
  return (
    <div className="flex flex-col items-start gap-2">
      {all.length > 0 && (
        <section aria-labelledby={title} className="w-full">
          <h3 id={title} className="font-strong">
            {t.list}
          </h3>
          <ul className="divide-y divide-line">
            {all.map((correction) => (
              <Entry key={correction.id} correction={correction} />
            ))}
          </ul>
        </section>
      )}
      <Redacted all={known} />
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
