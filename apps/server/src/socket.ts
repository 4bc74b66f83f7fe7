import { Hono } from 'hono'
import { getCookie } from 'hono/cookie'
import type { Socket } from 'node:net'
import { WebSocketServer, type RawData, type WebSocket } from 'ws'
import { PROTOCOL_VERSION, closeCodes, refuse } from '@clairiere/ritual'
import { findMeeting, identify } from './access/identity.ts'
import { addressOf, pageOf } from './access/origin.ts'
import { COOKIE, answerRefusal, bearerOf, callerOf, type Ctx, type Env } from './api/request.ts'
import { phraseAnswer, afterAct } from './answers.ts'
import type { AppMeans } from './app-means.ts'
import { closeLabel } from './metrics.ts'
import type { Connection } from './room/connection.ts'
import type { Room } from './room/room.ts'
import type { Visitor } from './room/visitor.ts'
import { languageOf } from './sentences.ts'
import type { Welcome } from './upgrades.ts'
import { COMPRESSED_BYTES, Framing, SocketWire } from './wire.ts'

/** Past the room's own limit, where the client is told why; beyond this it is only cut off. */
const MAX_FRAME_BYTES = 8 * 1024 * 1024
/** A peer that answers no ping for so long is gone. */
const HEARTBEAT_MS = 30_000
/** How long a socket has to answer our close before it is cut off: a phone that is gone answers nothing. */
const GOODBYE_MS = 1_000

/** The server's side of WebSockets, for `serve`. `stop` waits a moment for those who were told to go, then cuts off who did not hear it. */
export function createSocketServer(): { wss: WebSocketServer; stop: () => Promise<void> } {
  // The threshold only counts without context takeover; with it, every keystroke would be compressed.
  const perMessageDeflate = { threshold: COMPRESSED_BYTES, serverNoContextTakeover: true, clientNoContextTakeover: true }
  const wss = new WebSocketServer({ noServer: true, maxPayload: MAX_FRAME_BYTES, perMessageDeflate })
  const silent = new WeakSet<WebSocket>()
  const onPong = function (this: WebSocket): void {
    silent.delete(this)
  }
  wss.on('connection', (socket) => socket.on('pong', onPong))
  const timer = setInterval(() => {
    for (const socket of wss.clients) {
      if (silent.has(socket)) socket.terminate()
      silent.add(socket)
      socket.ping()
    }
  }, HEARTBEAT_MS)
  timer.unref()
  const stop = async (): Promise<void> => {
    clearInterval(timer)
    const { promise, resolve } = Promise.withResolvers<void>()
    const patience = setTimeout(resolve, GOODBYE_MS)
    for (const socket of wss.clients) socket.on('close', () => wss.clients.size === 0 && resolve())
    if (wss.clients.size === 0) resolve()
    await promise
    clearTimeout(patience)
    for (const socket of wss.clients) socket.terminate()
    wss.close()
  }
  return { wss, stop }
}

/** `/live/<meetingId>`: the URL names the room and the person once; after that the socket is in it [contract § Socket]. */
export function live(means: AppMeans): Hono<Env> {
  const framing = new Framing()
  return new Hono<Env>().get('/:id', async (c, next) => {
    if (c.req.header('upgrade')?.toLowerCase() !== 'websocket') return next()
    const caller = callerOf(c)
    const page = pageOf(caller, means.config)
    if (page === 'foreign') return answerRefusal(c, refuse('not-yours'))
    if (!means.limits.sockets.admits(addressOf(caller, means.config))) return answerRefusal(c, refuse('too-many'))
    const entry = await enterRoom(c, means, page === 'absent')
    const heldOffMs = 'room' in entry && !entry.visitor.speaksMore ? entry.room.heldOffMs(entry.visitor.personId) : 0
    if (heldOffMs > 0) {
      // Before the upgrade: a stock client may understand no close code, and would come back at once. Who asked for `v=1` is told 4529.
      means.metrics.heldOff.inc()
      const answer = answerRefusal(c, refuse('too-many'))
      answer.headers.set('Retry-After', String(Math.ceil(heldOffMs / 1000)))
      return answer
    }
    c.env.welcome = welcomeOf(entry, framing, means)
    return c.body(null)
  })
}

type Entry = { room: Room; visitor: Visitor } | { code: number }

/** Who comes into which room; or the close code, which a stock client understands better than a failed upgrade. */
async function enterRoom(c: Ctx, means: AppMeans, needsToken: boolean): Promise<Entry> {
  const version = c.req.query('v')
  if (version !== undefined && Number(version) !== PROTOCOL_VERSION) return { code: closeCodes.reloadPage }
  const meeting = await findMeeting(means.store, c.req.param('id') ?? '')
  if (meeting === null) return { code: closeCodes.noSuchMeeting }
  const identity = await identify(means.passes, means.links, meeting, {
    bearer: c.req.query('token') ?? bearerOf(c),
    cookie: getCookie(c, COOKIE) ?? null,
    as: c.req.query('as') ?? null,
  })
  if (identity?.is !== 'person' || (needsToken && identity.by === 'cookie')) return { code: closeCodes.tokenGone }
  const room = await means.rooms.open(meeting.meetingId)
  if (room === null) return { code: closeCodes.noSuchMeeting }
  const language = languageOf(c.req.header('accept-language'))
  const generation = c.req.query('gen')
  return {
    room,
    visitor: {
      personId: identity.personId,
      host: identity.by === 'cookie' ? identity.host : null,
      speaksMore: version !== undefined,
      generation: generation !== undefined && /^\d{1,9}$/.test(generation) ? Number(generation) : null,
      phrase: async (id, answer) => phraseAnswer(id, await afterAct(answer, meeting.meetingId, means), language),
    },
  }
}

/** Apart from the request: what a closure made beside it sees, it keeps. */
function welcomeOf(entry: Entry, framing: Framing, means: AppMeans): Welcome {
  return (socket, stream) => open(entry, socket, stream, framing, means)
}

function open(entry: Entry, socket: WebSocket, stream: Socket, framing: Framing, means: AppMeans): void {
  socket.on('error', ignore) // a `close` follows, and says all there is to say
  const closed = (code: number, meetingId?: string): void => {
    means.metrics.closes.inc({ code: closeLabel(code) })
    means.log.info('a socket closed', { status: code, ...(meetingId !== undefined && { meetingId }) })
  }
  if ('code' in entry) {
    socket.on('close', (code) => closed(code))
    return socket.close(entry.code, 'not let in')
  }
  const { room, visitor } = entry
  stream.setNoDelay(true)
  const connection = room.connect(visitor, new SocketWire(socket, stream, framing, means.metrics))
  if (typeof connection === 'number') {
    socket.on('close', (code) => closed(code, room.meetingId))
    return socket.close(connection, 'not let in')
  }
  socket.on('message', (data, isBinary) => receive(room, connection, data, isBinary, means))
  socket.on('close', (code) => {
    closed(code, room.meetingId)
    room.left(connection)
  })
}

const ignore = (): void => {}

/** The door of the socket: what is thrown behind it ends this connection, is logged with its room, and reaches nobody else. */
function receive(room: Room, connection: Connection, data: RawData, isBinary: boolean, { log }: AppMeans): void {
  if (!isBinary || !(data instanceof Buffer)) return connection.hangUp(closeCodes.badFrame, 'bad frame')
  try {
    room.receive(connection, data)
  } catch (fault) {
    log.error('a frame failed', { meetingId: room.meetingId }, fault)
    connection.hangUp(1011, 'fault')
  }
}
