import type { Id, Struct } from './decode.ts'
import type { Fresh, Novelty } from './novelty.ts'
import type { Space } from './space.ts'
import { refuse, Stop } from './verdict.ts'

/**
 * Visits new structs in the order the applier integrates them: highest client id first, and before a struct whatever it needs. A need
 * that nothing fills is a gap; one that was left out as `ahead` leaves out the struct too, and all that follows it under the same id.
 * So does one that `mayTake` puts off. What could never be applied (a struct that needs its own future, or two that need each other) is refused.
 */
export function walk(
  novelty: Novelty,
  space: Space,
  visit: (struct: Struct) => void,
  mayTake: (struct: Struct) => boolean = () => true,
): void {
  const { fresh } = novelty
  const leftOut = new Set(novelty.ahead)
  const waiting: Struct[] = []
  for (const target of [...fresh.values()].toSorted((a, b) => b.client - a.client)) {
    for (let head = next(target); head !== null; head = waiting.pop() ?? next(target)) {
      const missing = missingClient(head, space)
      if (missing === null) {
        if (mayTake(head)) visit(head)
        else {
          leaveOut(fresh.get(head.client), head)
          leftOut.add(head.client)
        }
        continue
      }
      if (missing === head.client || waiting.some((struct) => struct.client === missing))
        refuse('malformed', 'structs that need each other')
      waiting.push(head)
      const needed = fresh.get(missing)
      const before = needed === undefined ? null : next(needed)
      if (before !== null) {
        waiting.push(before)
      } else {
        if (!leftOut.has(missing)) throw new Stop({ outcome: 'gap', client: missing, clock: space.state(missing) })
        for (const struct of waiting.splice(0)) {
          leaveOut(fresh.get(struct.client), struct)
          leftOut.add(struct.client)
        }
      }
    }
  }
}

function next(target: Fresh): Struct | null {
  return target.taken < target.limit ? (target.structs[target.taken++] ?? null) : null
}

function leaveOut(target: Fresh | undefined, struct: Struct): void {
  if (target === undefined) return
  target.limit = target.structs.indexOf(struct)
  target.taken = target.limit
}

function missingClient(struct: Struct, space: Space): number | null {
  if (isMissing(struct, struct.origin, space)) return struct.origin.client
  if (isMissing(struct, struct.rightOrigin, space)) return struct.rightOrigin.client
  if (isMissing(struct, struct.parent, space)) return struct.parent.client
  return null
}

function isMissing(struct: Struct, id: Id | null, space: Space): id is Id {
  return id !== null && (id.client === struct.client ? id.clock >= struct.clock : id.clock >= space.state(id.client))
}
