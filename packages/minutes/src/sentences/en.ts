import { englishCalendar } from './calendar.ts'
import { enCircle } from './en-circle.ts'
import { enClosing } from './en-closing.ts'
import { enItems } from './en-items.ts'
import type { Sentences } from './fr.ts'

/** The same sentences in English. */
export const en: Sentences = {
  calendar: englishCalendar,
  and: (names) => (names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`),
  semicolon: '; ',
  label: (name) => `${name}:`,
  quoted: (text) => `“${text}”`,
  capital: (text) => text.charAt(0).toUpperCase() + text.slice(1),
  someone: 'one person',
  ...enCircle,
  ...enItems,
  ...enClosing,
}
