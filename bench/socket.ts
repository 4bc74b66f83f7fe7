import { randomBytes } from 'node:crypto'
import { connect, type Socket } from 'node:net'

const BINARY = 0x82
const PING = 0x9
const PONG = 0x8a
const CLOSE = 0x8

/** The client’s side of a WebSocket (RFC 6455) and no more: the generator has one core for all its clients, and must not be what is measured. */
export class BenchSocket {
  readonly #stream: Socket
  readonly #mask = randomBytes(4)
  readonly #onMessage: (payload: Buffer) => void
  #rest: Buffer[] = []
  #restBytes = 0
  /** Bytes of the message that has begun, as far as its header is known. */
  #awaited = 0
  #isLeaving = false
  /** Why the server closed it, if it did. */
  closed: string | null = null

  private constructor(stream: Socket, onMessage: (payload: Buffer) => void) {
    this.#stream = stream
    this.#onMessage = onMessage
    stream.setNoDelay(true)
    stream.on('data', (chunk) => this.#read(chunk))
    stream.on('error', (fault) => (this.closed ??= String(fault)))
    stream.on('close', () => {
      if (!this.#isLeaving) this.closed ??= 'cut off'
    })
  }

  /** Rejects when the server does not upgrade. */
  static async open(url: string, onMessage: (payload: Buffer) => void): Promise<BenchSocket> {
    const { hostname, port, pathname, search } = new URL(url)
    const stream = connect(Number(port), hostname)
    const key = randomBytes(16).toString('base64')
    stream.write(
      `GET ${pathname}${search} HTTP/1.1\r\nHost: ${hostname}:${port}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
        `Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${key}\r\n\r\n`,
    )
    return new Promise((resolve, reject) => {
      let head = Buffer.alloc(0)
      const onHead = (chunk: Buffer): void => {
        head = Buffer.concat([head, chunk])
        const end = head.indexOf('\r\n\r\n')
        if (end < 0) return
        stream.off('data', onHead)
        if (!head.toString('latin1', 0, 12).startsWith('HTTP/1.1 101')) return reject(new Error(head.toString('latin1', 0, 60)))
        const socket = new BenchSocket(stream, onMessage)
        resolve(socket)
        if (head.length > end + 4) socket.#read(head.subarray(end + 4))
      }
      stream.on('data', onHead)
      stream.once('error', reject)
    })
  }

  send(payload: Uint8Array): void {
    this.#stream.write(this.#frame(BINARY, payload))
  }

  /** Reads nothing more, as a phone in a tunnel. */
  pause(): void {
    this.#stream.pause()
  }

  leave(): void {
    this.#isLeaving = true
    this.#stream.destroy()
  }

  #frame(head: number, payload: Uint8Array): Buffer {
    const length = payload.length
    const offset = length < 126 ? 6 : length < 65_536 ? 8 : 14
    const frame = Buffer.allocUnsafe(offset + length)
    frame[0] = head
    if (length < 126) frame[1] = 0x80 | length
    else if (length < 65_536) {
      frame[1] = 0x80 | 126
      frame.writeUInt16BE(length, 2)
    } else {
      frame[1] = 0x80 | 127
      frame.writeBigUInt64BE(BigInt(length), 2)
    }
    this.#mask.copy(frame, offset - 4)
    for (let at = 0; at < length; at++) frame[offset + at] = (payload[at] ?? 0) ^ (this.#mask[at & 3] ?? 0)
    return frame
  }

  #read(chunk: Buffer): void {
    this.#rest.push(chunk)
    this.#restBytes += chunk.length
    // A large message comes in many chunks: joined once, when it is there.
    if (this.#restBytes < this.#awaited) return
    let bytes = this.#rest.length === 1 ? chunk : Buffer.concat(this.#rest)
    this.#awaited = 0
    while (bytes.length >= 2) {
      const short = (bytes[1] ?? 0) & 0x7f
      const offset = short < 126 ? 2 : short === 126 ? 4 : 10
      if (bytes.length < offset) break
      const length = short < 126 ? short : short === 126 ? bytes.readUInt16BE(2) : Number(bytes.readBigUInt64BE(2))
      this.#awaited = offset + length
      if (bytes.length < this.#awaited) break
      this.#take((bytes[0] ?? 0) & 0x0f, bytes.subarray(offset, offset + length))
      bytes = bytes.subarray(offset + length)
      this.#awaited = 0
    }
    this.#rest = bytes.length > 0 ? [bytes] : []
    this.#restBytes = bytes.length
  }

  #take(opcode: number, payload: Buffer): void {
    if (opcode === PING) this.#stream.write(this.#frame(PONG, payload))
    else if (opcode === CLOSE) this.closed ??= `code ${payload.length >= 2 ? payload.readUInt16BE(0) : 1005}`
    else if (opcode === 2) this.#onMessage(payload)
  }
}
