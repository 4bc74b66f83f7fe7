import type { Id, Item } from '@clairiere/ritual'

/** The agenda as it stands: listed or further, in order. Proposals, what is postponed and what is withdrawn are not in it. */
export const agendaOf = (items: Readonly<Record<Id, Item>>): readonly Item[] =>
  Object.values(items)
    .filter(({ status }) => status === 'listed' || status === 'open' || status === 'paused' || status === 'done')
    .toSorted((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1))

/** Proposed and not yet listed, oldest first: a client's ids sort by time. */
export const proposalsIn = (items: Readonly<Record<Id, Item>>): readonly Item[] =>
  Object.values(items)
    .filter(({ status }) => status === 'proposed')
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))

/** What comes next in the agenda. */
export const nextListed = (items: Readonly<Record<Id, Item>>): Item | undefined => agendaOf(items).find(({ status }) => status === 'listed')
