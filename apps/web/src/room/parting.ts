import * as Y from 'yjs'

const at = (doc: Y.Doc, client: number, clock: number): Y.Item | Y.GC => Y.getItem(doc.store, Y.createID(client, clock))
const endOf = ({ id, length }: Y.Item | Y.GC): number => id.clock + length
const isShown = (item: Y.Item | Y.GC): item is Y.Item => item instanceof Y.Item && !item.deleted

/** What an item says under each of its numbers. */
const saidIn = ({ content, length }: Y.Item): readonly unknown[] => {
  if (content instanceof Y.ContentType) return [content.type.constructor.name]
  if (content instanceof Y.ContentFormat) return [[content.key, content.value]]
  return content.getContent().slice(0, length)
}

/**
 * The first number under which two documents show different things of one client; infinity where there is none. What is deleted in either says nothing any more and
 * parts nobody.
 */
export const partingOf = (one: Y.Doc, other: Y.Doc, client: number): number => {
  const end = Math.min(Y.getState(one.store, client), Y.getState(other.store, client))
  for (let clock = 0; clock < end;) {
    const [here, there] = [at(one, client, clock), at(other, client, clock)]
    const next = Math.min(endOf(here), endOf(there), end)
    if (isShown(here) && isShown(there)) {
      if (here.parentSub !== there.parentSub) return clock
      const [mine, theirs] = [saidIn(here), saidIn(there)]
      for (; clock < next; clock++)
        if (JSON.stringify(mine[clock - here.id.clock]) !== JSON.stringify(theirs[clock - there.id.clock])) return clock
    }
    clock = next
  }
  return Infinity
}
