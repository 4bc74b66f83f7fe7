import { planAfter, type Exports } from './after.ts'
import { planAlso } from './also.ts'
import { planArrival } from './arrival.ts'
import { planClosing } from './closing.ts'
import type { Evening } from './evening.ts'
import { planItems } from './items.ts'
import { planMood } from './mood.ts'
import { planRotation } from './rotation.ts'
import { planWeather } from './weather.ts'

/** All steps of an evening; `sealed` is called with the exports once two keys have sealed it. */
export const planEvening = (evening: Evening, sealed: (exports: Exports) => void): void => {
  planArrival(evening)
  planRotation(evening)
  planWeather(evening)
  planItems(evening)
  planMood(evening)
  planClosing(evening)
  planAfter(evening, sealed)
  planAlso(evening)
}
