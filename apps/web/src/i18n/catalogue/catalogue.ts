import { fetchedOnce } from '../fetched-once.ts'
import type { Locale } from '../locale.ts'
import type { frLater } from './fr-later.ts'
import type { frPages } from './fr-pages.ts'
import type { fr } from './fr.ts'

export type FirstCatalogue = typeof fr
export type LaterCatalogue = typeof frLater
export type PagesCatalogue = typeof frPages
export type Catalogue = FirstCatalogue & LaterCatalogue & PagesCatalogue

/** One language is three files of its own, of which the first screens need one; only the language being read is fetched. Rejects when it cannot be fetched. */
export async function loadCatalogue(locale: Locale): Promise<FirstCatalogue> {
  return locale === 'fr' ? (await import('./fr.ts')).fr : (await import('./en.ts')).en
}

const laterCatalogue = fetchedOnce(async (locale: Locale): Promise<LaterCatalogue> =>
  locale === 'fr' ? (await import('./fr-later.ts')).frLater : (await import('./en-later.ts')).enLater,
)

const pagesCatalogue = fetchedOnce(async (locale: Locale): Promise<PagesCatalogue> =>
  locale === 'fr' ? (await import('./fr-pages.ts')).frPages : (await import('./en-pages.ts')).enPages,
)

const ofPages: Readonly<Record<keyof PagesCatalogue, true>> = { minutes: true, opening: true, projector: true, registers: true }

/** The file that has the sentences of a feature after the first screens: the meeting's own, or those of the pages beside it. */
export const catalogueOf = (feature: keyof Catalogue, locale: Locale): Promise<Partial<Catalogue>> =>
  feature in ofPages ? pagesCatalogue(locale) : laterCatalogue(locale)
