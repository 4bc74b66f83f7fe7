import { weatherIds, type WeatherEntry, type WeatherId } from '@clairiere/ritual'

/** The sky as everyone may see it: how many of each weather in display order, zeros left out, and how many pass. Never whose. */
export interface Sky {
  kinds: readonly { value: WeatherId; count: number }[]
  total: number
  passed: number
}

export const skyOf = (entries: readonly Pick<WeatherEntry, 'value' | 'passed'>[]): Sky => {
  const kinds = weatherIds
    .map((value) => ({ value, count: entries.filter((entry) => entry.value === value && !entry.passed).length }))
    .filter(({ count }) => count > 0)
  return { kinds, total: kinds.reduce((sum, { count }) => sum + count, 0), passed: entries.filter(({ passed }) => passed).length }
}
