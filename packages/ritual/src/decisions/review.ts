import { dayOf } from '../days.ts'
import type { Day } from '../ids.ts'
import type { Decision } from './entities.ts'

/**
 * The day from which a meeting looks at an adopted decision again [D13, F11]. An express consent is looked at by the very next one, whatever date it names,
 * because most of the process was left out [D10].
 */
export const reviewDay = ({ process, adoptedAt, reviewOn }: Decision, timezone: string): Day =>
  process === 'consent-express' && adoptedAt !== undefined ? dayOf(adoptedAt, timezone) : reviewOn
