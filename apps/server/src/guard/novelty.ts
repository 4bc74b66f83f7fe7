import * as Y from 'yjs'
import { GC, SKIP, type Decoded, type Section, type Struct } from './decode.ts'
import type { GuardLimits } from './limits.ts'
import type { Owners } from './owners.ts'
import { refuse, Stop } from './verdict.ts'

/** New structs of one client id, in order and without a hole: what the walk consumes. */
export interface Fresh {
  readonly client: number
  readonly structs: readonly Struct[]
  /** How many of them are taken so far. */
  taken: number
  /** How many of them may be taken: shrinks when something they need was left out. */
  limit: number
}

export interface Sender {
  /** Who sends this, from the authenticated session, never from the message. */
  readonly principal: string
  /** `step2`: the answer to our state vector, which may carry what other people wrote. */
  readonly kind: 'update' | 'step2'
  /** Client ids this device says are its own. Absent: any id nobody owns may be claimed by using it. */
  readonly declared?: ReadonlySet<number>
  /** Other people's ids whose structs this sender may bring in a SyncStep2, without owning them: what only others still hold after an unclean stop. */
  readonly adopted?: ReadonlySet<number>
}

export interface Novelty {
  readonly fresh: Map<number, Fresh>
  readonly claims: number[]
  /** Ids of others whose structs were left out. */
  readonly ahead: Set<number>
}

/** Keeps of an update what the document does not have, under ids this sender may write with. */
export function findNovelty(doc: Y.Doc, decoded: Decoded, sender: Sender, owners: Owners, limits: GuardLimits): Novelty {
  const novelty: Novelty = { fresh: new Map(), claims: [], ahead: new Set() }
  let count = 0
  for (const section of decoded.sections) {
    const { client } = section
    const state = Y.getState(doc.store, client)
    const firstNew = section.structs.findIndex((struct) => struct.ref !== SKIP && struct.clock + struct.length > state)
    if (firstNew === -1) continue
    const right = rightTo(client, state, doc, sender, owners)
    if (right === 'none' && sender.kind === 'update') refuse('foreign-client', 'an id of somebody else')
    if (right === 'none') {
      novelty.ahead.add(client)
      continue
    }
    if (right === 'claim') novelty.claims.push(client)
    const structs = contiguous(section, firstNew, state)
    count += structs.length
    if (count > limits.structs) refuse('limit', 'too many new structs in one update')
    novelty.fresh.set(client, { client, structs, taken: 0, limit: structs.length })
  }
  if (novelty.claims.length > owners.room(sender.principal)) refuse('limit', 'too many client ids')
  return novelty
}

function rightTo(client: number, state: number, doc: Y.Doc, sender: Sender, owners: Owners): 'own' | 'claim' | 'none' {
  const owner = owners.owner(client)
  if (owner === sender.principal && client !== doc.clientID) return 'own'
  if (sender.kind === 'step2' && sender.adopted?.has(client) === true && client !== doc.clientID) return 'own'
  const free = owners.isFree(client) && state === 0 && client !== doc.clientID
  return free && (sender.declared === undefined || sender.declared.has(client)) ? 'claim' : 'none'
}

function contiguous(section: Section, firstNew: number, state: number): Struct[] {
  const structs = section.structs.slice(firstNew)
  const hole = structs.find((struct, index) => struct.ref === SKIP || (index === 0 && struct.clock > state))
  if (hole !== undefined) throw new Stop({ outcome: 'gap', client: section.client, clock: Math.max(state, hole.clock) })
  const [first] = structs
  if (first !== undefined && first.clock < state) structs[0] = trimmed(first, state)
  return structs
}

/**
 * A struct whose beginning is known, as the stock encoder would send the rest: it hangs on what precedes it, whatever neighbours and
 * parent the sender named. `from` and `body` keep pointing at the whole, for `rewrite` to cut.
 */
function trimmed(struct: Struct, state: number): Struct {
  const skipped = state - struct.clock
  const origin = struct.ref === GC ? null : { client: struct.client, clock: state - 1 }
  return { ...struct, clock: state, length: struct.length - skipped, origin, root: null, parent: null, key: null, skipped }
}
