import { isLocale, type Locale } from '../i18n/locale.ts'

export type Theme = 'auto' | 'day' | 'night'
export type Settings = { readonly theme: Theme; readonly text: 'normal' | 'large'; readonly locale: Locale | null }

const KEY = 'clairiere.settings'
export const defaultSettings: Settings = { theme: 'auto', text: 'normal', locale: null }

/** Reads what an older page, or nobody, wrote: what does not fit is left out. */
export function parseSettings(stored: string | null): Settings {
  let value: unknown
  try {
    value = JSON.parse(stored ?? 'null')
  } catch {
    return defaultSettings
  }
  if (typeof value !== 'object' || value === null) return defaultSettings
  const { theme, text, locale } = value as Record<string, unknown>
  return {
    theme: theme === 'day' || theme === 'night' ? theme : 'auto',
    text: text === 'large' ? 'large' : 'normal',
    locale: isLocale(locale) ? locale : null,
  }
}

export function readSettings(): Settings {
  try {
    return parseSettings(localStorage.getItem(KEY))
  } catch {
    return defaultSettings // storage may be forbidden
  }
}

export function storeSettings(settings: Settings): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(settings))
  } catch {
    return // the choice then lives as long as the page
  }
}

/** Puts theme and text size on the page; the tokens do the rest. */
export function applySettings(settings: Settings): void {
  const { dataset } = document.documentElement
  if (settings.theme === 'auto') delete dataset.theme
  else dataset.theme = settings.theme
  if (settings.text === 'large') dataset.text = 'large'
  else delete dataset.text
}
