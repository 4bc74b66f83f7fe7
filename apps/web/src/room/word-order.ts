/** What order is made of. */
export type Ranked = { readonly id: string; readonly rank: number | string }

/** The rank that puts a new entry last: after every number, which words follow. */
export const nextRank = (entries: readonly Ranked[]): number =>
  1 + Math.max(0, ...entries.flatMap(({ rank }) => (typeof rank === 'number' ? [rank] : [])))

/** The ranks to write so that an entry goes up or down by one; only those that change. Empty at either end. */
export const moved = (entries: readonly Ranked[], id: string, by: -1 | 1): readonly (readonly [string, number])[] => {
  const from = entries.findIndex((entry) => entry.id === id)
  const to = from + by
  if (from < 0 || to < 0 || to >= entries.length) return []
  const order = entries.map((entry) => entry.id)
  order.splice(to, 0, ...order.splice(from, 1))
  const ranks = new Map(entries.map((entry) => [entry.id, entry.rank]))
  return order.flatMap((each, index) => (ranks.get(each) === index + 1 ? [] : [[each, index + 1] as const]))
}
