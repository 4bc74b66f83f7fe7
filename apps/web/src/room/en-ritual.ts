import type { fr } from './fr-ritual.ts'

/** What a group makes its own in the ritual: the place of the follow-up, its questions. */
export const en: typeof fr = {
  followUp: 'The follow-up of earlier actions and decisions',
  orders: { before: 'before the items', after: 'after the items' },
  asBefore: 'as last time',
  prompts: 'The group’s own questions',
  promptsHint: 'Where nothing is written, the proposed question is asked.',
  names: {
    weather: 'In the weather round',
    clarification: 'In a clarification round',
    feelings: 'In a round of feelings',
    closing: 'In the closing round',
    improvement: 'To do better',
  },
  afterSaid: 'The follow-up comes after the items.',
  ownSaid: (moment: string, prompt: string) => `${moment}: “${prompt}”`,
}
