import { pluralIn } from '../i18n/plural.ts'
import type { fr } from './fr.ts'

const n = pluralIn('en')

export const en: typeof fr = {
  ownName: 'in their own name',
  voices: {
    own: 'In my own name',
    quality: 'as',
    mandate: 'mandate',
    confirmBy: 'confirmed by',
    seeAll: (count) => `See all ${count} structures and commissions`,
  },
  glossary: {
    GPC: 'deciding by consent',
    REX: 'experience review',
    ROTI: 'return on time invested, from 1 to 5',
    QR: 'square to photograph',
    CC: 'Creative Commons, a free licence',
  },
  parts: {
    title: 'What we hold',
    hint: 'What is unticked is left out; the minutes say so for the weather and the closing.',
    names: { roles: 'roles', weather: 'weather round', 'follow-up': 'follow-up', closing: 'closing round' },
  },
  load: (count) => `You already carry ${count} actions. You may say no, or share it: no reason needed.`,
  queued: 'Kept on this device: it will be sent as soon as the network is back.',
  dropped: 'No network: nothing was done. Try again when the connection is back.',
  opening: 'Opening the meeting…',
  openingOffline: 'No network: it opens when the network is back. What you wrote is kept here.',
  signedOut: 'This device is no longer recognised. Come in again by the meeting’s link.',
  noSuchMeeting: 'This meeting does not exist, or no longer. Check the link with whoever invited you.',
  reloadPage: 'A new version is here: reload the page, nothing is lost.',
  badFrame: 'The connection misunderstood something. Reload the page: what you wrote is kept here.',
  filtered: {
    word: 'Filtered network',
    text: 'What you say gets through; your notes stay here and will leave later.',
    notKept: 'What you say gets through, your notes do not yet: do not close this page.',
  },
  notKept: {
    word: 'This device keeps nothing',
    offline: 'This device keeps nothing: do not close this page, your words will leave when the network is back.',
    text: 'Private browsing or full storage: do not close this page before “saved”.',
  },
  recovery: {
    title: 'What had not arrived',
    intro: (count: number) =>
      `${count} ${n(count, { one: 'passage did', other: 'passages did' })} not make it into the meeting. Nothing is lost: say what becomes of it.`,
    replacing: 'One moment: what you wrote is being put somewhere safe.',
    putBack: 'Put back',
    removeAgain: 'Delete again',
    copy: 'Copy',
    giveUp: 'Leave it',
    sendLate: 'Send to the scribe',
    reasons: {
      frozen: 'The minutes were already sealed.',
      sealed: 'The minutes were sealed in the meantime.',
      'too-large': 'It was too large to pass: put it back in several parts.',
      observes: 'You observe now: copy it, or give it to whoever takes the notes.',
      other: 'The meeting could not take these words.',
    },
  },
}
