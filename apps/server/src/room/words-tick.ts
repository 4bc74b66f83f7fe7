import * as Y from 'yjs'
import type { PersonId } from '@clairiere/ritual'
import type { Meter } from '../guard/context.ts'
import { exceeds } from '../guard/effects.ts'
import { NOBODY } from '../guard/owners.ts'
import type { Op, Verdict } from '../guard/verdict.ts'
import type { Owner } from '../store/store.ts'
import type { Connection } from './connection.ts'
import type { MeetingState } from './meeting-state.ts'

/**
 * What one tick may take, in bytes and what weighs like them; the piece that reaches it is the last. A frame of 2,000 cuts, or one that resolves as many
 * conflicts as it may, is a tick of its own, while two thousand keystrokes are one: thirty such frames at a stretch held everyone up for 3.8 s.
 */
const MAX_WEIGHT = 384 * 1024
/** Inspecting, applying and answering a piece, however small. */
const PIECE_WEIGHT = 160
/** Finding a place, making two structs of one, and merging what can be merged again. */
const CUT_WEIGHT = 256
/** Finding a struct, deleting and collecting it. */
const DELETE_WEIGHT = 128

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
  /** `ignored`: an update of a device that has to sync first, with whose SyncStep2 it comes again; its person rests; or it is of a document that is over. */
  readonly verdict: Verdict | { readonly outcome: 'ignored' }
}

export interface WordsTick {
  /** What the document emitted: the only thing that is stored and relayed. */
  readonly update: Uint8Array | null
  readonly owners: readonly Owner[]
  /** The first of the pieces, in their order; what is left weighs too much for this tick. */
  readonly judged: readonly Judged[]
  /** What happened that was not foreseen. The document is then not to be trusted: nothing of this tick counts. */
  readonly broken: unknown
}

/** What holds at this very tick. */
export interface Writers {
  readonly isFrozen: boolean
  /** The document is as large as it may be. */
  readonly isFull: boolean
  /** The process before this one did not end well. */
  readonly mayHaveLost: boolean
  /** Of the document: what was sent into an earlier one is not of this one. */
  readonly generation: number
  /** Ids that a device may bring though they are others', whose owners did not come back after an unclean stop. */
  readonly adopted: (connection: Connection) => ReadonlySet<number>
  /** Told how long (ms) each inspection took. */
  readonly inspected?: ((ms: number) => void) | undefined
}

/**
 * One tick: inspect, claim and apply piece after piece until they weigh enough, all in one transaction, then hold what happened against what was foreseen. No await here:
 * between an inspection and its application nothing else may touch the document.
 */
export function applyPieces(state: MeetingState, pieces: readonly Piece[], writers: Writers): WordsTick {
  const tick: Tally = { judged: [], owners: [], ops: [], weight: 0, broken: null }
  try {
    const update = state.capture(() =>
      Y.transact(state.doc, (transaction) => applyEach(state, pieces, writers, tick, transaction), 'words', false),
    )
    return { update, owners: tick.owners, judged: tick.judged, broken: tick.broken }
  } catch (fault) {
    // What threw half-way is as little to be trusted as what did too much; the room, not the process, starts again.
    return { update: null, owners: tick.owners, judged: tick.judged, broken: fault }
  }
}

interface Tally {
  readonly judged: Judged[]
  readonly owners: Owner[]
  readonly ops: Op[]
  weight: number
  broken: unknown
}

function applyEach(
  { doc, guard }: MeetingState,
  pieces: readonly Piece[],
  writers: Writers,
  tick: Tally,
  transaction: Y.Transaction,
): void {
  const meter: Meter = { cuts: 0, deletes: 0, steps: 0 }
  for (const piece of pieces) {
    const { connection } = piece
    if (tick.weight >= MAX_WEIGHT) break
    tick.weight += PIECE_WEIGHT
    if (connection.generation !== writers.generation || connection.isFenced || (piece.kind === 'update' && !connection.hasSynced)) {
      tick.judged.push({ piece, verdict: { outcome: 'ignored' } })
      continue
    }
    if (connection.isResting) {
      connection.hasSynced = false
      connection.isPutOff = true
      tick.judged.push({ piece, verdict: { outcome: 'ignored' } })
      continue
    }
    const started = performance.now()
    const adopted = piece.kind === 'step2' ? writers.adopted(connection) : null
    const verdict = guard.inspect(piece.update, contextOf(piece, writers, meter, adopted))
    writers.inspected?.(performance.now() - started)
    tick.judged.push({ piece, verdict })
    // What was refused may have been counted through to its end: nothing comes after it in this tick.
    const work = takeWork(meter)
    if (work > 0) connection.worked(work)
    tick.weight += verdict.outcome === 'refuse' ? MAX_WEIGHT : piece.update.length + work
    if (verdict.outcome === 'refuse') connection.isFenced = true
    if (verdict.outcome === 'gap' || verdict.outcome === 'wait' || hasRest(verdict)) connection.hasSynced = false
    if (verdict.outcome !== 'apply') continue
    const person = connection.personId
    for (const clientId of verdict.claims) {
      if (guard.claim(clientId, person)) tick.owners.push({ clientId, person })
      else tick.broken ??= new Error('a claim that inspection allowed was refused')
    }
    const before = new Map([...(adopted ?? [])].map((client) => [client, Y.getState(doc.store, client)]))
    guard.apply(verdict, connection)
    for (const [clientId, state] of before) {
      if (Y.getState(doc.store, clientId) === state) continue
      guard.disown(clientId)
      tick.owners.push({ clientId, person: NOBODY })
    }
    tick.ops.push(...verdict.ops)
  }
  const excess = exceeds(guard.effects(transaction), tick.ops)
  if (excess !== null) tick.broken ??= new Error(excess)
}

/** Only a part of it was let in: its device is asked for the rest, and what it sends meanwhile comes with that. */
export const hasRest = (verdict: Verdict): boolean => verdict.outcome === 'apply' && verdict.rest === true

/** What was counted since it was last asked, as one weight. */
function takeWork(meter: Meter): number {
  const work = CUT_WEIGHT * meter.cuts + DELETE_WEIGHT * meter.deletes + meter.steps
  meter.cuts = meter.deletes = meter.steps = 0
  return work
}

function contextOf({ connection, kind }: Piece, writers: Writers, meter: Meter, adopted: ReadonlySet<number> | null) {
  return {
    principal: connection.personId,
    kind,
    standing: connection.personId,
    frozen: writers.isFrozen,
    mayHaveLost: writers.mayHaveLost,
    full: writers.isFull,
    ...(adopted !== null && { adopted }),
    meter,
    // A live update is its sender's own work; what a device repeats of others shows only in a SyncStep2.
    ...(kind === 'step2' && connection.hasSaidHello && { declared: connection.declared }),
  }
}

/** Whose words went in; null: none did. */
export const writerOf = ({ piece, verdict }: Judged): PersonId | null => (verdict.outcome === 'apply' ? piece.connection.personId : null)

/**
 * The one device that wrote all of a tick, if there is one: it holds what the document emitted. Not a stock client: a later kind of those takes the
 * echo of its words for a confirmation.
 */
export function authorOf(judged: readonly Judged[]): Connection | null {
  let author: Connection | null = null
  for (const { piece, verdict } of judged) {
    if (verdict.outcome !== 'apply') continue
    if (!piece.connection.speaksMore || (author !== null && author !== piece.connection)) return null
    author = piece.connection
  }
  return author
}
