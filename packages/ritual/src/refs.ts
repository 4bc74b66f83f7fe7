/**
 * The order of references, of decisions (`ECO-2026-007`) and actions (`A-012`), by their last number: `A-1000` follows `A-999`. Those of other forms, which minutes that were
 * brought in may hold, stand by their letters.
 */
export const compareRefs = (a: string, b: string): number => {
  const [x, y] = [partsOf(a), partsOf(b)]
  return compare(x.before, y.before) || x.number - y.number || compare(a, b)
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const partsOf = (ref: string): { before: string; number: number } => {
  const digits = /\d{0,9}$/.exec(ref)?.[0] ?? ''
  return { before: ref.slice(0, ref.length - digits.length), number: Number(digits) }
}
