import {
  entriesOf,
  mayWrite,
  rootOf,
  wordValueSchemas,
  type Disagreement,
  type Entry,
  type Idea,
  type Learning,
  type Resource,
} from '@clairiere/ritual'
import { useEffect, useMemo, useState } from 'react'
import { moved, nextRank, type Ranked } from './word-order.ts'
import { useLink, useRoom } from './room.tsx'
import { useBoard } from './use-board.ts'

interface Values {
  ideas: Idea
  learnings: Learning
  resources: Resource
  disagreements: Disagreement
}
export type WordMapKind = keyof Values
type Fields<K extends WordMapKind> = Omit<Values[K], 'rank' | 'removed'>

/** A list of common words: everyone taking part adds, mends, takes away and orders; a value is whole, and is removed by its flag [contract § Document]. */
export interface WordMap<K extends WordMapKind> {
  entries: readonly Entry<Values[K]>[]
  mayWrite: boolean
  add: (fields: Fields<K>, id?: string) => void
  change: (id: string, fields: Fields<K>) => void
  remove: (id: string) => void
  /** Puts back what was just removed. */
  restore: (entry: Entry<Values[K]>) => void
  move: (id: string, by: -1 | 1) => void
}

/** Reads one word map again at most once per frame, and only while it changes. `root` is `ideas:<itemId>` or the kind itself. */
export const useWordMap = <K extends WordMapKind>(root: string, kind: K): WordMap<K> => {
  const replica = useLink((link) => link.replica)
  const replacing = useLink((link) => link.replacing)
  const link = useRoom()
  const writes = useBoard((board) => rootOf(root) !== undefined && mayWrite(board, link.identity.personId, root) === 'yes')
  const map = useMemo(() => replica.doc.getMap(root), [replica, root])
  const read = useMemo(() => () => entriesOf(map, wordValueSchemas[kind]) as unknown as readonly Entry<Values[K]>[], [map, kind])
  const [entries, setEntries] = useState(read)
  useEffect(() => {
    let frame = 0
    const later = (): void => {
      frame ||= requestAnimationFrame(() => {
        frame = 0
        setEntries(read())
      })
    }
    setEntries(read())
    map.observe(later)
    return () => {
      map.unobserve(later)
      cancelAnimationFrame(frame)
    }
  }, [map, read])
  return useMemo(() => {
    const valueOf = ({ id: _id, ...value }: Entry<Values[K]>) => value
    const find = (id: string) => entries.find((entry) => entry.id === id)
    // All four kinds carry a rank, which the indexed type does not show.
    const ranked = entries as readonly unknown[] as readonly Ranked[]
    return {
      entries,
      mayWrite: writes && !replacing,
      add: (fields, id = link.newId()) => void map.set(id, { ...fields, rank: nextRank(ranked) }),
      change: (id, fields) => void map.set(id, { ...fields, rank: find(id)?.rank ?? nextRank(ranked) }),
      remove: (id) => {
        const entry = find(id)
        if (entry) map.set(id, { ...valueOf(entry), removed: true })
      },
      restore: (entry) => void map.set(entry.id, valueOf(entry)),
      move: (id, by) =>
        replica.doc.transact(() => {
          for (const [changed, rank] of moved(ranked, id, by)) {
            const entry = find(changed)
            if (entry) map.set(changed, { ...valueOf(entry), rank })
          }
        }),
    }
  }, [entries, writes, replacing, map, link, replica])
}
