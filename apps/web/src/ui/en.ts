import { pluralIn } from '../i18n/plural.ts'
import type { fr } from './fr.ts'

const n = pluralIn('en')

export const en: typeof fr = {
  close: 'Close',
  copy: 'Copy',
  copied: 'Copied',
  copyByHand: 'The address is selected: copy it by hand.',
  textSelected: 'The text is selected: copy it by hand.',
  quoted: (words) => `“${words}”`,
  full: (most) => `${most} characters at most: read the end again, what goes beyond does not enter.`,
  undo: 'Undo',
  dismiss: 'Got it',
  unfold: 'Unfold',
  wait: 'One moment…',
  chosen: 'chosen',
  added: 'added:',
  removed: 'removed:',
  endOfChange: 'end.',
  noChange: 'No change.',
  stepDone: 'done',
  stepNow: 'now',
  seatSpeaks: 'is speaking',
  qr: 'Square to scan',
  tableScroll: 'Table, scrolls sideways',
  saved: {
    saved: 'saved',
    sending: 'saving…',
    offline: {
      nothing: 'offline',
      kept: (count) => `offline, ${count} ${n(count, { one: 'change', other: 'changes' })} kept here`,
      loose: 'offline, not kept',
    },
    filtered: {
      nothing: 'filtered network',
      kept: (count) => `filtered, ${count} ${n(count, { one: 'change', other: 'changes' })} kept`,
      loose: 'filtered, not kept',
    },
    'not-saving': 'not saved',
    refused: 'not accepted',
  },
}
