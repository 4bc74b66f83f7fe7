import type { fr } from './fr-ritual.ts'

/** What a group makes its own in the ritual: the place of the follow-up, the minutes of its steps, its questions. */
export const en: typeof fr = {
  followUp: 'The follow-up of earlier actions and decisions',
  orders: { before: 'before the items', after: 'after the items' },
  asBefore: 'as last time',
  minutes: 'The time of each step',
  minutesHint: 'Where nothing is written, the proposed time holds.',
  minutesAsBefore: 'As long as nothing is written, the times of the meeting before hold.',
  proposed: (minutes) => `proposed: ${minutes} min`,
  rest: (minutes) => (minutes > 0 ? `${minutes} min are left for the items.` : 'The steps take it all: nothing is left for the items.'),
  prompts: 'The group’s own questions',
  promptsHint: 'Where nothing is written, the proposed question is asked.',
  promptsAsBefore: 'As long as nothing is written, the questions of the meeting before are asked.',
  names: {
    weather: 'In the weather round',
    clarification: 'In a clarification round',
    feelings: 'In a round of feelings',
    closing: 'In the closing round',
    improvement: 'To do better',
  },
  afterSaid: 'The follow-up comes after the items.',
  steps: {
    welcome: 'welcome',
    weather: 'weather round',
    'follow-up': 'follow-up',
    agenda: 'items',
    closing: 'closing round',
    'wrap-up': 'end',
  },
  stepSaid: (step, minutes) => `${step} ${minutes} min`,
  minutesSaid: (steps) => `Time planned: ${steps.join(', ')}.`,
  noLead: {
    now: 'Nobody facilitates yet. Offer the role, or take it.',
    inTurn: 'Else: one item each, in turn. Or only the weather and the information.',
    smaller: 'Else: one step each, in turn.',
    pass: 'Pass the facilitation on',
  },
  stepPast: (spent, planned) => `The time of this step is up, ${spent} min of ${planned}: do we go on?`,
  ownSaid: (moment: string, prompt: string) => `${moment}: “${prompt}”`,
}
