import type { fr } from './fr.ts'

export const en: typeof fr = {
  brand: 'Clairière',
  loading: 'One moment…',
  notFound: {
    title: 'This page does not exist',
    text: 'The address may be cut short. Ask whoever is convening for the link again.',
    home: 'Go to the start',
  },
  broken: {
    title: 'This screen has stopped',
    text: 'The meeting goes on; nothing that was saved is lost.',
    kept: 'What you were writing:',
    again: 'Carry on',
    reload: 'Reload the page',
  },
  appearance: {
    title: 'Display',
    theme: 'Light',
    auto: 'as the device',
    day: 'day',
    night: 'night',
    largeText: 'Large text',
    language: 'Language',
    languageFailed: 'The language could not be loaded. Try again with a connection.',
  },
}
