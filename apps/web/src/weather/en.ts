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
    held: 'Seen by the circle. The minutes will only say that the round was held.',
  },
  say: 'Say my weather',
  pass: 'Pass',
  choose: 'Choose a weather, or “I pass”.',
  mine: (label) => `My weather: ${label}`,
  passed: 'You pass.',
  change: 'Change',
  cancel: 'Cancel',
  floorIs: 'The floor is with',
  yourTurn: 'It is your turn',
  yourTurnHint: 'It is your turn. None is better than another.',
  rest: 'Put your phone down, listen.',
  noReply: 'No reply, no comment.',
  sayAloud: 'Say your weather, if you like. Nobody will reply.',
  offeredAgain: 'You had passed. The floor is offered to you once more, and you may pass again.',
  done: 'I have finished',
  passTurn: 'I pass',
  waiting: 'The round has not started',
  waitingText: 'Your weather is given. The round starts when the facilitation launches it.',
  writing: 'Everyone writes their weather',
  ring: (spoken, waiting) => `${spoken} ${n(spoken, { one: 'person has spoken', other: 'people have spoken' })}, ${waiting} to come`,
  given: (given, of) => `${given} of ${of} have given their weather`,
  sky: 'The sky of the group',
  inTheSky: (count) => n(count, { one: 'weather in the sky', other: 'weathers in the sky' }),
  emptySky: 'The sky is still empty: the first weather will settle there.',
  alsoPass: (count) => `and ${count} ${n(count, { one: 'person passes', other: 'people pass' })}`,
  skySeenBy: 'Seen by the circle, without any name.',
  words: 'What was said',
  forOther: (name) => `${name}’s weather`,
  forOtherHint: 'Without a device: said aloud, written by you.',
}
