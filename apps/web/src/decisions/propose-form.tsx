import { addDays, dayOf, type Item, type OrgId } from '@clairiere/ritual'
import { useState } from 'react'
import { useT } from '../i18n/words.tsx'
import { useRoom } from '../room/room.tsx'
import { useAct } from '../room/use-act.ts'
import { useBoard } from '../room/use-board.ts'
import { useLabels } from '../room/use-labels.ts'
import { ActOfMoment } from '../ui/act-place.tsx'
import { Button } from '../ui/button.tsx'
import { Chip } from '../ui/check.tsx'
import { Field, LongField, SelectField } from '../ui/field.tsx'
import { useDraft } from '../ui/use-draft.ts'
import { DraftField, PROPOSAL_MAX, useDraftText } from './draft-field.tsx'

const HALF_YEAR = 182
const processes = ['consent', 'consent-express', 'ascertained'] as const
type Errors = { text?: string; responsible?: string; reviewOn?: string }

/** What a decision must have before the group looks at it: a text, the structure that will register it, a day to look again [§2.5-11]. Errors keep what was typed. */
export function ProposeForm({ item }: { item: Item }) {
  const t = useT('decisions').propose
  const labels = useLabels()
  const send = useAct()
  const { clock } = useRoom()
  const organisations = useBoard((board) => board.organisations)
  const zone = useBoard((board) => board.meeting.timezone)
  const today = dayOf(new Date(clock.now()).toISOString(), zone)
  const text = useDraftText(item.id).trim()
  const key = `${item.id}/propose`
  const [responsible, setResponsible] = useDraft(`${key}/responsible`)
  const [reviewOn, setReviewOn] = useDraft(`${key}/review`, addDays(today, HALF_YEAR))
  const [criteria, setCriteria] = useDraft(`${key}/criteria`)
  const [financial, setFinancial] = useDraft(`${key}/financial`)
  const [cc, setCc] = useState<readonly OrgId[]>([])
  const [process, setProcess] = useState<(typeof processes)[number]>('consent')
  const [more, setMore] = useState(false)
  const [errors, setErrors] = useState<Errors>({})
  const [busy, setBusy] = useState(false)
  const all = Object.values(organisations)
  const structures = all.filter(({ registers, kind }) => registers ?? kind === 'structure')

  const propose = async () => {
    const found: Errors = {
      ...(text === '' ? { text: t.missing } : text.length > PROPOSAL_MAX ? { text: t.tooLong(text.length - PROPOSAL_MAX) } : {}),
      ...(responsible === '' ? { responsible: t.responsibleMissing } : {}),
      ...(reviewOn < today ? { reviewOn: t.reviewMissing } : {}),
    }
    setErrors(found)
    if (Object.keys(found).length > 0) return
    setBusy(true)
    const lines = criteria
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean)
    await send({
      type: 'propose',
      itemId: item.id,
      text,
      responsible,
      reviewOn,
      process,
      cc: cc.filter((org) => org !== responsible),
      criteria: lines,
      ...(financial.trim() ? { financial: financial.trim() } : {}),
    })
    setBusy(false)
  }

  return (
    <div className="flex flex-col gap-6">
      <DraftField itemId={item.id} error={errors.text} />
      <SelectField
        label={t.responsible}
        hint={t.responsibleHint}
        value={responsible}
        onChange={setResponsible}
        error={errors.responsible}
        options={[
          { value: '', label: t.choose },
          ...(structures.length > 0 ? structures : all).map(({ id, label }) => ({ value: id, label })),
        ]}
      />
      <Field
        type="date"
        label={t.reviewOn}
        hint={t.reviewHint}
        value={reviewOn}
        onChange={setReviewOn}
        min={today}
        error={errors.reviewOn}
      />
      <fieldset>
        <legend className="mb-2 font-strong">{t.copies}</legend>
        <div className="flex flex-wrap gap-2">
          {all
            .filter(({ id }) => id !== responsible)
            .map(({ id, label, short }) => (
              <Chip
                key={id}
                label={short ?? label}
                checked={cc.includes(id)}
                onChange={(on) => setCc(on ? [...cc, id] : cc.filter((other) => other !== id))}
              />
            ))}
        </div>
      </fieldset>
      {more ? (
        <>
          <LongField label={t.criteria} value={criteria} onChange={setCriteria} />
          <LongField label={t.financial} value={financial} onChange={setFinancial} maxLength={500} lines={1} />
          <SelectField
            label={t.process}
            hint={labels.deciding.processes[process].hint}
            value={process}
            onChange={(value) => setProcess(value as (typeof processes)[number])}
            options={processes.map((id) => ({ value: id, label: labels.deciding.processes[id].label }))}
          />
        </>
      ) : (
        <Button kind="quiet" onClick={() => setMore(true)} className="self-start">
          {t.more}
        </Button>
      )}
      <ActOfMoment>
        <div className="flex justify-end max-laptop:w-full laptop:flex-1">
          <Button kind="act" wide disabled={busy} onClick={() => void propose()} className="laptop:w-auto">
            {t.act}
          </Button>
        </div>
      </ActOfMoment>
    </div>
  )
}
