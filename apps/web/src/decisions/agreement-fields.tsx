import type { OrgId } from '@clairiere/ritual'
import { useT } from '../i18n/words.tsx'
import { useBoard } from '../room/use-board.ts'
import { useNames } from '../room/use-names.ts'
import { Chip } from '../ui/check.tsx'
import { ErrorLine } from '../ui/error-line.tsx'
import { Field, LongField } from '../ui/field.tsx'
import type { AgreementDraft } from './made-draft.ts'

type Props = { agreement: AgreementDraft; onChange: (agreement: AgreementDraft) => void; today: string; error?: string | undefined }

/** « Accord de coopération » [D16]: the parties, what each expects and brings, and until when. */
export function AgreementFields({ agreement, onChange, today, error }: Props) {
  const t = useT('decisions').election.agreement
  const names = useNames()
  const organisations = useBoard((board) => board.organisations)
  const { until, parties } = agreement
  const toggle = (org: OrgId, on: boolean) =>
    onChange({ until, parties: on ? [...parties, { org, expects: '', gives: '' }] : parties.filter((party) => party.org !== org) })
  const write = (org: OrgId, changes: { expects?: string; gives?: string }) =>
    onChange({ until, parties: parties.map((party) => (party.org === org ? { ...party, ...changes } : party)) })
  return (
    <div className="flex flex-col gap-5">
      <fieldset>
        <legend className="mb-2 font-strong">{t.parties}</legend>
        <div className="flex flex-wrap gap-2">
          {Object.keys(organisations).map((org) => (
            <Chip
              key={org}
              label={names.org(org)}
              checked={parties.some((party) => party.org === org)}
              onChange={(on) => toggle(org, on)}
            />
          ))}
        </div>
      </fieldset>
      {parties.map(({ org, expects, gives }) => (
        <div key={org} className="flex flex-col gap-3 border-s-2 border-line ps-4">
          <LongField
            label={t.expects(names.org(org))}
            value={expects}
            onChange={(text) => write(org, { expects: text })}
            maxLength={500}
            lines={1}
          />
          <LongField
            label={t.gives(names.org(org))}
            value={gives}
            onChange={(text) => write(org, { gives: text })}
            maxLength={500}
            lines={1}
          />
        </div>
      ))}
      <Field type="date" label={t.until} min={today} value={until} onChange={(day) => onChange({ until: day, parties })} />
      {error && <ErrorLine>{error}</ErrorLine>}
    </div>
  )
}
