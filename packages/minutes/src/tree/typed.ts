import type { Phrase } from './nodes.ts'

const control = /\p{Cc}|[\ufeff\ufffe\uffff]/gu
const lineEnd = /\r\n|[\r\n\v\f\u0085\u2028\u2029]/

/** Text as the wikis can carry it: well-formed, without control characters, tabs as spaces, one string per line. */
export const cleanLines = (text: string): string[] =>
  text
    .toWellFormed()
    .split(lineEnd)
    .map((each) => each.replaceAll('\t', ' ').replace(control, ''))

/** A text that somebody typed, or a sentence, as phrases: a break for each line end. */
export const typed = (text: string): Phrase[] =>
  cleanLines(text).flatMap((value, index): Phrase[] => (index > 0 ? [{ type: 'break' }, ...addressed(value)] : addressed(value)))

/** Web addresses in the plainest characters, not counting a sentence's own punctuation at their end: a page in a wiki should lead there. */
const address = /(?<![A-Za-z0-9])(https?:\/\/[A-Za-z0-9][A-Za-z0-9\-._~/?#@&=+%:,;!$]*[A-Za-z0-9/=#_])/

const addressed = (text: string): Phrase[] =>
  text
    .split(address)
    .map((part, index): Phrase =>
      index % 2 === 0 ? { type: 'text', value: part } : { type: 'link', url: part, children: [{ type: 'text', value: part }] },
    )
    .filter((phrase) => phrase.type !== 'text' || phrase.value !== '')

/** Makes one line ready to print: texts joined, no break at its ends, no space at its ends or around a break
 * (a leading space is a code block in two wikis). Inner spaces stay as typed. */
export const tidy = (phrases: readonly Phrase[]): Phrase[] => {
  const kept = joinTexts(phrases)
  while (isVoid(kept[0])) kept.shift()
  while (isVoid(kept.at(-1))) kept.pop()
  return kept
    .map((phrase, index): Phrase => {
      if (phrase.type !== 'text') return phrase
      const startsLine = index === 0 || kept[index - 1]?.type === 'break'
      const endsLine = index === kept.length - 1 || kept[index + 1]?.type === 'break'
      const left = startsLine ? phrase.value.trimStart() : phrase.value
      return { type: 'text', value: endsLine ? left.trimEnd() : left }
    })
    .filter((phrase) => phrase.type !== 'text' || phrase.value !== '')
}

const isVoid = (phrase: Phrase | undefined) => phrase?.type === 'break' || (phrase?.type === 'text' && phrase.value.trim() === '')

const joinTexts = (phrases: readonly Phrase[]): Phrase[] => {
  const joined: Phrase[] = []
  for (const phrase of phrases) {
    const last = joined.at(-1)
    if (last?.type === 'text' && phrase.type === 'text') joined[joined.length - 1] = { type: 'text', value: last.value + phrase.value }
    else joined.push(phrase)
  }
  return joined
}

/** The text alone, breaks as spaces. */
export const textOf = (phrases: readonly Phrase[]): string =>
  phrases.map((phrase) => (phrase.type === 'text' ? phrase.value : phrase.type === 'break' ? ' ' : textOf(phrase.children))).join('')
