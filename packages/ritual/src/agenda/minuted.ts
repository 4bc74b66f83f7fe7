import type { Id } from '../ids.ts'
import type { Item } from './entities.ts'

/** The items that the minutes number, in their order: all that stood on the agenda, also what was postponed or withdrawn since. A mere proposal is not minuted. */
export const minutedItems = (items: Readonly<Record<Id, Item>>): readonly Item[] =>
  Object.values(items)
    .filter(({ position, status }) => position >= 0 && status !== 'proposed')
    .toSorted((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1))
