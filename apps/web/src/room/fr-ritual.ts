/** What a group makes its own in the ritual: the place of the follow-up, the minutes of its steps, its questions. */
export const fr = {
  followUp: 'Le suivi des actions et décisions d’avant',
  orders: { before: 'avant les points', after: 'après les points' },
  asBefore: 'comme la fois d’avant',
  minutes: 'Le temps de chaque étape',
  minutesHint: 'Là où rien n’est écrit, le temps proposé vaut.',
  proposed: (minutes: number) => `proposé : ${minutes} min`,
  rest: (minutes: number) =>
    minutes > 0 ? `Il reste ${minutes} min pour les points.` : 'Les étapes prennent tout : il ne reste rien pour les points.',
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
  steps: {
    welcome: 'accueil',
    weather: 'tour météo',
    'follow-up': 'suivi',
    agenda: 'points',
    closing: 'tour de clôture',
    'wrap-up': 'fin',
  },
  stepSaid: (step: string, minutes: number) => `${step} ${minutes} min`,
  minutesSaid: (steps: readonly string[]) => `Temps prévu : ${steps.join(', ')}.`,
  stepPast: (spent: number, planned: number) => `Temps de l’étape tenu, ${spent} min sur ${planned} : on continue ?`,
  ownSaid: (moment: string, prompt: string) => `${moment} : « ${prompt} »`,
}
