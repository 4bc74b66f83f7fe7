import { ritualParts, type RitualPart } from '@clairiere/ritual'
import { useT } from '../i18n/words.tsx'
import { Check } from '../ui/check.tsx'

/** Which parts of the ritual are held; what is left out leaves its trace in the minutes [I2, A2]. */
export function PartsChoice({ without, onChange }: { without: readonly RitualPart[]; onChange: (without: readonly RitualPart[]) => void }) {
  const t = useT('room').parts
  return (
    <fieldset className="flex min-w-0 flex-col">
      <legend className="font-strong">{t.title}</legend>
      <p className="text-second text-ink2">{t.hint}</p>
      {ritualParts.map((part) => (
        <Check
          key={part}
          label={t.names[part]}
          checked={!without.includes(part)}
          onChange={(held) => onChange(held ? without.filter((other) => other !== part) : [...without, part])}
        />
      ))}
    </fieldset>
  )
}
