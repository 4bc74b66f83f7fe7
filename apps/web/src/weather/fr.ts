import { pluralIn } from '../i18n/plural.ts'

const n = pluralIn('fr')

/** The weather round: one's own, the word of each, the sky of the group. */
export const fr = {
  question: 'Quelle est ta météo ?',
  none: 'Aucune n’est meilleure qu’une autre.',
  explained: (label: string, hint: string) => `${label} : ${hint}.`,
  word: 'Un mot, si tu veux',
  seenBy: {
    aggregate: 'Vu par le cercle. Le compte rendu ne garde que les nombres, jamais les mots.',
    few: 'Vu par le cercle. À moins de cinq météos, le compte rendu dit seulement que le tour a été tenu ; sinon les nombres, jamais les mots.',
    held: 'Vu par le cercle. Le compte rendu dira seulement que le tour a été tenu.',
  },
  say: 'Dire ma météo',
  pass: 'Passer',
  choose: 'Choisis une météo, ou « je passe ».',
  mine: (label: string) => `Ma météo : ${label}`,
  passed: 'Tu passes.',
  change: 'Modifier',
  add: 'Ajouter',
  needs: (need: string) => `besoin : ${need}`,
  energy: (energy: number) => `énergie ${energy} sur 5`,
  cancel: 'Annuler',
  yourTurnHint: 'C’est à toi. Aucune n’est meilleure qu’une autre.',
  waiting: 'Le tour n’a pas commencé',
  waitingText: 'Ta météo est posée. Le tour commence quand la facilitation le lance.',
  sky: 'Le ciel du groupe',
  inTheSky: (count: number) => n(count, { one: 'météo dans le ciel', other: 'météos dans le ciel' }),
  emptySky: 'Le ciel est encore vide : la première météo s’y posera.',
  alsoPass: (count: number) => `et ${count} ${n(count, { one: 'personne passe', other: 'personnes passent' })}`,
  skySeenBy: 'Vu par le cercle, sans aucun nom.',
  words: 'Ce qui a été dit',
  forOther: (name: string) => `La météo de ${name}`,
  forOtherHint: 'Sans appareil : dite à voix haute, écrite par toi.',
}
