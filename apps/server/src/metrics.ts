import { closeCodes } from '@clairiere/ritual'
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'

const QUICK = [0.000_05, 0.000_1, 0.000_25, 0.000_5, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5]
const SLOW = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]
const COUNTS = [1, 2, 4, 8, 16, 32, 64, 128, 256, 512]

/** How often the loop's delay is sampled. The library's own 10 ms would wake a process that has nothing to do a hundred times a second. */
const LOOP_SAMPLE_MS = 100

/** Values that wait together: the library takes longer over one than a tick over a keystroke, unless it does many at once. */
const VALUES_AT_ONCE = 512

/** A histogram for the hot path. */
class Spread {
  readonly #histogram: Histogram
  #values: number[] = []

  constructor(histogram: Histogram, readings: (() => void)[]) {
    this.#histogram = histogram
    readings.push(() => this.#settle())
  }

  observe(value: number): void {
    if (this.#values.push(value) >= VALUES_AT_ONCE) this.#settle()
  }

  #settle(): void {
    for (const value of this.#values) this.#histogram.observe(value)
    this.#values = []
  }
}

/** A counter for the hot path. */
class Sum {
  readonly #counter: Counter
  #waiting = 0

  constructor(counter: Counter, readings: (() => void)[]) {
    this.#counter = counter
    readings.push(() => this.#settle())
  }

  inc(by = 1): void {
    this.#waiting += by
  }

  #settle(): void {
    this.#counter.inc(this.#waiting)
    this.#waiting = 0
  }
}

/** Codes of ours and of the protocol. The peer chooses what it closes with: any other would be a series for each. */
const CLOSE_CODES: ReadonlySet<number> = new Set([...Object.values(closeCodes), 1000, 1001, 1002, 1003, 1005, 1006, 1007, 1008, 1009, 1011])

/** The label of a close code. */
export const closeLabel = (code: number): string => (CLOSE_CODES.has(code) ? String(code) : 'other')

export type Metrics = ReturnType<typeof createMetrics>

/**
 * What the server counts, as a value of its own: two servers in one process count apart. Labels are states and codes, never a meeting, a
 * person or an act's type. Times are seconds. `text()` is what `GET /metrics` answers.
 */
export function createMetrics() {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry, prefix: 'clairiere_', eventLoopMonitoringPrecision: LOOP_SAMPLE_MS })
  const registers = [registry]
  const gauge = <Label extends string>(name: string, help: string, labelNames: Label[] = []): Gauge<Label> =>
    new Gauge({ name: `clairiere_${name}`, help, labelNames, registers })
  const readings: (() => void)[] = []
  const counter = <Label extends string>(name: string, help: string, labelNames: Label[] = []): Counter<Label> =>
    new Counter({ name: `clairiere_${name}_total`, help, labelNames, registers })
  const histogram = (name: string, help: string, buckets: number[]): Spread =>
    new Spread(new Histogram({ name: `clairiere_${name}`, help, buckets, registers }), readings)
  const sum = (name: string, help: string): Sum => new Sum(counter(name, help), readings)

  return {
    contentType: registry.contentType,
    text(): Promise<string> {
      for (const read of readings) read()
      return registry.metrics()
    },
    /** For gauges that are cheaper to read when asked than to keep up to date. */
    beforeText(read: () => void): void {
      readings.push(read)
    },

    rooms: gauge('rooms', 'Rooms in memory, by state', ['state']),
    sockets: gauge('sockets', 'Open sockets'),
    joins: counter('joins', 'Persons who joined a meeting'),
    loadSeconds: histogram('room_load_seconds', 'From opening a room to its first answer', SLOW),
    closes: counter('socket_closes', 'Sockets closed by either side, by close code', ['code']),
    heldOff: counter('held_off', 'Sockets of people refused again and again, answered 429 before the upgrade'),
    slowSockets: gauge('slow_sockets', 'Sockets that do not keep up: they catch up with one document when they have drained'),
    unsavedSeconds: gauge('oldest_unsaved_seconds', 'Age of the oldest write that no sync of the disk covers yet, over all rooms'),

    tickSeconds: histogram('tick_seconds', 'Guard, document and frame of one tick of a room', QUICK),
    tickUpdates: histogram('tick_updates', 'Updates taken in one tick', COUNTS),
    guardSeconds: histogram('guard_seconds', 'Inspection of one update', QUICK),
    refused: counter('refused_updates', 'Updates that the guard refused, by its code', ['code']),
    untaken: counter('untaken_updates', 'Updates judged and not applied, by outcome: gap, wait and ahead are asked for again', ['outcome']),
    resets: counter('resets', 'Devices told to start from a fresh document, by reason', ['reason']),
    roomsReadAgain: counter('rooms_read_again', 'Rooms read again from their log because words did what was not foreseen'),
    largestDocumentBytes: gauge(
      'largest_document_bytes',
      'Bytes of the largest document in memory; words are only taken away from 8 MiB on',
    ),
    mostDocumentIds: gauge('most_document_ids', 'Client ids of the document in memory that has most; 5,000 is the end'),
    acts: counter('acts', 'Acts judged, by outcome', ['outcome']),
    fanoutFrames: sum('fanout_frames', 'Frames written to sockets'),
    fanoutBytes: sum('fanout_bytes', 'Bytes written to sockets'),
    encodings: counter('encodings', 'Encodings of a document for devices, whole or the rest of one'),
    confidenceViews: sum('confidence_views', 'Confidences looked at for one reader, to tell what changed'),
    presenceFrames: counter('presence_frames', 'Presence frames received from devices, and shown to a room', ['way']),

    commitSeconds: histogram('commit_seconds', 'One transaction for all rooms of a loop turn', QUICK),
    commitWrites: histogram('commit_writes', 'Writes in one transaction', COUNTS),
    syncSeconds: histogram('sync_seconds', 'One sync of the write-ahead log', QUICK),
    checkpointSeconds: histogram('checkpoint_seconds', 'One checkpoint in the reading thread', SLOW),
    listenerFaults: counter('listener_faults', 'Rooms that failed when told of a commit or a sync'),
    isSaving: gauge('is_saving', '1 when the store saves, 0 when it does not'),
    backlogBytes: gauge('backlog_bytes', 'Bytes waiting for their transaction'),
    diskFreeBytes: gauge('disk_free_bytes', 'Bytes free for the server on the disk of its data'),
    snapshotBytes: histogram('snapshot_bytes', 'Size of snapshots', [4e3, 16e3, 64e3, 256e3, 1e6, 4e6, 16e6]),
  }
}
