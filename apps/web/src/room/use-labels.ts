import type { Labels, Refusal, RefusalCode } from '@clairiere/ritual'
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

/** Why an act was refused, as a person is told; the code itself for one that this page is too old to know. */
export const refusalIn = (labels: Labels, code: RefusalCode, detail: Refusal['detail'] = {}): string => {
  const said: Labels['refusals'][RefusalCode] | undefined = labels.refusals[code]
  if (said === undefined) return code
  return typeof said === 'string' ? said : said(detail)
}
