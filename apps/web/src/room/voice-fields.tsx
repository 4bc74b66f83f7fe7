import { attributions, type Attribution, type OrgId, type PersonId } from '@clairiere/ritual'
import { ChoiceGroup } from '../ui/choice-group.tsx'
import { ChoiceSegment } from '../ui/choice-tile.tsx'
import { SelectField } from '../ui/field.tsx'
import { SeenBy } from '../ui/seen-by.tsx'
import { useBoard, useMe } from './use-board.ts'
import { useLabels } from './use-labels.ts'
import { useNames } from './use-names.ts'

const OWN = ''

/** The voice chosen before speaking, always visible [§4.9]; nothing to choose for whoever has one voice, which is then only said. */
export function VoiceField({
  label,
  value,
  onChange,
  personId,
}: {
  label: string
  value: OrgId | null
  onChange: (voice: OrgId | null) => void
  personId?: PersonId
}) {
  const labels = useLabels().people
  const names = useNames()
  const me = useMe()
  const other = useBoard((board) => board.people[personId ?? ''])
  const voices = (other ?? me)?.voices.flatMap(({ org }) => (org === null ? [] : [org])) ?? []
  if (voices.length === 0) return null
  return (
    <SelectField
      label={label}
      value={value ?? OWN}
      onChange={(next) => onChange(next === OWN ? null : next)}
      options={[...voices.map((org) => ({ value: org, label: names.org(org) })), { value: OWN, label: labels.ownName }]}
    />
  )
}

/** The voice to start from: the one asked for, else the person's first. */
export const useFirstVoice = (): OrgId | null => useMe()?.voices[0]?.org ?? null

/** How one appears in the minutes, changeable until sealing; the sentence says what will be read. */
export function AttributionField({
  label,
  value,
  onChange,
}: {
  label: string
  value: Attribution
  onChange: (attribution: Attribution) => void
}) {
  const labels = useLabels().people.attributions
  return (
    <div className="flex flex-col gap-2">
      <ChoiceGroup<Attribution> label={label} layout="segments" value={value} onChange={onChange}>
        {attributions.map((attribution) => (
          <ChoiceSegment key={attribution} value={attribution} label={labels[attribution].label} />
        ))}
      </ChoiceGroup>
      <SeenBy>{labels[value].hint}</SeenBy>
    </div>
  )
}
