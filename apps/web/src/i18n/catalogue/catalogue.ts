import { fetchedOnce } from '../fetched-once.ts'
import type { Locale } from '../locale.ts'
import type { frLater } from './fr-later.ts'
import type { fr } from './fr.ts'

export type FirstCatalogue = typeof fr
export type LaterCatalogue = typeof frLater
export type Catalogue = FirstCatalogue & LaterCatalogue

/** One language is two files of its own, of which the first screens need one; only the language being read is fetched. Rejects when it cannot be fetched. */
export async function loadCatalogue(locale: Locale): Promise<FirstCatalogue> {
  return locale === 'fr' ? (await import('./fr.ts')).fr : (await import('./en.ts')).en
}

/** The sentences of everything after the first screens. */
export const laterCatalogue = fetchedOnce(async (locale: Locale): Promise<LaterCatalogue> =>
  locale === 'fr' ? (await import('./fr-later.ts')).frLater : (await import('./en-later.ts')).enLater,
)
