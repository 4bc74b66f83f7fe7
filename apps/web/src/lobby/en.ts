import { pluralIn } from '../i18n/plural.ts'
import type { fr } from './fr.ts'

const n = pluralIn('en')

export const en: typeof fr = {
  enter: {
    loading: 'The meeting is coming…',
    already: 'already here',
    alreadyMany: (count) => `${count} ${n(count, { one: 'person already here', other: 'people already here' })}`,
    name: 'Your first name and name',
    nameMissing: 'Write your first name and name.',
    homonym: 'Someone here already has this name. Add your family name or an initial.',
    homonymFirst: (first: string) => `Somebody else here is called ${first}. Write your first name and full name.`,
    back: 'Go back',
    voices: 'In whose name do you come?',
    voicesHint: 'One voice, several, or your own.',
    voicesMissing: 'Choose a voice, or “In my own name”.',
    own: 'In my own name',
    newcomer: 'This is my first time here',
    newcomerHint: 'You will not start any round.',
    remote: 'I take part from a distance',
    seenBy: 'Everyone sees your name and your voice. What is said in the weather stays in the circle.',
    enter: 'Enter the circle',
    entering: 'One moment…',
    noKey: 'The end of the link is missing',
    noKeyText: 'The address of this meeting was cut short. Ask for the whole link again, or photograph the square.',
    wrongCode: 'This code does not open',
    wrongCodeText: 'It is good for five minutes, once. Ask for another on your other device.',
    code: 'Code of your other device',
    codeHint: 'On the other device: Circle, then “Continue on another device”.',
    codeEnter: 'Enter with this code',
    refused: 'This link no longer opens',
    refusedText: 'It may have been renewed. Ask whoever is convening for the new one.',
    cancelled: 'This meeting is cancelled',
    gone: 'This meeting does not exist',
    goneText: 'Check the link with whoever invited you.',
    offline: 'No answer from the server',
    offlineText: 'Check your connection, or that you are on the Wi-Fi of the room, then try again.',
    retry: 'Try again',
    home: 'Go to the start',
  },
}
