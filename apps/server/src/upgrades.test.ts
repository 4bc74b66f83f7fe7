import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { WebSocket, WebSocketServer } from 'ws'
import { until } from './room/test/until.ts'
import { serveUpgrades, type UpgradeEnv } from './upgrades.ts'

let server: Server
let wss: WebSocketServer
let judge: (request: Request, env: UpgradeEnv) => Response

beforeEach(async () => {
  server = createServer()
  wss = new WebSocketServer({ noServer: true })
  serveUpgrades(server, wss, (request, env) => judge(request, env))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
})
afterEach(() => {
  for (const socket of wss.clients) socket.terminate()
  server.close()
})

const port = (): number => (server.address() as AddressInfo).port

/** What the server says to a request written by hand, until it hangs up. */
async function answerTo(...lines: string[]): Promise<string> {
  const stream = connect(port(), '127.0.0.1')
  stream.write(`${lines.join('\r\n')}\r\n\r\n`)
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString()
}

const handshake = ['Connection: Upgrade', 'Upgrade: websocket', 'Sec-WebSocket-Version: 13', 'Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==']

describe('an upgrade', () => {
  test('is judged by its URL and headers, and keeps nothing of the request once the socket is open', async () => {
    setFlagsFromString('--expose-gc')
    const collect = runInNewContext('gc') as () => void
    const kept: WeakRef<object>[] = []
    const seen: string[] = []
    judge = (request, env) => {
      seen.push(new URL(request.url).pathname, request.headers.get('authorization') ?? '')
      kept.push(new WeakRef(request), new WeakRef(env), new WeakRef(env.incoming))
      env.welcome = (socket) => socket.send('come in')
      return new Response()
    }
    const socket = new WebSocket(`ws://127.0.0.1:${port()}/live/x`, { headers: { authorization: 'Bearer y' } })
    expect(String((await once(socket, 'message'))[0])).toBe('come in')
    expect(seen).toEqual(['/live/x', 'Bearer y'])
    await until('the request is gone', () => {
      collect()
      return kept.every((held) => held.deref() === undefined)
    })
    expect(socket.readyState).toBe(WebSocket.OPEN)
  })

  test('that nobody welcomes gets the status and the headers of the answer', async () => {
    judge = () => new Response('no', { status: 429, headers: { 'Retry-After': '7' } })
    const answer = await answerTo('GET /live/x HTTP/1.1', 'Host: here', ...handshake)
    expect(answer).toMatch(/^HTTP\/1\.1 429 Too Many Requests\r\n/)
    expect(answer).toContain('retry-after: 7\r\n')
  })

  test.each([
    ['to something else', ['GET / HTTP/1.1', 'Host: here', 'Connection: Upgrade', 'Upgrade: h2c']],
    ['from a host that is none', ['GET / HTTP/1.1', 'Host: a b', ...handshake]],
  ])('%s is refused before anybody judges it', async (_what, lines) => {
    judge = () => expect.fail('asked')
    expect(await answerTo(...lines)).toMatch(/^HTTP\/1\.1 400 /)
  })
})
