import { useState } from 'react'
import type { Locale } from '../i18n/locale.ts'
import { useChangeLocale, useLocale, useT } from '../i18n/words.tsx'
import { Check } from '../ui/check.tsx'
import { ChoiceGroup } from '../ui/choice-group.tsx'
import { ChoiceSegment } from '../ui/choice-tile.tsx'
import { ErrorLine } from '../ui/error-line.tsx'
import type { Theme } from './device-settings.ts'
import { useSettings } from './settings.tsx'

/** Light, text size and language of this device: stands in a sheet, anywhere. */
export function Appearance() {
  const t = useT('shell').appearance
  const { settings, change } = useSettings()
  const locale = useLocale()
  const changeLocale = useChangeLocale()
  const [failed, setFailed] = useState(false)
  const choose = (to: Locale) => {
    setFailed(false)
    changeLocale(to).then(
      () => change({ locale: to }),
      () => setFailed(true),
    )
  }
  return (
    <div className="flex flex-col gap-6">
      <ChoiceGroup<Theme> label={t.theme} layout="segments" value={settings.theme} onChange={(theme) => change({ theme })}>
        <ChoiceSegment value="auto" label={t.auto} />
        <ChoiceSegment value="day" label={t.day} />
        <ChoiceSegment value="night" label={t.night} />
      </ChoiceGroup>
      <Check label={t.largeText} checked={settings.text === 'large'} onChange={(large) => change({ text: large ? 'large' : 'normal' })} />
      <ChoiceGroup<Locale> label={t.language} layout="segments" value={locale} onChange={choose}>
        <ChoiceSegment value="fr" label="Français" />
        <ChoiceSegment value="en" label="English" />
      </ChoiceGroup>
      {failed && <ErrorLine>{t.languageFailed}</ErrorLine>}
    </div>
  )
}
