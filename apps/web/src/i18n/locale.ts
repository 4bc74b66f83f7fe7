export type Locale = 'fr' | 'en'

export const locales: readonly Locale[] = ['fr', 'en']

export function isLocale(value: unknown): value is Locale {
  return value === 'fr' || value === 'en'
}

/** The language to open in: the one chosen on this device, else the first the browser asks for that we have, else French. */
export function pickLocale(chosen: string | null, wanted: readonly string[]): Locale {
  if (isLocale(chosen)) return chosen
  for (const tag of wanted) {
    const language = tag.slice(0, 2).toLowerCase()
    if (isLocale(language)) return language
  }
  return 'fr'
}
