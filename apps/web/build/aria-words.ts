import type { Plugin } from 'vite'

/** As the visible button of a sheet says it. */
const words: Readonly<Record<string, string>> = { 'fr-FR': 'Fermer', 'en-US': 'Close' }
const dismissal = /react-aria\/dist\/private\/intl\/overlays\/([a-z]{2}-[A-Z]{2})\.mjs$/

/** What React Aria names the hidden button by which a screen reader leaves a sheet or a menu: its « Rejeter » is what one does to a proposal, and the word cannot be given to it. */
export function ariaWords(): Plugin {
  const replaced = new Set<string>()
  return {
    name: 'clairiere:aria-words',
    apply: 'build',
    enforce: 'pre',
    load(id) {
      const locale = dismissal.exec(id)?.[1]
      const word = locale === undefined ? undefined : words[locale]
      if (locale === undefined || word === undefined) return null
      replaced.add(locale)
      return `export default { dismiss: ${JSON.stringify(word)} }`
    },
    buildEnd(fault) {
      const left = Object.keys(words).filter((locale) => !replaced.has(locale))
      if (!fault && left.length > 0) this.error(`React Aria keeps its words of ${left.join(', ')} elsewhere now`)
    },
  }
}
