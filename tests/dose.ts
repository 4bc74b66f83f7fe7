/**
 * How much of a random test to run: a moment at a desk, `full` in `npm test`, and what `pnpm nightly` asks for by the name of the test.
 * A seed is printed with every failure; `SEED` runs one again.
 */
export const dose = (name: string, { desk, full }: { desk: number; full: number }): number =>
  Number(process.env[name] ?? (process.env['PROOF'] === 'full' ? full : desk))

/** Where chance begins: fixed, so that a red run is red again; by night another one each time. */
export const firstSeed = (): number => Number(process.env['SEED'] ?? (process.env['PROOF'] === 'night' ? Date.now() % 2 ** 31 : 1))
