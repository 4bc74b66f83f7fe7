import { ritualParts, teraOrganisations, type RitualPart } from '@clairiere/ritual'
import { Suspense, useState } from 'react'
import { useT } from '../i18n/words.tsx'
import { PartsChoice } from '../room/parts-choice.tsx'
import { Field, LongField } from '../ui/field.tsx'
import { Fold } from '../ui/fold.tsx'
import { useDraft } from '../ui/use-draft.ts'
import type { Chosen, MoreSettings } from './meeting-settings.ts'
import { PLANNED_MINUTES, type TemplateId } from './new-meeting.ts'
import { organisationsText } from './organisations-text.ts'
import { later } from '../ui/later.ts'

/** What only some look at, with the words of the ritual it needs, is fetched when the settings are unfolded. */
const LaterSettings = later(async () => (await import('./later-settings.tsx')).LaterSettings)

const nothingChosen: Chosen = { privacy: {}, authority: 'structure', exceptions: [], ritual: {}, previous: null }

/** What the template proposes and a circle may change before it opens; what was typed survives a reload. */
export function useMoreSettings(template: TemplateId, startAt: MoreSettings['startAt']): MoreSettings {
  const t = useT('opening')
  const preset = template === 'ecosystem' ? organisationsText(teraOrganisations) : ''
  const [purpose, setPurpose] = useDraft('home.purpose')
  const [place, setPlace] = useDraft('home.place')
  const [minutes, setMinutes] = useDraft('home.minutes')
  const [left, setLeft] = useDraft('home.without')
  const [organisations, setOrganisations] = useDraft('home.organisations')
  const [frame, setFrame] = useDraft('home.frame')
  const [chosen, setChosen] = useState(nothingChosen)
  const asked = Number.parseInt(minutes, 10)
  const set = {
    purpose: setPurpose,
    place: setPlace,
    minutes: setMinutes,
    without: setLeft,
    organisations: setOrganisations,
    frame: setFrame,
  }
  return {
    ...chosen,
    choose: (part) => setChosen((before) => ({ ...before, ...part })),
    purpose: purpose || t.purpose[template],
    place,
    frame,
    minutes: asked >= 5 && asked <= 1440 ? asked : PLANNED_MINUTES,
    without: ritualParts.filter((part) => left.split(' ').includes(part)),
    organisations: organisations === '' || organisations === preset ? null : organisations,
    typed: { minutes: minutes || String(PLANNED_MINUTES), organisations: organisations || preset },
    set,
    startAt,
    reset: () => {
      for (const to of Object.values(set)) to('')
      setChosen(nothingChosen)
    },
  }
}

/** Folded under the form: the raison d’être, where, how long, who is of the ecosystem, which parts are held [A1, E7, E8, I2], what it follows, the frame, what is protected [F11, B18]. */
export function MoreSettingsFields({ more, readOnly }: { more: MoreSettings; readOnly: boolean }) {
  const t = useT('opening')
  const { set, typed } = more
  const [unfolded, setUnfolded] = useState(false)
  return (
    <Fold label={t.more} onUnfold={() => setUnfolded(true)}>
      <fieldset disabled={readOnly} className="flex min-w-0 flex-col gap-5 pb-5">
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
        {unfolded && (
          <Suspense fallback={null}>
            <LaterSettings more={more} readOnly={readOnly} />
          </Suspense>
        )}
      </fieldset>
    </Fold>
  )
}
