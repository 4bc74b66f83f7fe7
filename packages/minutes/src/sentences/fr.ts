import { frenchCalendar } from './calendar.ts'
import { frCircle } from './fr-circle.ts'
import { frClosing } from './fr-closing.ts'
import { frItems } from './fr-items.ts'

const and = (names: readonly string[]) => (names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} et ${names.at(-1)}`)

/** All sentences of French minutes, with ordinary spaces: only the page for print has others [§2.9]. */
export const fr = {
  calendar: frenchCalendar,
  and,
  semicolon: ' ; ',
  /** A label before what it announces. */
  label: (name: string) => `${name} :`,
  quoted: (text: string) => `« ${text} »`,
  capital: (text: string) => text.charAt(0).toUpperCase() + text.slice(1),
  someone: 'une personne',
  ...frCircle,
  ...frItems,
  ...frClosing,
}

/** French is written first; another language has exactly the same sentences. */
export type Sentences = typeof fr
