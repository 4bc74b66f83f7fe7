import { STATUS_CODES, type IncomingMessage, type Server } from 'node:http'
import type { Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import type { ServerType } from '@hono/node-server'
import type { WebSocket, WebSocketServer } from 'ws'

/** Called with a socket that was let in, and with the stream under it. */
export type Welcome = (socket: WebSocket, stream: Socket) => void

/** What a route is handed besides the request when somebody asks for a WebSocket; it answers by setting `welcome`. */
export interface UpgradeEnv {
  readonly incoming: IncomingMessage
  welcome?: Welcome
}

type Judge = (request: Request, env: UpgradeEnv) => Response | Promise<Response>

/** The handshake says these itself. */
const OF_THE_HANDSHAKE = new Set(['connection', 'content-length', 'keep-alive', 'transfer-encoding', 'upgrade'])

/**
 * Has requests for a WebSocket judged by the app like any other, and upgrades those it welcomes. Nothing of the request is kept once the socket is
 * open: request, headers, URL and context would be a third of what an idle socket costs.
 */
export function serveUpgrades(server: ServerType, wss: WebSocketServer, judge: Judge): void {
  const onUpgrade = (incoming: IncomingMessage, stream: Duplex, head: Buffer): void => {
    // A caller that goes meanwhile is no fault of ours.
    stream.on('error', ignore)
    void admitted(incoming, stream, judge).then((welcome) => {
      if (welcome === null || stream.destroyed) return
      wss.handleUpgrade(incoming, stream, head, (socket) => {
        stream.off('error', ignore) // the WebSocket listens from here
        wss.emit('connection', socket, incoming)
        welcome(socket, stream as Socket)
      })
    })
  }
  const http = server as Server // HTTP/2 is never asked for, and has no upgrades
  http.on('upgrade', onUpgrade)
}

/** Never rejects: whoever is not let in is answered here, and null. */
async function admitted(incoming: IncomingMessage, stream: Duplex, judge: Judge): Promise<Welcome | null> {
  const env: UpgradeEnv = { incoming }
  try {
    if (incoming.headers.upgrade?.toLowerCase() !== 'websocket') return refused(stream, 400)
    const { status, headers } = await judge(requestOf(incoming), env)
    return env.welcome ?? refused(stream, status, headers)
  } catch {
    return refused(stream, 400) // a request that is none: the app answers its own faults
  }
}

function requestOf({ url = '/', headers, socket }: IncomingMessage): Request {
  const given = new Headers()
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) given.append(name, Array.isArray(value) ? (value[0] ?? '') : value)
  }
  const base = `${'encrypted' in socket ? 'https' : 'http'}://${headers.host ?? 'localhost'}`
  return new Request(new URL(url, base), { headers: given })
}

function refused(stream: Duplex, status: number, headers = new Headers()): null {
  if (stream.destroyed) return null
  const lines = [`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`, 'Connection: close', 'Content-Length: 0']
  for (const [name, value] of headers) if (!OF_THE_HANDSHAKE.has(name)) lines.push(`${name}: ${value}`)
  stream.end(`${lines.join('\r\n')}\r\n\r\n`)
  return null
}

const ignore = (): void => {}
