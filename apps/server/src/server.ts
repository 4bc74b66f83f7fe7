import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { createServer } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { serve, type ServerType } from '@hono/node-server'
import { minutesRecord, printJson } from '@clairiere/minutes'
import { readWords, ulid, type Id } from '@clairiere/ritual'
import { LinkMaker } from './access/links.ts'
import { Passes } from './access/passes.ts'
import { RateLimit } from './access/rate-limit.ts'
import { tellUntold } from './api/tell-followers.ts'
import { createApp } from './app.ts'
import type { AppMeans } from './app-means.ts'
import type { Config } from './config.ts'
import { Forgetting } from './forgetting.ts'
import { PairingCodes } from './keys/pairing.ts'
import type { ServerKey } from './keys/server-key.ts'
import type { Log } from './log.ts'
import type { Metrics } from './metrics.ts'
import { limitSilent, patience } from './patience.ts'
import { ManualClock, SystemClock, type RecordClock } from './record-clock.ts'
import type { RoomMeans } from './room/room-means.ts'
import { Rooms } from './room/rooms.ts'
import { ThreadSnapshots } from './room/thread-snapshots.ts'
import { createSocketServer } from './socket.ts'
import type { Store } from './store/store.ts'
import { serveUpgrades } from './upgrades.ts'

/** What outlives one start and is not the server's to make: tests bring a memory store and clocks of their own. */
export interface ServerMeans {
  readonly config: Config
  readonly store: Store
  readonly serverKey: ServerKey
  readonly log: Log
  readonly metrics: Metrics
}

/** A server that listens. `stop` ends it cleanly: nothing is lost, and everyone is told to come back. */
export interface RunningServer {
  readonly port: number
  readonly means: AppMeans
  stop(): Promise<void>
}

/** Everyone of a full server is told to come back within so long [sync.md 4.18]. */
const GOODBYES_MS = 5_000

const WEB_ROOT = fileURLToPath(new URL('../../web/dist', import.meta.url))
/** [contract § Socket] people of one hall share one address: bursts are wide, the long run is not. */
const LIMITS = {
  creates: { burst: 60, perSecond: 1 },
  acts: { burst: 1_000, perSecond: 50 },
  // what devices of one hall could not deliver, a piece a document and a root
  late: { burst: 300, perSecond: 1 },
  joins: { burst: 300, perSecond: 5 },
  wrongKeys: { burst: 20, perSecond: 0.2 },
  sockets: { burst: 600, perSecond: 20 },
  strangers: { burst: 1_000, perSecond: 50 },
  strangerExports: { burst: 300, perSecond: 5 },
  // Of one person, whatever address they share. Where no WebSocket passes a device asks twice in 2.5 s and after each act: ten of them make 8 a second.
  reads: { burst: 600, perSecond: 20 },
  exports: { burst: 60, perSecond: 2 },
} as const

/** Connections of one address that have not said what they want: as many as may come at once for a socket. */
const SILENT_STREAMS = LIMITS.sockets.burst

/** Puts the parts together and listens; rejects with the system's error when it cannot. */
export async function startServer(given: ServerMeans): Promise<RunningServer> {
  const { config } = given
  let isReady = true
  const means = assemble(given, () => isReady)
  const sockets = createSocketServer()
  const { tls } = config
  const app = createApp(means)
  const server = serve({
    fetch: app.fetch,
    hostname: config.host,
    port: config.port,
    ...(tls === null
      ? { createServer, serverOptions: patience }
      : {
          createServer: createSecureServer,
          serverOptions: { ...patience, handshakeTimeout: patience.headersTimeout, cert: tls.cert, key: tls.key },
        }),
  })
  limitSilent(server, SILENT_STREAMS * config.rateLimits, config.trustProxy)
  serveUpgrades(server, sockets.wss, app.fetch)
  const port = await listening(server)
  const forgetting = new Forgetting(means)
  await forgetting.run()
  await tellUntold(means)
  return {
    port,
    means,
    async stop() {
      isReady = false
      await forgetting.stop()
      await means.rooms.close(GOODBYES_MS)
      await sockets.stop()
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      if ('closeAllConnections' in server) server.closeAllConnections()
      await closed
    },
  }
}

/** Makes the parts and hands each what it needs; nothing listens yet. */
export function assemble({ config, store, serverKey, log, metrics }: ServerMeans, isReady: () => boolean): AppMeans {
  const manualClock = config.clock === 'manual' ? new ManualClock() : null
  const clock: RecordClock = manualClock ?? new SystemClock()
  const now = (): number => performance.now()
  const limit = ({ burst, perSecond }: { burst: number; perSecond: number }): RateLimit =>
    new RateLimit({ burst: burst * config.rateLimits, perSecond: perSecond * config.rateLimits }, now)
  const chance = (count: number): Uint8Array => new Uint8Array(randomBytes(count))
  const passes = new Passes(store, serverKey, clock)
  const newId = (): Id => ulid(randomBytes(6).readUIntBE(0, 6), chance)
  const roomMeans: RoomMeans = {
    store,
    clock,
    now,
    after: (ms, run) => {
      const timer = setTimeout(run, ms)
      return () => clearTimeout(timer)
    },
    log,
    snapshots: new ThreadSnapshots(),
    watch: {
      ticked(ms, pieces) {
        metrics.tickSeconds.observe(ms / 1000)
        metrics.tickUpdates.observe(pieces)
      },
      inspected: (ms) => metrics.guardSeconds.observe(ms / 1000),
      refused: (code) => metrics.refused.inc({ code }),
      untaken: (outcome) => metrics.untaken.inc({ outcome }),
      reset: (reason) => metrics.resets.inc({ reason }),
      readAgain: () => metrics.roomsReadAgain.inc(),
      acted: (isDone) => metrics.acts.inc({ outcome: isDone ? 'done' : 'refused' }),
      presence: (way) => metrics.presenceFrames.inc({ way }),
      compacted: (bytes) => metrics.snapshotBytes.observe(bytes),
      encoded: () => metrics.encodings.inc(),
      disclosed: (views) => metrics.confidenceViews.inc(views),
      loaded: (ms) => metrics.loadSeconds.observe(ms / 1000),
    },
    rateLimits: config.rateLimits,
    random: Math.random,
    newId,
    owes: (meetingId) => passes.debt(meetingId, newId()),
    writeRecord: (board, words) =>
      new TextEncoder().encode(printJson(minutesRecord(board, readWords(words), { now: new Date(clock.now()).toISOString() }))),
  }
  return {
    config,
    store,
    rooms: new Rooms(roomMeans),
    links: new LinkMaker(serverKey),
    passes,
    pairing: new PairingCodes(),
    clock,
    manualClock,
    limits: {
      creates: limit(LIMITS.creates),
      acts: limit(LIMITS.acts),
      late: limit(LIMITS.late),
      joins: limit(LIMITS.joins),
      wrongKeys: limit(LIMITS.wrongKeys),
      sockets: limit(LIMITS.sockets),
      strangers: limit(LIMITS.strangers),
      strangerExports: limit(LIMITS.strangerExports),
      reads: limit(LIMITS.reads),
      exports: limit(LIMITS.exports),
    },
    log,
    metrics,
    randomBytes: chance,
    webRoot: existsSync(WEB_ROOT) ? WEB_ROOT : null,
    isReady,
  }
}

function listening(server: ServerType): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.once('listening', () => {
      server.off('error', reject)
      resolve((server.address() as AddressInfo).port)
    })
  })
}
