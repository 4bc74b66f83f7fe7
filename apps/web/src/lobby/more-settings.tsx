import { ritualParts, teraOrganisations, type RitualPart } from '@clairiere/ritual'
import { useMemo } from 'react'
import { useT } from '../i18n/words.tsx'
import { PartsChoice } from '../room/parts-choice.tsx'
import { Field, LongField } from '../ui/field.tsx'
import { useDraft } from '../ui/use-draft.ts'
import { PLANNED_MINUTES, type MeetingForm, type TemplateId } from './new-meeting.ts'
import { organisationsText } from './organisations-text.ts'

export interface MoreSettings extends Pick<MeetingForm, 'place' | 'minutes' | 'without' | 'organisations'> {
  purpose: string
  set: Readonly<Record<'purpose' | 'place' | 'minutes' | 'without' | 'organisations', (text: string) => void>>
  /** As it stands in its field. */
  typed: { minutes: string; organisations: string }
  reset: () => void
}

/** What the template proposes and a circle may change before it opens; what was typed survives a reload. */
export function useMoreSettings(template: TemplateId): MoreSettings {
  const t = useT('lobby').home
  const preset = template === 'ecosystem' ? organisationsText(teraOrganisations) : ''
  const [purpose, setPurpose] = useDraft('home.purpose')
  const [place, setPlace] = useDraft('home.place')
  const [minutes, setMinutes] = useDraft('home.minutes')
  const [left, setLeft] = useDraft('home.without')
  const [organisations, setOrganisations] = useDraft('home.organisations')
  return useMemo(() => {
    const asked = Number.parseInt(minutes, 10)
    const set = { purpose: setPurpose, place: setPlace, minutes: setMinutes, without: setLeft, organisations: setOrganisations }
    return {
      purpose: purpose || t.purpose[template],
      place,
      minutes: asked >= 5 && asked <= 1440 ? asked : PLANNED_MINUTES,
      without: ritualParts.filter((part) => left.split(' ').includes(part)),
      organisations: organisations === '' || organisations === preset ? null : organisations,
      typed: { minutes: minutes || String(PLANNED_MINUTES), organisations: organisations || preset },
      set,
      reset: () => Object.values(set).forEach((to) => to('')),
    }
  }, [t, template, preset, purpose, place, minutes, left, organisations, setPurpose, setPlace, setMinutes, setLeft, setOrganisations])
}

/** Folded under the form: the raison d’être, where, how long, who is of the ecosystem, which parts are held [A1, E7, E8, I2]. */
export function MoreSettingsFields({ more, readOnly }: { more: MoreSettings; readOnly: boolean }) {
  const t = useT('lobby').home
  const { set, typed } = more
  return (
    <details className="border-y border-line">
      <summary className="flex min-h-12 cursor-pointer items-center font-strong">{t.more}</summary>
      <div className="flex flex-col gap-5 pb-5">
        <LongField label={t.purposeLabel} value={more.purpose} onChange={set.purpose} maxLength={1000} readOnly={readOnly} />
        <Field label={t.place} value={more.place} onChange={set.place} maxLength={200} readOnly={readOnly} />
        <Field label={t.minutes} type="number" inputMode="numeric" value={typed.minutes} onChange={set.minutes} readOnly={readOnly} />
        <PartsChoice
          without={more.without}
          onChange={readOnly ? () => undefined : (without: readonly RitualPart[]) => set.without(without.join(' '))}
        />
        <LongField
          label={t.organisations}
          hint={t.organisationsHint}
          value={typed.organisations}
          onChange={set.organisations}
          lines={6}
          maxLength={8000}
          readOnly={readOnly}
        />
      </div>
    </details>
  )
}
