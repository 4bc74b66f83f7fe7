import * as Y from 'yjs'
import { exceeds } from '../guard/effects.ts'
import type { Op, Verdict } from '../guard/verdict.ts'
import type { Owner } from '../store/store.ts'
import type { Connection } from './connection.ts'
import type { MeetingState } from './meeting-state.ts'

/** Words of one device that wait for the tick. */
export interface Piece {
  readonly connection: Connection
  /** Its number in the connection's saved count. */
  readonly message: number
  readonly kind: 'update' | 'step2'
  readonly update: Uint8Array
}

export interface Judged {
  readonly piece: Piece
  /** `ignored`: an update of a device that has to sync first; it comes again with the SyncStep2. */
  readonly verdict: Verdict | { readonly outcome: 'ignored' }
}

export interface WordsTick {
  /** What the document emitted: the only thing that is stored and relayed. */
  readonly update: Uint8Array | null
  readonly owners: readonly Owner[]
  readonly judged: readonly Judged[]
  /** What happened that was not foreseen. The document is then not to be trusted: nothing of this tick counts. */
  readonly broken: unknown
}

/** What holds at this very tick. */
export interface Writers {
  readonly isFrozen: boolean
  /** The document is as large as it may be. */
  readonly isFull: boolean
  /** Ids whose owners did not come back after an unclean stop. */
  readonly adopted: ReadonlySet<number>
  /** Told how long (ms) each inspection took. */
  readonly inspected?: ((ms: number) => void) | undefined
}

/**
 * One tick: inspect, claim and apply each piece in turn, all in one transaction, then hold what happened against what was foreseen. No await here:
 * between an inspection and its application nothing else may touch the document.
 */
export function applyPieces(state: MeetingState, pieces: readonly Piece[], writers: Writers): WordsTick {
  const tick: Tally = { judged: [], owners: [], ops: [], broken: null }
  try {
    const update = state.capture(() =>
      Y.transact(state.doc, (transaction) => applyEach(state, pieces, writers, tick, transaction), 'words', false),
    )
    return { update, ...tick }
  } catch (fault) {
    // What threw half-way is as little to be trusted as what did too much; the room, not the process, starts again.
    return { update: null, ...tick, broken: fault }
  }
}

interface Tally {
  readonly judged: Judged[]
  readonly owners: Owner[]
  readonly ops: Op[]
  broken: unknown
}

function applyEach(
  { doc, guard }: MeetingState,
  pieces: readonly Piece[],
  writers: Writers,
  tick: Tally,
  transaction: Y.Transaction,
): void {
  for (const piece of pieces) {
    const { connection } = piece
    if (connection.isFenced || (piece.kind === 'update' && !connection.hasSynced)) {
      tick.judged.push({ piece, verdict: { outcome: 'ignored' } })
      continue
    }
    const started = performance.now()
    const verdict = guard.inspect(piece.update, contextOf(piece, writers))
    writers.inspected?.(performance.now() - started)
    tick.judged.push({ piece, verdict })
    if (verdict.outcome === 'refuse') connection.isFenced = true
    if (verdict.outcome === 'gap' || verdict.outcome === 'wait') connection.hasSynced = false
    if (verdict.outcome !== 'apply') continue
    const person = connection.personId
    for (const clientId of verdict.claims) {
      if (guard.claim(clientId, person)) tick.owners.push({ clientId, person })
      else tick.broken ??= new Error('a claim that inspection allowed was refused')
    }
    Y.applyUpdate(doc, verdict.update, connection)
    tick.ops.push(...verdict.ops)
  }
  const excess = exceeds(guard.effects(transaction), tick.ops)
  if (excess !== null) tick.broken ??= new Error(excess)
}

function contextOf({ connection, kind }: Piece, writers: Writers) {
  return {
    principal: connection.personId,
    kind,
    standing: connection.personId,
    frozen: writers.isFrozen,
    full: writers.isFull,
    adopted: writers.adopted,
    // A live update is its sender's own work; what a device repeats of others shows only in a SyncStep2.
    ...(kind === 'step2' && connection.hasSaidHello && { declared: connection.declared }),
  }
}
