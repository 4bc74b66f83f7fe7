import type { fr } from './fr.ts'

export const en: typeof fr = {
  write: 'Write here',
  empty: 'Nobody has written yet. These notes are everyone’s.',
  writing: (names: string) => `${names} is writing`,
  writingMany: (names: string) => `${names} are writing`,
}
