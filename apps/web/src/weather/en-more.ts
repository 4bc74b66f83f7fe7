import type { fr } from './fr-more.ts'

export const en: typeof fr = {
  title: 'What you want to add',
  say: 'Add',
  energies: [
    'Almost empty: I listen.',
    'Low: I am here, without drive.',
    'Middling: I am all right.',
    'Good: I can carry my part.',
    'Full: I can carry more than my part.',
  ],
}
