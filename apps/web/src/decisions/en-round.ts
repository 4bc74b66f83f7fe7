import { pluralIn } from '../i18n/plural.ts'
import type { frRound } from './fr-round.ts'

const n = pluralIn('en')

export const enRound: typeof frRound = {
  speaks: 'Now speaking',
  listen: 'We listen. We do not answer, we do not comment.',
  yours: 'Your turn',
  wentRound: 'The word has gone round',
  ends: 'Facilitation ends the round.',
  toGo: (count) => `${count} more ${n(count, { one: 'person', other: 'people' })}`,
  before: 'One round: each says what it does to them. Nobody answers, the carrier listens.',
  held: 'The round was held.',
  done: 'I have finished',
  pass: 'I pass',
  start: 'Start the round of feelings',
  theirsDone: (name) => `${name} has finished`,
  passes: (name) => `${name} passes`,
}
