/** A failed expectation, named by its assertion of ritual.md §3.3. */
export class CheckFailed extends Error {
  constructor(name: string, message: string) {
    super(`${name}: ${message}`)
  }
}

/** Collects what was proved: an assertion is `ok` when all of its parts held, and fails at the first that did not. */
export class Checks {
  readonly #proved = new Set<string>()

  /** Throws unless `condition`. */
  that(name: string, condition: boolean, message: string): void {
    if (!condition) throw new CheckFailed(name, message)
    this.#proved.add(name)
  }

  equal(name: string, actual: unknown, expected: unknown, what: string): void {
    const [a, b] = [JSON.stringify(actual), JSON.stringify(expected)]
    this.that(name, a === b, `${what}: expected ${b}, got ${a}`)
  }

  /** Names proved so far, in order. */
  get proved(): readonly string[] {
    return [...this.#proved].toSorted()
  }
}
