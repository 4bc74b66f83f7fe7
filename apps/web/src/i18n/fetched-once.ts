import { untilLoaded } from '../ui/until-loaded.ts'
import type { Locale } from './locale.ts'

/**
 * Fetches something once per language and hands out the same promise again, as React's `use` needs; without network it comes when the network is back. What the server
 * did not have is asked for anew the next time.
 */
export function fetchedOnce<T>(fetch: (locale: Locale) => Promise<T>): (locale: Locale) => Promise<T> {
  const byLocale = new Map<Locale, Promise<T>>()
  return (locale) => {
    const known = byLocale.get(locale)
    if (known) return known
    const fetched = untilLoaded(() => fetch(locale))
    byLocale.set(locale, fetched)
    fetched.catch(() => byLocale.delete(locale))
    return fetched
  }
}
