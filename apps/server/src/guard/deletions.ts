import * as Y from 'yjs'
import type { ClockRange } from './decode.ts'
import { keepsFormatting } from './formatting.ts'
import type { Holder } from './holder.ts'
import type { Ground } from './integrate.ts'
import type { Piece } from './piece.ts'
import type { Tally } from './tally.ts'
import { refuse, Stop } from './verdict.ts'

export interface DeletionRules {
  /** A SyncStep2 carries every delete its sender ever saw, whoever made them. */
  readonly kind: 'update' | 'step2'
  /** Nobody writes any more: only tidying passes, by being left out. */
  readonly frozen: boolean
  /** Structs were left out as `ahead`: deletes that may belong to them are left out too. */
  readonly partial: boolean
}

export interface Deletions {
  /** What is left to delete, by client id, in order of clock. */
  readonly ranges: ReadonlyMap<number, readonly ClockRange[]>
  /** Structs that the update's deletes hit, whatever became of them. */
  readonly hits: number
  /** Deletes left out, in a replica that now looks different: its sender may not make them, and may not have made them. */
  readonly dropped: number
}

interface Hit extends ClockRange {
  readonly piece: Piece
  readonly holder: Holder
}

/**
 * Takes from the update's deletes those that hit something alive once its structs are in. Deletes of what the document does not have are
 * a gap. What the sender may not delete is refused in an update, and left out of a SyncStep2: after an unclean stop even a reader may be
 * the first to bring back what others had deleted. Tidying passes if nobody sees a difference (`keepsFormatting`).
 */
export function inspectDeletions<Standing>(ground: Ground<Standing>, rules: DeletionRules): Deletions {
  const { tally } = ground
  const hits = findHits(ground, rules)
  const removed = new Set<Holder>()
  for (const { piece, holder } of hits) {
    if (piece.type !== null && (piece.struct !== null || tally.allows(holder, 'remove', holder.path))) removed.add(piece.type)
  }
  const tidied = new Map<Holder, Hit[]>()
  const accepted: Hit[] = []
  let dropped = 0
  for (const hit of hits) {
    const answer = judge(tally, hit, removed, rules)
    if (answer === 'accept') accepted.push(hit)
    else if (answer === 'leave-out') dropped += hit.piece.structs
    else if (tidied.has(hit.holder)) tidied.get(hit.holder)?.push(hit)
    else tidied.set(hit.holder, [hit])
  }
  dropped += judgeTidying(tally, tidied, rules, accepted)
  return { ranges: merge(accepted), hits: hits.reduce((sum, { piece }) => sum + piece.structs, 0), dropped }
}

/**
 * What is alive and would be deleted. Of a key's entries only the last shows; and when structs were left out, not even that one is deleted:
 * without the value that follows, the key would just be lost.
 */
function findHits<Standing>(ground: Ground<Standing>, { partial }: DeletionRules): Hit[] {
  const { decoded, space, leeway } = ground
  const hits: Hit[] = []
  for (const [client, ranges] of decoded.deletes) {
    const state = space.state(client)
    for (const { clock, length } of ranges) {
      const end = clock + length
      if (end > state && !partial) throw new Stop({ outcome: 'gap', client, clock: state })
      for (const piece of space.alive(client, clock, Math.min(end, state))) {
        const { holder } = piece
        if (holder === null || (piece.key !== null && (partial || space.entry(holder, piece.key) !== piece))) continue
        const [from, to] = [Math.max(piece.clock, clock), Math.min(piece.end, end)]
        const cuts = (from > piece.clock ? 1 : 0) + (to < piece.end ? 1 : 0)
        // Whatever is whole goes now: only letters of what stays are put off.
        if (cuts > 0 && !leeway.hasRoomFor(() => cuts)) continue
        space.cuts += cuts
        leeway.check()
        hits.push({ piece, holder, clock: from, length: to - from })
      }
    }
  }
  return hits
}

function judge<Standing>(
  tally: Tally<Standing>,
  { piece, holder, clock, length }: Hit,
  removed: ReadonlySet<Holder>,
  { kind, frozen }: DeletionRules,
): 'accept' | 'leave-out' | 'tidying' {
  const { key } = piece
  const isMarker = piece.item?.content instanceof Y.ContentFormat
  // What goes with its container, or was never there for anyone else, needs no leave of its own.
  if (piece.struct === null && !isWithin(removed, holder)) {
    if (isMarker && (frozen || !tally.allows(holder, 'edit', holder.path))) return 'tidying'
    if (frozen) refuse('frozen', 'nobody writes any more', holder.path)
    const action = isMarker ? 'edit' : key === null ? 'remove' : holder.kind === 'map' ? 'delete' : 'edit'
    const path = action === 'delete' && key !== null ? [...holder.path, key] : holder.path
    if (kind === 'step2' && !tally.allows(holder, action, path)) return 'leave-out'
    // What becomes of a key is judged on the whole, by `settleKeys`.
    if (action !== 'delete') tally.demand(holder, action)
  }
  if (key !== null) {
    tally.touch(holder, key, false)
    // Of several values in one struct the last one shows.
    if (clock + length === piece.end) piece.deleted = true
  }
  return 'accept'
}

function isWithin(removed: ReadonlySet<Holder>, holder: Holder): boolean {
  if (removed.size === 0) return false
  for (let at: Holder | null = holder; at !== null; at = at.parent) if (removed.has(at)) return true
  return false
}

function judgeTidying<Standing>(
  tally: Tally<Standing>,
  tidied: ReadonlyMap<Holder, readonly Hit[]>,
  { frozen }: DeletionRules,
  accepted: Hit[],
): number {
  let dropped = 0
  for (const [holder, hits] of tidied) {
    const markers = new Set<Y.Item>()
    for (const { piece } of hits) if (piece.item !== null) markers.add(piece.item)
    if (holder.type === null || !keepsFormatting(holder.type, markers)) {
      dropped += hits.length
    } else if (!frozen) {
      tally.note('edit', holder.path)
      accepted.push(...hits)
    }
  }
  return dropped
}

function merge(hits: readonly Hit[]): Map<number, ClockRange[]> {
  const ranges = new Map<number, ClockRange[]>()
  for (const { piece, clock, length } of hits.toSorted((a, b) => a.clock - b.clock)) {
    const known = ranges.get(piece.client)
    const last = known?.at(-1)
    if (known === undefined) ranges.set(piece.client, [{ clock, length }])
    else if (last !== undefined && last.clock + last.length === clock)
      known[known.length - 1] = { clock: last.clock, length: last.length + length }
    else known.push({ clock, length })
  }
  return ranges
}
