import { doesServerAnswer, untilLoaded } from '../ui/later.ts'
import type { Locale } from './locale.ts'

/**
 * Fetches something once per language and hands out the same promise again, as React's `use` needs; without network it is asked for until it comes, as a rejection would
 * take the whole screen away. Rejects when the server answers and has it no more; the next time it is fetched anew.
 */
export function fetchedOnce<T>(fetch: (locale: Locale) => Promise<T>): (locale: Locale) => Promise<T> {
  const byLocale = new Map<Locale, Promise<T>>()
  return (locale) => {
    const known = byLocale.get(locale)
    if (known) return known
    const fetched = untilLoaded(() => fetch(locale), doesServerAnswer)
    byLocale.set(locale, fetched)
    fetched.catch(() => byLocale.delete(locale))
    return fetched
  }
}
