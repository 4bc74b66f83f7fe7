import { pluralIn } from '../i18n/plural.ts'

const n = pluralIn('fr')

/** The round of the weather, and what may be said beside one's own. */
export const fr = {
  title: 'Ce que tu veux ajouter',
  writing: 'Chacun·e écrit sa météo',
  given: (given: number, of: number) => `${given} sur ${of} ont donné leur météo`,
  offeredAgain: 'Tu avais passé. La parole t’est offerte une dernière fois, tu peux passer encore.',
  sayAloud: 'Dis ta météo, si tu veux. Personne ne répondra.',
  ring: (spoken: number, waiting: number) =>
    `${spoken} ${n(spoken, { one: 'personne a parlé', other: 'personnes ont parlé' })}, ${waiting} à venir`,
  floorIs: 'La parole est à',
  yourTurn: 'C’est à toi',
  done: 'J’ai terminé',
  passTurn: 'Je passe',
  theirsDone: (name: string) => `${name} a terminé`,
  passes: (name: string) => `${name} passe`,
  rest: 'Pose ton téléphone, écoute.',
  noReply: 'On ne répond pas, on ne commente pas.',
  /** Each was heard, and the round is not ended yet. */
  wentRound: 'La parole a fait le tour',
  ends: 'La facilitation finit le tour.',
  say: 'Ajouter',
  energies: [
    'Presque vide : j’écoute.',
    'Basse : je suis là, sans élan.',
    'Moyenne : ça va.',
    'Bonne : je peux porter ma part.',
    'Pleine : je peux porter plus que ma part.',
  ] as [string, string, string, string, string],
}
