import { useT } from '../i18n/words.tsx'
import { useNames } from '../room/use-names.ts'
import { Field, LongField, SelectField } from '../ui/field.tsx'
import type { CardDraft } from './made-draft.ts'

type Props = {
  card: CardDraft
  onChange: (changes: Partial<CardDraft>) => void
  /** In an election the mission is the common text and the person is proposed after the reasons. */
  election: boolean
  today: string
  errors: { name?: string; until?: string }
}

/** What a role is: its name, mission, limits, until when; and whom it is offered to when the group does not elect. */
export function CardFields({ card, onChange, election, today, errors }: Props) {
  const t = useT('decisions').election.card
  const names = useNames()
  return (
    <div className="flex flex-col gap-5">
      <Field label={t.name} value={card.name} onChange={(name) => onChange({ name })} maxLength={80} error={errors.name} />
      {!election && (
        <LongField
          label={t.mission}
          hint={t.missionHint}
          value={card.mission}
          onChange={(mission) => onChange({ mission })}
          maxLength={1000}
        />
      )}
      <LongField label={t.limits} hint={t.limitsHint} value={card.limits} onChange={(limits) => onChange({ limits })} maxLength={500} />
      <Field
        type="date"
        label={t.until}
        hint={t.untilHint}
        min={today}
        value={card.until}
        onChange={(until) => onChange({ until })}
        error={errors.until}
      />
      {!election && (
        <SelectField
          label={t.holder}
          hint={t.holderHint}
          value={card.holder}
          onChange={(holder) => onChange({ holder })}
          options={[{ value: '', label: t.nobody }, ...names.sorted.map(({ id, name }) => ({ value: id, label: name }))]}
        />
      )}
    </div>
  )
}
