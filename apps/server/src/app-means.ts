import type { LinkMaker } from './access/links.ts'
import type { Passes } from './access/passes.ts'
import type { RateLimit } from './access/rate-limit.ts'
import type { Config } from './config.ts'
import type { PairingCodes } from './keys/pairing.ts'
import type { Log } from './log.ts'
import type { Metrics } from './metrics.ts'
import type { ManualClock, RecordClock } from './record-clock.ts'
import type { Rooms } from './room/rooms.ts'
import type { Store } from './store/store.ts'

/** What the HTTP side is handed. `main` makes it once; tests make their own. */
export interface AppMeans {
  readonly config: Config
  readonly store: Store
  readonly rooms: Rooms
  readonly links: LinkMaker
  readonly passes: Passes
  readonly pairing: PairingCodes<{ meetingId: string; personId: string }>
  readonly clock: RecordClock
  /** The same clock, when it is moved by hand. */
  readonly manualClock: ManualClock | null
  readonly limits: Limits
  readonly log: Log
  readonly metrics: Metrics
  /** Bytes of chance, for ids. */
  readonly randomBytes: (count: number) => Uint8Array
  /** The built web app, or null when it is served elsewhere. */
  readonly webRoot: string | null
  /** False from the moment the process was told to end. */
  readonly isReady: () => boolean
}

/** How often one address may make a meeting, act over HTTP, send late words, join or pair, try a wrong key, open a socket, read or take minutes away without being a person; how often one person may read, and take minutes away. */
export interface Limits {
  readonly creates: RateLimit
  readonly acts: RateLimit
  /** Late words. */
  readonly late: RateLimit
  readonly joins: RateLimit
  readonly wrongKeys: RateLimit
  readonly sockets: RateLimit
  readonly strangers: RateLimit
  readonly strangerExports: RateLimit
  readonly reads: RateLimit
  readonly exports: RateLimit
}
