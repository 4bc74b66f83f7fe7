import { currentVersion, type Decision } from '@clairiere/ritual'
import { useState } from 'react'
import { useT } from '../i18n/words.tsx'
import { Button } from '../ui/button.tsx'
import { Diff } from '../ui/diff.tsx'
import { isAmendable, showsChanges } from './course.ts'
import { useDraftText } from './draft-field.tsx'

/**
 * The text, large, as it is read aloud. It carries its own changes: against the version before, or, while the next one is being written, against what is being
 * written. Whoever wants the text alone takes them off.
 */
export function ProposalText({ decision, folded = false }: { decision: Decision; folded?: boolean }) {
  const t = useT('decisions')
  const draft = useDraftText(decision.itemId).trim()
  const version = currentVersion(decision)
  const before = decision.versions.at(-2)
  const becoming = isAmendable(decision) && draft !== '' && draft !== version.text
  const shows = becoming || showsChanges(decision)
  const [plain, setPlain] = useState(false)
  const [open, setOpen] = useState(!folded)
  const from = becoming ? version.text : before?.text
  const to = becoming ? draft : version.text
  const round = decision.rounds.at(-1)
  const elects = decision.process === 'election'
  const label = becoming
    ? t.becoming(version.n)
    : decision.step === 'objections' && round
      ? t.versionTour(version.n, round.round)
      : elects && version.n === 1
        ? t.election.card.mission
        : t.version(version.n)
  return (
    <div className="flex flex-col gap-1">
      <div className="flex min-h-11 flex-wrap items-center justify-between gap-x-4">
        <p className="text-second font-strong text-ink2">{label}</p>
        {!open ? (
          <Button kind="link" onClick={() => setOpen(true)}>
            {t.read}
          </Button>
        ) : (
          shows && (
            <Button kind="quiet" aria-pressed={plain} onClick={() => setPlain(!plain)} className="text-second">
              {plain ? t.showChanges : t.hideChanges}
            </Button>
          )
        )}
      </div>
      {open && (
        <p className="said-long text-proposal whitespace-pre-wrap">
          {shows && !plain && from !== undefined ? <Diff before={from} after={to} /> : version.text}
        </p>
      )}
      {open && version.change && !becoming && <p className="mt-1 text-second text-ink2">{t.changed(version.change)}</p>}
    </div>
  )
}
