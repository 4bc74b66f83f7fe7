import { pluralIn } from '../i18n/plural.ts'

const n = pluralIn('fr')

/** What comes from former meetings, looked at line by line. */
export const fr = {
  title: 'Suivi',
  lead: 'Ce qu’on s’était dit, ligne à ligne. Chacun·e répond pour soi.',
  empty: 'Rien à suivre : aucune action ni décision d’une réunion précédente.',
  actions: 'Actions',
  decisions: 'Décisions transmises',
  seen: (count: number, of: number) => `${count} sur ${of} ${n(count, { one: 'regardée', other: 'regardées' })}`,
  look: 'Regardée',
  take: 'Je la prends',
  answerFor: (title: string) => `Où en est « ${title} » ?`,
  for: (who: string) => `portée par ${who}`,
  due: (day: string) => `pour le ${day}`,
  helpAsked: 'aide demandée',
  help: 'J’aide',
  toReview: (day: string) => `À revoir depuis le ${day}.`,
}
