import type { Author } from '../record/texts.ts'
import type { Sentences } from '../sentences/fr.ts'

/** « Dario Menetti (SCIC QRT) », « SCIC QRT » or « une personne », as the author chose. */
export const authorIs = (author: Author, s: Sentences): string => {
  if (author.as === 'unnamed') return s.someone
  if (author.as === 'voice') return author.voice
  return author.voice === undefined ? author.name : `${author.name} (${author.voice ?? s.presence.ownName})`
}

/** The author without the voice, where a line has no room for it. */
export const authorName = (author: Author, s: Sentences): string => (author.as === 'person' ? author.name : authorIs(author, s))

/** Adds the final stop where nothing ends the sentence [§2.9 Texts typed]. */
export const stopped = (text: string): string => {
  const trimmed = text.trimEnd()
  return trimmed === '' || /[.!?…]$/u.test(trimmed) ? trimmed : `${trimmed}.`
}
