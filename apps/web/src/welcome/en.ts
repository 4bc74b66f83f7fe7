import { pluralIn } from '../i18n/plural.ts'
import type { fr } from './fr.ts'

const n = pluralIn('en')

export const en: typeof fr = {
  before: 'Before the meeting',
  title: 'Welcome',
  opensAt: (day, hour) => `${day}, ${hour}`,
  until: (hour) => `planned to end at ${hour}`,
  waiting: 'The meeting will open when the circle is here. You may already propose an item, take a role, read the frame.',
  toPrepare: 'The agenda is to be built: propose an item.',
  purpose: 'Purpose',
  improvements: 'Last time, we told ourselves',
  corrections: 'Corrections asked of the last minutes',
  toRead: (words: string) => `To read: ${words}`,
  frame: 'Our frame',
  noFrame: 'No rule is written yet.',
  changeFrame: 'Change the frame',
  without: (parts) => `Left out: ${parts.join(', ')}.`,
  frameRules: 'One rule per line',
  keep: 'Keep',
  tighten: 'Protect more',
  tightenHint: 'One person is enough to protect more. What is protected stays so.',
  tightenDo: 'Protect so',
  nothingTighter: 'Already as protected as can be.',
  inMinutes: 'In the minutes',
  level: (field, level) => `${field}: ${level}`,
  fields: { names: 'Names', weather: 'Weather', signals: 'Mood signals', closing: 'Closing', positions: 'Positions' },
  now: (label) => `${label} (today)`,
  agree: 'I agree with the frame',
  readFrame: 'Read the frame',
  agreed: (count, of) => `${count} of ${of} ${n(count, { one: 'has', other: 'have' })} agreed`,
  youAgreed: 'You have agreed.',
  roles: 'Roles',
  agenda: 'Agenda',
  seeAgenda: 'See the agenda',
  items: (count, proposed) =>
    `${count} ${n(count, { one: 'item listed', other: 'items listed' })}` + (proposed > 0 ? `, ${proposed} proposed` : ''),
  cancelled: 'This meeting is cancelled',
}
