import { pluralIn } from '../i18n/plural.ts'
import type { fr } from './fr.ts'

const n = pluralIn('en')

export const en: typeof fr = {
  title: 'Follow-up',
  lead: 'What we had told ourselves, line by line. Everyone answers for themselves.',
  empty: 'Nothing to follow up: no action or decision from a former meeting.',
  actions: 'Actions',
  decisions: 'Decisions handed over',
  seen: (count, of) => `${count} of ${of} ${n(count, { one: 'looked at', other: 'looked at' })}`,
  look: 'Looked at',
  take: 'I take it',
  answerFor: (title) => `How is “${title}” going?`,
  for: (who) => `carried by ${who}`,
  due: (day) => `by ${day}`,
  helpAsked: 'help asked for',
  help: 'I help',
  toReview: (day) => `Due for review since ${day}.`,
}
