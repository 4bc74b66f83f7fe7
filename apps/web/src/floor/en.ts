import { pluralIn } from '../i18n/plural.ts'
import type { fr } from './fr.ts'

const n = pluralIn('en')

export const en: typeof fr = {
  title: 'Floor',
  ask: 'Ask to speak',
  askTitle: 'Why do you want to speak?',
  kinds: {
    speak: { label: 'A new point', hint: 'Something that has not been said yet.' },
    reaction: { label: 'A reply', hint: 'To what has just been said.' },
    clarification: { label: 'A question', hint: 'To understand before going further.' },
    frame: { label: 'A word on the frame', hint: 'Goes before the others: pace, rules, ways of doing.' },
  },
  inName: 'In the name of',
  myName: 'myself',
  forNeighbour: (name) => `Ask for ${name}`,
  speaks: (name) => `${name} has the floor`,
  mine: 'It is your turn to speak',
  done: 'I have finished',
  end: 'The floor goes back to the group',
  give: (name) => `Give the floor to ${name}`,
  giveShort: 'Give the floor',
  lower: 'Lower my hand',
  stepBack: 'Let the next one go first',
  asked: (place) => (place === 1 ? 'You are next.' : `You have asked to speak: number ${place}.`),
  waiting: (count) => (count === 0 ? 'nobody waits' : `${count} ${n(count, { one: 'person waits', other: 'people wait' })}`),
  empty: 'Nobody has asked to speak. The floor is open.',
  order: 'Who goes first?',
  orderHint: 'Ask the group, then note its choice.',
  orders: { 'least-heard': 'who has spoken least', asked: 'who asked first' },
  ordered: { 'least-heard': 'Those heard least go first.', asked: 'In the order of asking.' },
  askedStrip: (name) => `${name} asks to speak.`,
}
