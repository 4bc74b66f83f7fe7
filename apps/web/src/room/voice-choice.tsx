import type { OrgId } from '@clairiere/ritual'
import { Search } from 'lucide-react'
import { useState } from 'react'
import { useT } from '../i18n/words.tsx'
import { Button } from '../ui/button.tsx'
import { Check } from '../ui/check.tsx'
import { Field } from '../ui/field.tsx'

/** A capacity a person may come in: a structure, or null for their own name. */
export interface VoiceOption {
  org: OrgId | null
  label: string
}

/** Chosen capacities with the quality as typed; a missing key is not chosen. `''` stands for one's own name. */
export type Voices = Readonly<Record<string, string>>

export const voiceKey = (org: OrgId | null): string => org ?? ''

/** Rows shown before « Voir les … ». */
const FIRST_ROWS = 5

/** Voices as rows that keep their places: those this device has used, « En mon nom », then the rest. A picked row opens its quality in place. */
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
          const { [key]: quality, ...others } = voices
          return (
            <li key={key}>
              <Check
                label={label}
                checked={quality !== undefined}
                onChange={(chosen) => onChange(chosen ? { ...voices, [key]: '' } : others)}
              >
                <Field
                  label={t.quality}
                  labelBeside
                  value={quality ?? ''}
                  onChange={(value) => onChange({ ...voices, [key]: value })}
                  maxLength={80}
                  autoCapitalize="none"
                  enterKeyHint="done"
                />
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
