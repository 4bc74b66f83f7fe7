import * as Y from 'yjs'
import {
  applyFact,
  boardMap,
  fold,
  projectBoard,
  wordsState,
  type Board,
  type Fact,
  type PersonId,
  type RecordedFact,
  type Stamp,
  type WordsState,
} from '@clairiere/ritual'
import { WriteGuard } from '../guard/write-guard.ts'
import type { OpenedMeeting } from '../store/store.ts'
import { docLimits, docSchema } from './doc-schema.ts'
import { EncodedState } from './encoded-state.ts'

/** Going through so many bytes of the document takes as long as encoding one: 4 ms for 8 MB of single letters. */
const BYTES_WALKED_PER_BYTE_GIVEN = 16

/** One tick's facts as they are logged: what happened, and under which stamp. */
interface LoggedFacts {
  readonly stamp: Stamp
  readonly facts: readonly Fact[]
}

/** Facts as they are logged. `encoded`: their JSON, of whoever weighed them. */
export const writeLogged = (stamp: Stamp, encoded: string): string => `{"stamp":${JSON.stringify(stamp)},"facts":${encoded}}`

/** The log is our own, decrypted and authenticated: what stands in it was written by `Room`. */
const readLogged = (facts: string): LoggedFacts => JSON.parse(facts) as LoggedFacts

/**
 * What a room holds in memory of its meeting: the board folded from events, the document, and the guard that stands before it. It stores and sends
 * nothing. When it can no longer be trusted it is thrown away and read again from the log.
 */
export class MeetingState {
  readonly doc: Y.Doc
  readonly guard: WriteGuard<PersonId>
  /** Client ids that documents of past generations ended with. */
  readonly pastIds: ReadonlySet<number>
  #board: Board
  #emitted: Uint8Array[] = []
  #words: WordsState | null = null
  readonly #encoded: EncodedState
  #bytes: number

  /** `pastIds` comes from the store's past generations. `encoded` is told each time the document is encoded for devices. */
  constructor(
    opened: Pick<OpenedMeeting, 'seed' | 'snapshot' | 'updates' | 'events' | 'owners'>,
    pastIds: ReadonlySet<number>,
    encoded?: () => void,
  ) {
    this.pastIds = pastIds
    this.#board = fold(JSON.parse(opened.seed) as Board, recorded(opened.events))
    this.doc = new Y.Doc()
    this.guard = new WriteGuard<PersonId>({
      doc: this.doc,
      schema: docSchema(() => this.#board),
      limits: docLimits,
      owners: opened.owners.map(({ clientId, person }) => [clientId, person] as const),
      reserved: pastIds,
    })
    this.#bytes = [opened.snapshot, ...opened.updates].reduce((sum, part) => sum + (part?.update.length ?? 0), 0)
    this.doc.transact(() => {
      if (opened.snapshot !== null) Y.applyUpdate(this.doc, opened.snapshot.update)
      for (const { update } of opened.updates) Y.applyUpdate(this.doc, update)
    })
    // After loading, and new at every load: Yjs re-rolls an id it finds in what it loads, and an id of an earlier process may have gone further.
    this.doc.clientID = freshClientId(this.doc, pastIds)
    this.#encoded = new EncodedState(this.doc, encoded)
    this.doc.on('update', (update: Uint8Array) => {
      this.#emitted.push(update)
      this.#bytes += update.length
      this.#words = null
      this.#encoded.grew(update)
    })
  }

  get board(): Board {
    return this.#board
  }

  get words(): WordsState {
    this.#words ??= wordsState(this.doc)
    return this.#words
  }

  /** The whole document for a device that has nothing, as frames to send. */
  get wholeFrames(): readonly Uint8Array[] {
    return this.#encoded.whole
  }

  /** The rest of the document for a device that has something, as a frame. `stateVector` as it came. */
  restFrame(stateVector: Uint8Array): Uint8Array {
    return this.#encoded.rest(stateVector)
  }

  /** The rest as an update alone; null: of a device that has nothing. */
  restUpdate(stateVector: Uint8Array | null): Uint8Array {
    return this.#encoded.update(stateVector)
  }

  /** What was done so far to answer devices, as bytes given: each encoding goes through all structs for what was deleted, however little it then gives. */
  get answerWork(): number {
    return (this.#encoded.walks * this.#bytes) / BYTES_WALKED_PER_BYTE_GIVEN
  }

  /** True for the state of a document that is over: it knows ids that only past generations hold. One that is in this document too would send everybody back. */
  isPast(clients: Iterable<number>): boolean {
    const here = this.doc.store.clients
    for (const client of clients) if (this.pastIds.has(client) && !here.has(client)) return true
    return false
  }

  /** What we have, as a frame that asks for what we have not. */
  get step1Frame(): Uint8Array {
    return this.#encoded.vector
  }

  /** Bytes of the encoded document, too many rather than too few: what came to it since it was last measured. */
  get bytes(): number {
    return this.#bytes
  }

  /** Encodes it, to know. */
  measure(): number {
    this.#bytes = Y.encodeStateAsUpdate(this.doc).length
    return this.#bytes
  }

  /** Folds facts in and projects the board; returns what the document emitted, if anything everyone may see changed. */
  apply(facts: readonly Fact[], stamp: Stamp): Uint8Array | null {
    const before = this.#board
    this.#board = facts.reduce((board, fact) => applyFact(board, { fact, stamp }), before)
    return this.#project(before)
  }

  /** Makes the document show the board, whatever it showed before (a crash between versions, a repaired log). Null: it did already. */
  repairProjection(): Uint8Array | null {
    return this.#project(null)
  }

  /** Runs a transaction and returns the one update it emitted, or null. */
  capture(change: () => void): Uint8Array | null {
    this.#emitted = []
    change()
    const emitted = this.#emitted
    this.#emitted = []
    if (emitted.length < 2) return emitted[0] ?? null
    return Y.mergeUpdates(emitted)
  }

  destroy(): void {
    this.doc.destroy()
  }

  #project(before: Board | null): Uint8Array | null {
    return this.capture(() => {
      this.doc.transact(() => projectBoard(before, this.#board, boardMap(this.doc)), 'facts')
    })
  }
}

function* recorded(events: OpenedMeeting['events']): Iterable<RecordedFact> {
  for (const event of events) {
    const { stamp, facts } = readLogged(event.facts)
    for (const fact of facts) yield { fact, stamp }
  }
}

/** A client id that neither this document nor one before it has seen: 32 random bits, as Yjs makes them. */
function freshClientId(doc: Y.Doc, pastIds: ReadonlySet<number>): number {
  for (;;) {
    const id = crypto.getRandomValues(new Uint32Array(1))[0] ?? 0
    if (!doc.store.clients.has(id) && !pastIds.has(id)) return id
  }
}

/** When the last fact of a meeting was recorded, or its generation began with the minutes sealed (ms since 1970); 0: nothing is recorded yet. */
export function lastRecorded({ events, seed }: Pick<OpenedMeeting, 'events' | 'seed'>): number {
  const last = events.at(-1)
  if (last !== undefined) return Date.parse(readLogged(last.facts).stamp.at)
  const { sealedAt, closedAt, openedAt } = (JSON.parse(seed) as Board).meeting
  return Date.parse(sealedAt ?? closedAt ?? openedAt ?? '') || 0
}
