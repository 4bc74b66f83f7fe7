/** Random choices that a seed repeats. Written here and in the ritual's `chance`, because guard/ stands alone, in its tests too. */
export class Seeded {
  #state: number

  constructor(seed: number) {
    this.#state = seed >>> 0
  }

  /** A whole number from 0 to `below` - 1 (mulberry32). */
  int(below: number): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below)
  }

  /** True once in `times`. */
  once(times: number): boolean {
    return this.int(times) === 0
  }

  pick<T>(list: readonly T[]): T {
    const found = list[this.int(list.length)]
    if (found === undefined) throw new Error('nothing to pick from')
    return found
  }
}

/**
 * How many runs, and from which seed: `desk` for a moment at a desk, `full` in `npm test`; `GUARD_RUNS` asks for more, from a seed of the
 * hour; `GUARD_SEED` runs one again.
 */
export function seeds({ desk, full }: { desk: number; full: number }): number[] {
  const one = process.env['GUARD_SEED']
  if (one !== undefined) return [Number(one)]
  const asked = Number(process.env['GUARD_RUNS'] ?? (process.env['PROOF'] === 'full' ? full : desk))
  const first = process.env['GUARD_RUNS'] === undefined ? 1 : Date.now() % 2 ** 31
  return Array.from({ length: asked }, (_, index) => first + index)
}
