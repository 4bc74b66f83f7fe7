import { pluralIn } from '../i18n/plural.ts'
import type { fr } from './fr.ts'

const n = pluralIn('en')

export const en: typeof fr = {
  title: 'Catching up',
  cardTitle: 'You are joining midway',
  cardText: 'Welcome. Here is what you need to find your feet, without interrupting anyone.',
  read: 'Read what I missed',
  later: 'Not now',
  whereWeAre: 'Where we are',
  speaks: (name) => `${name} has the floor.`,
  frame: 'Our frame',
  noFrame: 'No rule is written.',
  agree: 'I agree with the frame',
  agreed: 'You agreed.',
  roles: 'Who does what',
  decided: 'What was decided',
  nothingDecided: 'Nothing has been decided yet.',
  done: (count) => `${count} ${n(count, { one: 'item done', other: 'items done' })}`,
  next: (step) => `Next: ${step}`,
  weather: 'Your weather, in silence',
  weatherText: 'The circle will see it in the sky. Nobody will make you speak.',
  back: 'Join the meeting',
}
