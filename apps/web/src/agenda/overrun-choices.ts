import type { ActInput, Id, Item } from '@clairiere/ritual'

/** Minutes proposed at an overrun: « + 5 ? ». */
export const OVERRUN_MINUTES = 5
/** An item is not shrunk below this: a weather of its own still fits. */
const LEAST_MINUTES = 5

/** So many items are proposed to give their minutes: a longer list is not read aloud. */
const SPARING_SHOWN = 3

/** What the group may choose when the time of an item is over, with the acts that note it; the acts stand in the order in which they are made. */
export type OverrunChoice = { acts: readonly [ActInput, ...ActInput[]] } & (
  | { kind: 'later' | 'stop' }
  | { kind: 'from' | 'box'; item: Item }
)

/** End later; take the minutes from what comes next and can spare them; put the last item in the box of futures; or stop here. */
export const overrunChoices = (itemId: Id, agenda: readonly Item[]): readonly OverrunChoice[] => {
  const more: ActInput = { type: 'agree-overrun', itemId, minutes: OVERRUN_MINUTES }
  const listed = agenda.filter(({ status }) => status === 'listed')
  const spare = listed.filter(({ plannedMinutes }) => plannedMinutes - OVERRUN_MINUTES >= LEAST_MINUTES).slice(0, SPARING_SHOWN)
  const last = listed.at(-1)
  return [
    { kind: 'later', acts: [more] },
    ...spare.map((item): OverrunChoice => ({
      kind: 'from',
      item,
      acts: [more, { type: 'plan-minutes', itemId: item.id, minutes: item.plannedMinutes - OVERRUN_MINUTES }],
    })),
    ...(last ? [{ kind: 'box', item: last, acts: [more, { type: 'postpone-item', itemId: last.id }] } satisfies OverrunChoice] : []),
    { kind: 'stop', acts: [{ type: 'postpone-item', itemId }] },
  ]
}
