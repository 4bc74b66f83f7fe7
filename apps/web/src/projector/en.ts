import { pluralIn } from '../i18n/plural.ts'
import type { fr } from './fr.ts'

const n = pluralIn('en')

export const en: typeof fr = {
  join: 'Join with a phone',
  joinHere: 'Photograph the square to come in, no account.',
  joinLater: 'The square to come in shows here when facilitation opens this screen.',
  point: (number, of) => `Item ${number} of ${of}`,
  version: (step, version) => `${step}, version ${version}`,
  left: (minutes) => `${minutes} left for this item`,
  over: 'time is up, shall we go on?',
  until: (hour) => `until about ${hour}`,
  sky: 'Our sky',
  floor: 'Now speaking',
  listen: 'We listen. We do not answer, we do not comment.',
  answered: (count, of) => `${count} of ${of} ${n(count, { one: 'has answered', other: 'have answered' })}`,
  ask: 'Do you object?',
  nobody: 'Nobody objects',
  objections: (count) => (count === 1 ? 'One objection to take in' : `${count} objections to take in`),
  takenBack: (count) => (count === 1 ? 'The objection is taken back' : 'The objections are taken back'),
  unclear: (count) => `Not yet clear for ${count} ${n(count, { one: 'person', other: 'people' })}`,
  adopted: 'Decision adopted',
  here: (count) => `${count} ${n(count, { one: 'person is here', other: 'people are here' })}`,
  next: 'Next',
  closed: 'Thank you. The meeting is closed.',
  review: (day) => `Everyone reads the minutes again until ${day}.`,
  sealed: 'The minutes are sealed.',
  pause: {
    title: 'Pause',
    lead: (watched) => `${watched ? 'The mood-watch offers a moment.' : 'We take a moment.'}\nThere is nothing to do.`,
    until: (hour) => `We come back at ${hour}`,
    word: 'break',
    breath: 'Take a breath.',
  },
}
