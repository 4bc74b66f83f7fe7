import { defaultPrivacy, defaultTemplate, type Privacy } from '@clairiere/ritual'
import { useRef } from 'react'
import { useLocale, useT } from '../i18n/words.tsx'
import { RitualChoice } from '../room/ritual-choice.tsx'
import { useLabels } from '../room/use-labels.ts'
import { LongField, SelectField } from '../ui/field.tsx'
import { AuthorityFields } from './authority-fields.tsx'
import { EarlierFields } from './earlier-fields.tsx'
import { levelsKept, privacyFields } from './levels-kept.ts'
import type { MoreSettings } from './meeting-settings.ts'
import { formerOf, type TakenOver, takeOver } from './taken-over.ts'

/** The meeting this one follows, its frame, and what its minutes protect: anyone may still protect more, nobody less [B18, §2.5-18]. */
export function LaterSettings({ more, readOnly }: { more: MoreSettings; readOnly: boolean }) {
  const t = useT('opening')
  const names = useT('welcome').fields
  const labels = useLabels().meeting.privacy
  const locale = useLocale()
  // Read when the former meeting has answered: what was typed meanwhile stays.
  const latest = useRef(more)
  latest.current = more
  const taken = useRef<TakenOver>({})
  const follow = async (previous: MoreSettings['previous']) => {
    more.choose({ previous })
    const former = previous === null || previous === 'unread' ? null : await formerOf(previous)
    if (former && latest.current.previous === previous)
      taken.current = takeOver(latest.current, former, taken.current, Object.values(t.purpose))
  }
  const levelsOf = (field: keyof Privacy) => {
    const said: Readonly<Record<string, string>> = labels[field]
    return levelsKept(field).map((level) => ({ value: level, label: said[level] ?? level }))
  }
  return (
    <>
      <EarlierFields previous={more.previous} onChange={(previous) => void follow(previous)} readOnly={readOnly} />
      <LongField
        label={t.frame}
        hint={t.frameHint}
        value={more.frame || defaultTemplate.frame[locale].join('\n')}
        onChange={more.set.frame}
        lines={5}
        maxLength={4000}
        readOnly={readOnly}
      />
      <RitualChoice
        followUp={more.ritual.followUp ?? (more.previous === null ? 'before' : '')}
        onFollowUp={(place) => {
          const { followUp: _before, ...rest } = more.ritual
          more.choose({ ritual: place === '' ? rest : { ...rest, followUp: place } })
        }}
        follows={more.previous !== null}
        stepMinutes={more.ritual.stepMinutes}
        onStepMinutes={(stepMinutes) => more.choose({ ritual: { ...more.ritual, stepMinutes } })}
        meeting={{ plannedMinutes: more.minutes, without: more.without }}
        prompts={more.ritual.prompts}
        onPrompts={(prompts) => more.choose({ ritual: { ...more.ritual, prompts } })}
        readOnly={readOnly}
      />
      <AuthorityFields more={more} readOnly={readOnly} />
      <fieldset className="flex min-w-0 flex-col gap-4">
        <legend className="font-strong">{t.privacy}</legend>
        <p className="text-second text-ink2">{t.privacyHint}</p>
        {privacyFields.map((field) => (
          <SelectField
            key={field}
            label={names[field]}
            value={more.privacy[field] ?? defaultPrivacy[field]}
            onChange={readOnly ? () => undefined : (level) => more.choose({ privacy: { ...more.privacy, [field]: level } })}
            options={levelsOf(field)}
          />
        ))}
      </fieldset>
    </>
  )
}
