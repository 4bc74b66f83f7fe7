import type { Person } from '../player/person.ts'

/** The plain text of a common note as this person’s own document has it: what a fresh reader reads, without any screen of ours. */
export const noteTextOf = (person: Person, itemId: string): string =>
  person.doc
    .getXmlFragment(`note:${itemId}`)
    .toString()
    .replaceAll(/<\/(?:paragraph|heading)>/g, '\n')
    .replaceAll(/<[^>]*>/g, '')
    .trim()
