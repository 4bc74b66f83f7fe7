import { pluralIn } from '../i18n/plural.ts'
import type { fr } from './fr-more.ts'

const n = pluralIn('en')

export const en: typeof fr = {
  title: 'What you want to add',
  writing: 'Everyone writes their weather',
  given: (given, of) => `${given} of ${of} have given their weather`,
  offeredAgain: 'You had passed. The floor is offered to you once more, and you may pass again.',
  sayAloud: 'Say your weather, if you like. Nobody will reply.',
  ring: (spoken, waiting) => `${spoken} ${n(spoken, { one: 'person has spoken', other: 'people have spoken' })}, ${waiting} to come`,
  floorIs: 'The floor is with',
  yourTurn: 'It is your turn',
  done: 'I have finished',
  passTurn: 'I pass',
  theirsDone: (name) => `${name} has finished`,
  passes: (name) => `${name} passes`,
  rest: 'Put your phone down, listen.',
  noReply: 'No reply, no comment.',
  wentRound: 'The word has gone round',
  ends: 'Facilitation ends the round.',
  say: 'Add',
  energies: [
    'Almost empty: I listen.',
    'Low: I am here, without drive.',
    'Middling: I am all right.',
    'Good: I can carry my part.',
    'Full: I can carry more than my part.',
  ],
}
