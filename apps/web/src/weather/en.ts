import { pluralIn } from '../i18n/plural.ts'
import type { fr } from './fr.ts'

const n = pluralIn('en')

export const en: typeof fr = {
  question: 'What is your weather?',
  none: 'None is better than another.',
  explained: (label, hint) => `${label}: ${hint}.`,
  word: 'A word, if you like',
  seenBy: {
    aggregate: 'Seen by the circle. The minutes keep only the numbers, never the words.',
    few: 'Seen by the circle. With fewer than five weathers the minutes only say that the round was held; else the numbers, never the words.',
    held: 'Seen by the circle. The minutes will only say that the round was held.',
  },
  say: 'Say my weather',
  pass: 'Pass',
  choose: 'Choose a weather, or “I pass”.',
  mine: (label) => `My weather: ${label}`,
  passed: 'You pass.',
  change: 'Change',
  add: 'Add',
  needs: (need) => `need: ${need}`,
  energy: (energy) => `energy ${energy} of 5`,
  cancel: 'Cancel',
  yourTurnHint: 'It is your turn. None is better than another.',
  waiting: 'The round has not started',
  waitingText: 'Your weather is given. The round starts when the facilitation launches it.',
  sky: 'The sky of the group',
  inTheSky: (count) => n(count, { one: 'weather in the sky', other: 'weathers in the sky' }),
  emptySky: 'The sky is still empty: the first weather will settle there.',
  alsoPass: (count) => `and ${count} ${n(count, { one: 'person passes', other: 'people pass' })}`,
  skySeenBy: 'Seen by the circle, without any name.',
  words: 'What was said',
  forOther: (name) => `${name}’s weather`,
  forOtherHint: 'Without a device: said aloud, written by you.',
}
