import { addDays } from '../days.ts'
import type { Day } from '../ids.ts'
import type { Transmission } from './entities.ts'

/** Sent for longer than this without an answer: « sans nouvelles ». A reminder, never a registration [§2.4.7]. */
const WITHOUT_NEWS_DAYS = 30

export const isWithoutNews = (transmission: Transmission, today: Day): boolean =>
  transmission.status === 'sent' && transmission.sentOn !== undefined && addDays(transmission.sentOn, WITHOUT_NEWS_DAYS) < today
