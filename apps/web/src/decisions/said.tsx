import type { Attributed } from '@clairiere/ritual'
import { useT } from '../i18n/words.tsx'
import { useNames } from '../room/use-names.ts'

/** How an author appears with what they said: name, structure alone, or « une personne ». */
export const useAuthor = () => {
  const t = useT('decisions').outcome
  const names = useNames()
  return {
    name: (entry: Attributed): string => (entry.personId ? names.full(entry.personId) : entry.voice ? names.org(entry.voice) : t.someone),
    first: (entry: Attributed): string => (entry.personId ? names.first(entry.personId) : entry.voice ? names.org(entry.voice) : t.someone),
    voice: (entry: Attributed): string => (entry.personId && entry.voice ? names.org(entry.voice) : ''),
  }
}
