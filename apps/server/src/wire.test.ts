import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import { describe, expect, test, vi } from 'vitest'
import type { WebSocket } from 'ws'
import { createMetrics } from './metrics.ts'
import { Framing, SocketWire } from './wire.ts'

/** A socket and its stream that note what is written, and where. */
function noting(extensions = '', sender: object = { _state: 0, _queue: [] }) {
  const writes: Uint8Array[] = []
  const sent: Uint8Array[] = []
  const corks: string[] = []
  const stream = { write: (bytes: Uint8Array) => writes.push(bytes), cork: () => corks.push('cork'), uncork: () => corks.push('uncork') }
  const socket = { readyState: 1, OPEN: 1, extensions, _sender: sender, send: (bytes: Uint8Array) => sent.push(bytes), bufferedAmount: 7 }
  const metrics = createMetrics()
  const wire = new SocketWire(socket as unknown as WebSocket, stream as unknown as Socket, new Framing(), metrics)
  return { wire, socket, writes, sent, corks, metrics }
}

/** Two ends of a connection over the loopback. */
async function connected(): Promise<{ ours: Socket; theirs: Socket; close: () => Promise<void> }> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const accepted = once(server, 'connection') as Promise<[Socket]>
  const theirs = connect((server.address() as AddressInfo).port, '127.0.0.1')
  const [ours] = await accepted
  return { ours, theirs, close: () => new Promise((resolve) => server.close(() => resolve())) }
}

/** An open WebSocket to which nothing is said but by its stream. */
function open(stream: Socket): WebSocket {
  const state = { OPEN: 1, extensions: '', bufferedAmount: 0 }
  return Object.defineProperty(state, 'readyState', { get: () => (stream.destroyed ? 3 : 1) }) as unknown as WebSocket
}

const bytes = (length: number, value = 1): Uint8Array => new Uint8Array(length).fill(value)

/** The payloads of unmasked binary messages, read as RFC 6455 § 5.2 says. */
function payloads(stream: Uint8Array): Uint8Array[] {
  const buffer = Buffer.from(stream)
  const found: Uint8Array[] = []
  for (let at = 0; at < buffer.length;) {
    expect(buffer[at]).toBe(0x82)
    const short = buffer[at + 1] ?? 0
    const start = at + (short < 126 ? 2 : short === 126 ? 4 : 10)
    const length = short < 126 ? short : short === 126 ? buffer.readUInt16BE(at + 2) : Number(buffer.readBigUInt64BE(at + 2))
    found.push(new Uint8Array(buffer.subarray(start, start + length)))
    at = start + length
  }
  return found
}

describe('the wire', () => {
  test.each([0, 1, 125, 126, 65_535, 65_536, 200_000])('a message of %d bytes is framed as the protocol says', (length) => {
    const { wire, writes } = noting()
    wire.write([bytes(length)])
    expect(payloads(Buffer.concat(writes))).toEqual([bytes(length)])
  })

  test('the frames of a turn leave in one write', () => {
    const { wire, writes } = noting()
    wire.write([bytes(3, 1), bytes(200, 2), bytes(5, 3)])
    expect(writes).toHaveLength(1)
    expect(payloads(writes[0] ?? bytes(0))).toEqual([bytes(3, 1), bytes(200, 2), bytes(5, 3)])
  })

  test('a large document is not copied for each who gets it, and still leaves at once', () => {
    const { wire, writes, corks } = noting()
    const whole = bytes(100_000)
    wire.write([whole, bytes(4, 2)])
    expect(writes).toContain(whole)
    expect(corks).toEqual(['cork', 'uncork'])
    expect(payloads(Buffer.concat(writes))).toEqual([whole, bytes(4, 2)])
  })

  test('a frame for everyone is framed once', () => {
    const framing = new Framing()
    const frame = bytes(9)
    expect(framing.framed(frame)).toBe(framing.framed(frame))
    for (let other = 0; other < 10; other++) framing.framed(bytes(other))
    expect(payloads(framing.framed(frame))).toEqual([frame])
  })

  test('where messages are compressed, nothing overtakes one that is being compressed', () => {
    const idle = noting('permessage-deflate')
    idle.wire.write([bytes(10)])
    expect([idle.writes.length, idle.sent.length]).toEqual([1, 0])
    idle.wire.write([bytes(2_000)])
    expect([idle.writes.length, idle.sent.length]).toEqual([1, 1])
    const busy = noting('permessage-deflate', { _state: 1, _queue: [] })
    busy.wire.write([bytes(10)])
    expect([busy.writes.length, busy.sent.length]).toEqual([0, 1])
    const unknown = noting('permessage-deflate', {})
    unknown.wire.write([bytes(10)])
    expect(unknown.sent).toHaveLength(1)
  })

  test('of a reader who stops and goes on, every byte comes in its order; of one who is gone, nothing is thrown', async () => {
    const { ours, theirs, close } = await connected()
    const wire = new SocketWire(open(ours), ours, new Framing(), createMetrics())
    const sent: Uint8Array[] = []
    const send = (length: number): void => {
      const frame = bytes(length, sent.length % 251)
      sent.push(frame)
      wire.write([frame])
    }
    theirs.pause()
    while (ours.writableLength === 0) send(12_345) // until the kernel takes no more, in the middle of a frame or between two
    for (let more = 0; more < 20; more++) send(10)
    const came: Buffer[] = []
    theirs.on('data', (data: Buffer) => came.push(data))
    theirs.resume()
    await vi.waitFor(() => expect(ours.writableLength).toBe(0))
    send(10)
    const framing = new Framing()
    const count = sent.reduce((sum, frame) => sum + framing.framed(frame).length, 0)
    await vi.waitFor(() => expect(came.reduce((sum, data) => sum + data.length, 0)).toBeGreaterThanOrEqual(count))
    const read = payloads(Buffer.concat(came))
    expect(read.length).toBe(sent.length)
    expect(read.every((frame, index) => Buffer.compare(frame, sent[index] ?? bytes(0)) === 0)).toBe(true)

    ours.on('error', () => {}) // as the WebSocket listens
    theirs.resetAndDestroy()
    await vi.waitFor(() => {
      send(10)
      expect(ours.destroyed).toBe(true)
    })
    send(10)
    await close()
  })

  test('nothing is written to a socket that closes, and all else is counted', async () => {
    const { wire, socket, writes, metrics } = noting()
    wire.write([bytes(10), bytes(20)])
    socket.readyState = 2
    wire.write([bytes(10)])
    expect(writes).toHaveLength(1)
    expect(await metrics.text()).toContain('clairiere_fanout_bytes_total 30')
  })
})
