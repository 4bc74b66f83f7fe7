import { createContext, type ReactNode, use, useCallback, useEffect, useMemo, useState } from 'react'
import { type Catalogue, catalogueOf, type FirstCatalogue, loadCatalogue } from './catalogue/catalogue.ts'
import { type Dates, deviceZone, makeDates } from './dates.ts'
import type { Locale } from './locale.ts'

type Words = { locale: Locale; catalogue: FirstCatalogue; changeLocale: (to: Locale) => Promise<void> }

const WordsContext = createContext<Words | null>(null)
const ZoneContext = createContext<string | null>(null)

type WordsProviderProps = { locale: Locale; catalogue: FirstCatalogue; onChange?: (locale: Locale) => void; children: ReactNode }

/** Gives words to all below. The first catalogue is loaded before the first render, so no screen ever waits for its words. */
export function WordsProvider({ locale, catalogue, onChange, children }: WordsProviderProps) {
  const [now, setNow] = useState({ locale, catalogue })
  const changeLocale = useCallback(
    async (to: Locale) => {
      const loaded = await loadCatalogue(to)
      setNow({ locale: to, catalogue: loaded })
      onChange?.(to)
    },
    [onChange],
  )
  useEffect(() => {
    document.documentElement.lang = now.locale
  }, [now.locale])
  const words = useMemo(() => ({ ...now, changeLocale }), [now, changeLocale])
  return <WordsContext value={words}>{children}</WordsContext>
}

/** Hours below are said in this zone (IANA name): a meeting's, whatever the device's. */
export function MeetingZone({ timeZone, children }: { timeZone: string; children: ReactNode }) {
  return <ZoneContext value={timeZone}>{children}</ZoneContext>
}

function useWords(): Words {
  const words = use(WordsContext)
  if (!words) throw new Error('useT needs a WordsProvider above')
  return words
}

/** The sentences of one feature, in the language being read; suspends for those of a later screen until they are here. */
export function useT<Feature extends keyof Catalogue>(feature: Feature): Catalogue[Feature] {
  const { locale, catalogue } = useWords()
  const first: Partial<Catalogue> = catalogue
  const known: Catalogue[Feature] | undefined = first[feature]
  if (known) return known
  const later = use(catalogueOf(feature, locale))
  const fetched: Catalogue[Feature] | undefined = later[feature]
  if (!fetched) throw new Error(`no catalogue of ${feature}`)
  return fetched
}

export function useLocale(): Locale {
  return useWords().locale
}

/** Fetches another language and shows everything in it; rejects, changing nothing, when it cannot be fetched. */
export function useChangeLocale(): (to: Locale) => Promise<void> {
  return useWords().changeLocale
}

export function useDates(): Dates {
  const { locale } = useWords()
  const timeZone = use(ZoneContext)
  return useMemo(() => makeDates(locale, timeZone ?? deviceZone()), [locale, timeZone])
}
