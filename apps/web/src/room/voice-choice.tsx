import { mandates, type OrgId, type Voice } from '@clairiere/ritual'
import { Search } from 'lucide-react'
import { Suspense, useState } from 'react'
import { useT } from '../i18n/words.tsx'
import { Button } from '../ui/button.tsx'
import { Check } from '../ui/check.tsx'
import { Field, SelectField } from '../ui/field.tsx'
import { useLabels } from './use-labels.ts'

/** A capacity a person may come in: a structure, or null for their own name. */
export interface VoiceOption {
  org: OrgId | null
  label: string
}

/** What is said of a chosen capacity: the quality as typed, and how far it may engage its structure [E2, E5]. */
export type VoiceSaid = Pick<Voice, 'quality' | 'mandate' | 'confirmBy'>
/** Chosen capacities; a missing key is not chosen. `''` stands for one's own name. */
export type Voices = Readonly<Record<string, VoiceSaid>>

export const voiceKey = (org: OrgId | null): string => org ?? ''

/** A voice as the contract takes it. */
export const voiceGiven = (org: OrgId | null, { quality, mandate, confirmBy }: VoiceSaid): Voice => ({
  org,
  quality: quality.trim(),
  mandate,
  ...(mandate === 'ad-referendum' && confirmBy ? { confirmBy } : {}),
})

/** Rows shown before « Voir les … ». */
const FIRST_ROWS = 5

/** Voices as rows that keep their places: those this device has used, « En mon nom », then the rest. A picked row opens its quality and its mandate in place. */
export function VoiceChoice({
  options,
  voices,
  onChange,
}: {
  options: readonly VoiceOption[]
  voices: Voices
  onChange: (voices: Voices) => void
}) {
  const t = useT('room').voices
  const [all, setAll] = useState(false)
  const shown = all ? options : options.slice(0, FIRST_ROWS)
  return (
    <>
      <ul className="divide-y divide-line border-y border-line">
        {shown.map(({ org, label }) => {
          const key = voiceKey(org)
          const { [key]: given, ...others } = voices
          const say = (change: Partial<VoiceSaid>) => given && onChange({ ...voices, [key]: { ...given, ...change } })
          return (
            <li key={key}>
              <Check
                label={label}
                checked={given !== undefined}
                onChange={(chosen) => onChange(chosen ? { ...voices, [key]: { quality: '', mandate: 'free' } } : others)}
              >
                <div className="flex flex-col gap-2">
                  <Field
                    label={t.quality}
                    labelBeside
                    value={given?.quality ?? ''}
                    onChange={(quality) => say({ quality })}
                    maxLength={80}
                    autoCapitalize="none"
                    enterKeyHint="done"
                  />
                  {org !== null && (
                    // The ritual's words come after the first screen: the door does not wait for them.
                    <Suspense fallback={null}>
                      <MandateField value={given?.mandate ?? 'free'} onChange={(mandate) => say({ mandate })} />
                    </Suspense>
                  )}
                  {org !== null && given?.mandate === 'ad-referendum' && (
                    <Field
                      label={t.confirmBy}
                      labelBeside
                      type="date"
                      value={given.confirmBy ?? ''}
                      onChange={(confirmBy) => say({ confirmBy })}
                    />
                  )}
                </div>
              </Check>
            </li>
          )
        })}
      </ul>
      {!all && options.length > FIRST_ROWS && (
        <Button kind="link" icon={Search} onClick={() => setAll(true)} className="self-start">
          {t.seeAll(options.filter(({ org }) => org !== null).length)}
        </Button>
      )}
    </>
  )
}

/** How far this voice may engage its structure [E2]. */
function MandateField({ value, onChange }: { value: Voice['mandate']; onChange: (mandate: Voice['mandate']) => void }) {
  const t = useT('room').voices
  const said = useLabels().people.mandates
  return (
    <SelectField
      label={t.mandate}
      labelBeside
      value={value}
      onChange={(chosen) => onChange(mandates.find((id) => id === chosen) ?? 'free')}
      // A phone would cut it within the field.
      hint={said[value].hint}
      options={mandates.map((id) => ({ value: id, label: said[id].label }))}
    />
  )
}
