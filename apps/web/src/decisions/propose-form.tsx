import { addDays, dayOf, type Item, type OrgId } from '@clairiere/ritual'
import { useState } from 'react'
import { useT } from '../i18n/words.tsx'
import { useRoom } from '../room/room.tsx'
import { useAct } from '../room/use-act.ts'
import { useBoard } from '../room/use-board.ts'
import { useLabels } from '../room/use-labels.ts'
import { ActOfMoment } from '../ui/act-place.tsx'
import { Button } from '../ui/button.tsx'
import { Check, Chip } from '../ui/check.tsx'
import { Field, LongField, SelectField } from '../ui/field.tsx'
import { useDraft } from '../ui/use-draft.ts'
import { AgreementFields } from './agreement-fields.tsx'
import { CardFields } from './card-fields.tsx'
import { DraftField, PROPOSAL_MAX, useDraftText } from './draft-field.tsx'
import { agreementOf, cardOf, isWhole, type AgreementDraft, type CardDraft } from './made-draft.ts'
import { useKept } from '../ui/use-kept.ts'
import { ResponsibleAbsent } from './responsible-absent.tsx'

const HALF_YEAR = 182
const YEAR = 365
const processes = ['consent', 'consent-express', 'ascertained'] as const
type Errors = { text?: string; responsible?: string; reviewOn?: string; name?: string; until?: string; agreement?: string }

/** What a decision must have before the group looks at it: a text, the structure that will register it, a day to look again [§2.5-11]. Errors keep what was typed. */
export function ProposeForm({ item }: { item: Item }) {
  const all = useT('decisions')
  const t = all.propose
  const elects = item.kind === 'election'
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
  const [card, setCard] = useKept<CardDraft>(`${key}/card`, { name: '', mission: '', limits: '', until: addDays(today, YEAR), holder: '' })
  const [agreement, setAgreement] = useKept<AgreementDraft>(`${key}/agreement`, { until: addDays(today, YEAR), parties: [] })
  const [makesRole, setMakesRole] = useState(elects || card.name !== '')
  const [agrees, setAgrees] = useState(agreement.parties.length > 0)
  const [errors, setErrors] = useState<Errors>({})
  const [busy, setBusy] = useState(false)
  const organisationsHere = Object.values(organisations)
  const structures = organisationsHere.filter(({ registers, kind }) => registers ?? kind === 'structure')

  const propose = async () => {
    const found: Errors = {
      ...(text === '' ? { text: t.missing } : text.length > PROPOSAL_MAX ? { text: t.tooLong(text.length - PROPOSAL_MAX) } : {}),
      ...(responsible === '' ? { responsible: t.responsibleMissing } : {}),
      ...(!elects && reviewOn < today ? { reviewOn: t.reviewMissing } : {}),
      ...(makesRole && card.name.trim() === '' ? { name: all.election.card.nameMissing } : {}),
      ...(makesRole && card.until < today ? { until: all.election.card.untilMissing } : {}),
      ...(agrees && !isWhole(agreement) ? { agreement: all.election.agreement.few } : {}),
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
      // A mandate is looked at again on its last day [D13].
      reviewOn: elects ? card.until : reviewOn,
      ...(elects ? {} : { process }),
      ...(makesRole ? { card: cardOf(card, elects) } : {}),
      ...(agrees ? { agreement: agreementOf(agreement) } : {}),
      cc: cc.filter((org) => org !== responsible),
      criteria: lines,
      ...(financial.trim() ? { financial: financial.trim() } : {}),
    })
    setBusy(false)
  }

  return (
    <div className="flex flex-col gap-6">
      {elects && <CardFields card={card} onChange={(changes) => setCard({ ...card, ...changes })} election today={today} errors={errors} />}
      <DraftField
        itemId={item.id}
        error={errors.text}
        {...(elects ? { label: all.election.card.mission, hint: all.election.card.missionHint } : {})}
      />
      <SelectField
        label={t.responsible}
        hint={elects ? all.election.card.responsibleHint : t.responsibleHint}
        value={responsible}
        onChange={setResponsible}
        error={errors.responsible}
        options={[
          { value: '', label: t.choose },
          ...(structures.length > 0 && !elects ? structures : organisationsHere).map(({ id, label }) => ({ value: id, label })),
        ]}
      />
      {responsible !== '' && <ResponsibleAbsent decision={{ itemId: item.id, responsible }} />}
      {!elects && (
        <Field
          type="date"
          label={t.reviewOn}
          hint={t.reviewHint}
          value={reviewOn}
          onChange={setReviewOn}
          min={today}
          error={errors.reviewOn}
        />
      )}
      <fieldset>
        <legend className="mb-2 font-strong">{t.copies}</legend>
        <div className="flex flex-wrap gap-2">
          {organisationsHere
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
          {!elects && (
            <SelectField
              label={t.process}
              hint={labels.deciding.processes[process].hint}
              value={process}
              onChange={(value) => setProcess(value as (typeof processes)[number])}
              options={processes.map((id) => ({ value: id, label: labels.deciding.processes[id].label }))}
            />
          )}
          {!elects && (
            <Check label={all.election.card.makes} second={all.election.card.makesHint} checked={makesRole} onChange={setMakesRole}>
              <CardFields
                card={card}
                onChange={(changes) => setCard({ ...card, ...changes })}
                election={false}
                today={today}
                errors={errors}
              />
            </Check>
          )}
          {!elects && (
            <Check label={all.election.agreement.makes} second={all.election.agreement.makesHint} checked={agrees} onChange={setAgrees}>
              <AgreementFields agreement={agreement} onChange={setAgreement} today={today} error={errors.agreement} />
            </Check>
          )}
        </>
      ) : (
        <Button kind="quiet" onClick={() => setMore(true)} className="self-start">
          {t.more}
        </Button>
      )}
      <ActOfMoment>
        <div className="flex justify-end max-laptop:w-full laptop:flex-1">
          <Button kind="act" wide disabled={busy} onClick={() => void propose()} className="laptop:w-auto">
            {elects ? all.election.card.act : t.act}
          </Button>
        </div>
      </ActOfMoment>
    </div>
  )
}
