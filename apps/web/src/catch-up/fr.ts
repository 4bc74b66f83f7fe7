import { pluralIn } from '../i18n/plural.ts'

const n = pluralIn('fr')

/** For whoever comes in while the meeting is going on: what was missed, without interrupting anybody. */
export const fr = {
  title: 'Rattrapage',
  cardTitle: 'Tu arrives en cours de route',
  cardText: 'Bienvenue. Voici de quoi te mettre dans le bain, sans interrompre personne.',
  read: 'Lire le rattrapage',
  later: 'Pas maintenant',
  whereWeAre: 'Où nous en sommes',
  speaks: (name: string) => `${name} a la parole.`,
  frame: 'Notre cadre',
  noFrame: 'Aucune règle n’est écrite.',
  agree: 'D’accord avec le cadre',
  agreed: 'Tu as dit « d’accord ».',
  roles: 'Qui fait quoi',
  decided: 'Ce qui a été décidé',
  nothingDecided: 'Rien n’a encore été décidé.',
  done: (count: number) => `${count} ${n(count, { one: 'point traité', other: 'points traités' })}`,
  next: (step: string) => `Suite : ${step}`,
  weather: 'Ta météo, en silence',
  weatherText: 'Le cercle la verra dans le ciel. Personne ne te fera parler.',
  back: 'Rejoindre la réunion',
}
