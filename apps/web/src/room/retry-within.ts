const FIRST_MS = 200
const LONGEST_MS = 6_000

/**
 * How long to wait at most before the next try, in ms, after `failures` in a row: a chance part of a bound that doubles, so that a hall does not come back in one
 * wave after a restart. `chance`: between 0 and 1.
 */
export const retryWithin = (failures: number, chance: number): number =>
  Math.round(Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(failures, 10)) * chance)
