import type { Decision, OrgId } from '@clairiere/ritual'
import { useState } from 'react'
import { useT } from '../i18n/words.tsx'
import { ActButton } from '../room/act-button.tsx'
import { useSayDay, useToday } from '../room/days.ts'
import { useAct, useAllowed } from '../room/use-act.ts'
import { useMe } from '../room/use-board.ts'
import { useLabels } from '../room/use-labels.ts'
import { useNames } from '../room/use-names.ts'
import { useMine } from '../room/use-roles.ts'
import { EmptyState, Line, Lines, Section } from '../ui/band.tsx'
import { Button } from '../ui/button.tsx'
import { Field, LongField, SelectField } from '../ui/field.tsx'
import { useSay } from '../ui/toasts.tsx'
import { useDraft } from '../ui/use-draft.ts'

const OWN = ''

/** Who takes on what with this decision, each for themselves or for a structure of theirs [D19]. */
export function Commitments({ decision }: { decision: Decision }) {
  const t = useT('decisions').election.commit
  const labels = useLabels().people
  const names = useNames()
  const { me } = useMine()
  const act = useAct()
  const say = useSay()
  const spoken = useMe()?.voices ?? []
  const voices = spoken.flatMap(({ org }) => (org === null ? [] : [org]))
  const may = useAllowed({ type: 'commit', decisionId: decision.id, text: '…' }).allowed
  const [open, setOpen] = useState(false)
  const [voice, setVoice] = useState<OrgId>(voices[0] ?? OWN)
  const toConfirm = spoken.find(({ org, mandate }) => org === voice && mandate === 'ad-referendum')
  const [confirmBy, setConfirmBy] = useState('')
  const day = useSayDay()
  const today = useToday()
  const [text, setText] = useDraft(`${decision.id}/commit`)
  const made = decision.commitments ?? []
  if (made.length === 0 && !may) return null
  const commit = async () => {
    if (text.trim() === '') return
    const on = confirmBy || toConfirm?.confirmBy
    const by = toConfirm && on ? { confirmBy: on } : {}
    const sent = await act({ type: 'commit', decisionId: decision.id, text: text.trim(), voice: voice === OWN ? null : voice, ...by })
    if (!sent.ok && sent.refused !== 'queued') return
    setText('')
    setOpen(false)
    if (sent.ok) say(t.made, () => void act({ type: 'withdraw-entry', kind: 'commitment', id: sent.id }))
  }
  return (
    <Section title={t.title}>
      {made.length === 0 && !open && <EmptyState>{t.lead}</EmptyState>}
      {made.length > 0 && (
        <Lines label={t.title}>
          {made.map((commitment) => (
            <Line key={commitment.id} title={names.first(commitment.personId)} second={names.org(commitment.voice)}>
              <p className="whitespace-pre-wrap">{commitment.text}</p>
              {commitment.toConfirm && (
                <p className="text-second text-ink2">
                  {t.toConfirm(commitment.confirmBy === undefined ? null : day(commitment.confirmBy))}
                </p>
              )}
              {commitment.personId === me && (
                <ActButton act={{ type: 'withdraw-entry', kind: 'commitment', id: commitment.id }} kind="quiet" className="text-second">
                  {t.withdraw}
                </ActButton>
              )}
            </Line>
          ))}
        </Lines>
      )}
      {may &&
        (open ? (
          <div className="flex animate-appear flex-col gap-3 pt-3">
            {voices.length > 0 && (
              <SelectField
                label={t.voice}
                value={voice}
                onChange={setVoice}
                options={[...voices.map((org) => ({ value: org, label: names.org(org) })), { value: OWN, label: labels.ownName }]}
              />
            )}
            <LongField label={t.label} value={text} onChange={setText} maxLength={300} lines={1} />
            {toConfirm && (
              <Field type="date" label={t.confirmBy} min={today} value={confirmBy || (toConfirm.confirmBy ?? '')} onChange={setConfirmBy} />
            )}
            <Button onClick={() => void commit()} className="self-start">
              {t.act}
            </Button>
          </div>
        ) : (
          <div>
            <Button kind="link" onClick={() => setOpen(true)}>
              {t.open}
            </Button>
          </div>
        ))}
    </Section>
  )
}
