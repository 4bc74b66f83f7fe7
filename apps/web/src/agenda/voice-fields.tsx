import { attributions, type Attribution, type OrgId } from '@clairiere/ritual'
import { useT } from '../i18n/words.tsx'
import { useMe } from '../room/use-board.ts'
import { useLabels } from '../room/use-labels.ts'
import { useNames } from '../room/use-names.ts'
import { ChoiceGroup } from '../ui/choice-group.tsx'
import { ChoiceSegment } from '../ui/choice-tile.tsx'
import { SelectField } from '../ui/field.tsx'
import { SeenBy } from '../ui/seen-by.tsx'

const OWN = ''

/** The voice chosen before speaking, always visible [§4.9]; nothing to choose for whoever has one voice, which is then only said. */
export function VoiceField({ value, onChange }: { value: OrgId | null; onChange: (voice: OrgId | null) => void }) {
  const t = useT('agenda')
  const labels = useLabels().people
  const names = useNames()
  const voices = useMe()?.voices.flatMap(({ org }) => (org === null ? [] : [org])) ?? []
  if (voices.length === 0) return null
  return (
    <SelectField
      label={t.voice}
      value={value ?? OWN}
      onChange={(next) => onChange(next === OWN ? null : next)}
      options={[...voices.map((org) => ({ value: org, label: names.org(org) })), { value: OWN, label: labels.ownName }]}
    />
  )
}

/** The voice to start from: the one asked for, else the person's first. */
export const useFirstVoice = (): OrgId | null => useMe()?.voices[0]?.org ?? null

/** How one appears in the minutes, changeable until sealing; the sentence says what will be read. */
export function AttributionField({ value, onChange }: { value: Attribution; onChange: (attribution: Attribution) => void }) {
  const t = useT('agenda')
  const labels = useLabels().people.attributions
  return (
    <div className="flex flex-col gap-2">
      <ChoiceGroup<Attribution> label={t.attribution} layout="segments" value={value} onChange={onChange}>
        {attributions.map((attribution) => (
          <ChoiceSegment key={attribution} value={attribution} label={labels[attribution].label} />
        ))}
      </ChoiceGroup>
      <SeenBy>{labels[value].hint}</SeenBy>
    </div>
  )
}
