import * as v from 'valibot'
import type { Instant, PersonId } from '../ids.ts'

/** Display order, not a scale of good and bad [§2.3]. */
export const weatherIds = ['sun', 'clearing', 'rainbow', 'clouds', 'wind', 'fog', 'rain', 'storm'] as const
export type WeatherId = (typeof weatherIds)[number]
export const WeatherIdSchema = v.picklist(weatherIds)

/** Fewer weathers than that leave no number: the minutes say that the round was held [§2.5-17]. */
export const WEATHER_COUNTED_FROM = 5

/** What everyone in the circle sees; words, need and energy are confidences [§2.7]. Gone at sealing, where only the counts remain. */
export interface WeatherEntry {
  personId: PersonId
  value: WeatherId | null
  passed: boolean
  at: Instant
}
