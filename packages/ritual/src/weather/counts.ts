import { weatherIds, type WeatherEntry, type WeatherId } from './entities.ts'

/** Values as numbers; who gave what is forgotten. `passed` is counted for the circle's sky, never printed. */
export interface WeatherCounts {
  given: number
  passed: number
  byValue: Partial<Record<WeatherId, number>>
}

/** Counts the sky of the group, in display order. */
export const countWeather = (entries: Iterable<WeatherEntry>): WeatherCounts => {
  const byValue: Partial<Record<WeatherId, number>> = {}
  let given = 0
  let passed = 0
  const all = [...entries]
  for (const value of weatherIds) {
    const count = all.filter((entry) => !entry.passed && entry.value === value).length
    if (count > 0) byValue[value] = count
    given += count
  }
  for (const entry of all) if (entry.passed) passed++
  return { given, passed, byValue }
}
