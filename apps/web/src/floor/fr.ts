import { pluralIn } from '../i18n/plural.ts'

const n = pluralIn('fr')

/** The floor: who speaks, who has asked, in which order. */
export const fr = {
  title: 'Parole',
  ask: 'Demander la parole',
  askTitle: 'Pourquoi veux-tu parler ?',
  kinds: {
    speak: { label: 'Un nouveau point', hint: 'Quelque chose qui n’a pas encore été dit.' },
    reaction: { label: 'Répondre', hint: 'À ce qui vient d’être dit.' },
    clarification: { label: 'Une question', hint: 'Pour comprendre avant d’aller plus loin.' },
    frame: { label: 'Un mot sur le cadre', hint: 'Passe avant les autres : rythme, règles, façon de faire.' },
  },
  inName: 'Au nom de',
  myName: 'moi',
  forNeighbour: (name: string) => `Demander pour ${name}`,
  speaks: (name: string) => `${name} a la parole`,
  mine: 'C’est à toi de parler',
  done: 'J’ai terminé',
  end: 'La parole revient au groupe',
  give: (name: string) => `Donner la parole à ${name}`,
  giveShort: 'Donner la parole',
  lower: 'Baisser la main',
  stepBack: 'Je laisse passer',
  asked: (place: number) => (place === 1 ? 'Tu es la prochaine personne.' : `Tu as demandé la parole : ${place}ᵉ.`),
  waiting: (count: number) =>
    count === 0 ? 'personne n’attend' : `${count} ${n(count, { one: 'personne attend', other: 'personnes attendent' })}`,
  empty: 'Personne n’a demandé la parole. Elle circule librement.',
  order: 'Qui passe d’abord ?',
  orderHint: 'Demande au groupe, puis note son choix.',
  orders: { 'least-heard': 'qui a le moins parlé', asked: 'qui a demandé d’abord' },
  ordered: { 'least-heard': 'D’abord les personnes qu’on a le moins entendues.', asked: 'Dans l’ordre des demandes.' },
  askedStrip: (name: string) => `${name} demande la parole.`,
}
