/** What a group makes its own in the ritual: the place of the follow-up, its questions. */
export const fr = {
  followUp: 'Le suivi des actions et décisions d’avant',
  orders: { before: 'avant les points', after: 'après les points' },
  asBefore: 'comme la fois d’avant',
  prompts: 'Les questions du groupe',
  promptsHint: 'Là où rien n’est écrit, la question proposée est posée.',
  names: {
    weather: 'Au tour météo',
    clarification: 'Au tour de clarification',
    feelings: 'Au tour de ressentis',
    closing: 'Au tour de clôture',
    improvement: 'Pour s’améliorer',
  },
  afterSaid: 'Le suivi vient après les points.',
  ownSaid: (moment: string, prompt: string) => `${moment} : « ${prompt} »`,
}
