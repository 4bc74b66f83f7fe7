import { pluralIn } from '../i18n/plural.ts'

const n = pluralIn('fr')

/** The round of feelings on a proposal. */
export const frRound = {
  speaks: 'La parole est à',
  listen: 'On écoute. On ne répond pas, on ne commente pas.',
  yours: 'À toi',
  wentRound: 'La parole a fait le tour',
  ends: 'La facilitation finit le tour.',
  toGo: (count: number) => `encore ${count} ${n(count, { one: 'personne', other: 'personnes' })}`,
  before: 'Un tour : chacun·e dit ce que cela lui fait. Personne ne répond, la personne qui porte écoute.',
  held: 'Le tour a eu lieu.',
  done: 'J’ai terminé',
  pass: 'Je passe',
  start: 'Lancer le tour de ressentis',
  theirsDone: (name: string) => `${name} a terminé`,
  passes: (name: string) => `${name} passe`,
}
