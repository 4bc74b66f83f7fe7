import type { ConfidencePayloads } from '@clairiere/ritual'
import type { fr } from './fr.ts'

type Sentences = Pick<typeof fr, 'needs' | 'energy'>

/** What somebody says beside their weather, each in a few words: the word, what they need, their energy. `quoted` marks what is theirs. */
export const saidBeside = (
  { words, need, energy }: ConfidencePayloads['weather'],
  t: Sentences,
  quoted: (text: string) => string = (text) => text,
): readonly string[] =>
  [words && quoted(words), need && t.needs(quoted(need)), energy && t.energy(energy)].filter((part): part is string => Boolean(part))
