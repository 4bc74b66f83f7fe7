import type { Labels } from '@clairiere/ritual'
import { use } from 'react'
import type { Locale } from '../i18n/locale.ts'
import { fetchedOnce } from '../i18n/fetched-once.ts'
import { useLocale } from '../i18n/words.tsx'

/** One language of the ritual's words, in a chunk of its own. Fetched with the room's door, so that no screen waits for it. */
export const fetchLabels = fetchedOnce(async (locale: Locale): Promise<Labels> =>
  locale === 'fr' ? (await import('@clairiere/ritual/labels/fr')).fr : (await import('@clairiere/ritual/labels/en')).en,
)

/** The ritual's own words (kinds, roles, weathers, steps…) in the language being read; suspends until they are here. */
export const useLabels = (): Labels => use(fetchLabels(useLocale()))
