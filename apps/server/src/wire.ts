import { writeSync } from 'node:fs'
import type { Socket } from 'node:net'
import type { WebSocket } from 'ws'
import type { Metrics } from './metrics.ts'
import type { Wire } from './room/connection.ts'

/** Up to this, frames that leave together are copied into one buffer: a write of one costs less than a write of several. */
const COPIED_BYTES = 16 * 1024
/** Where a device takes compressed messages, those from here on are; set on the socket server too. */
export const COMPRESSED_BYTES = 1024
/** FIN and opcode 2 [RFC 6455 § 5.2]. */
const BINARY = 0x82

/** What a room writes to: all frames of a turn in one write, because several small packets cost nine times one. `framing`: one for all sockets. */
export class SocketWire implements Wire {
  readonly #socket: WebSocket
  readonly #stream: Socket
  readonly #framing: Framing
  readonly #metrics: Metrics
  /** Nothing was agreed on at the handshake that could change a frame. */
  readonly #isPlain: boolean

  constructor(socket: WebSocket, stream: Socket, framing: Framing, metrics: Metrics) {
    this.#socket = socket
    this.#stream = stream
    this.#framing = framing
    this.#metrics = metrics
    this.#isPlain = socket.extensions === ''
  }

  write(frames: readonly Uint8Array[]): void {
    const socket = this.#socket
    if (socket.readyState !== socket.OPEN) return
    let bytes = 0
    for (const frame of frames) bytes += frame.length
    this.#metrics.fanoutFrames.inc(frames.length)
    this.#metrics.fanoutBytes.inc(bytes)
    if (this.#isPlain || mayPass(socket, bytes)) return pass(this.#stream, frames, bytes, this.#framing)
    this.#stream.cork()
    for (const frame of frames) socket.send(frame)
    this.#stream.uncork()
  }

  close(code: number, reason: string): void {
    this.#socket.close(code, reason)
  }

  get bufferedBytes(): number {
    return this.#socket.bufferedAmount
  }
}

/**
 * Whether frames may go to the stream past `ws`, which makes a header for every socket anew. Not while it compresses an earlier message, which they
 * would overtake; nor when one of these might be compressed.
 */
function mayPass(socket: WebSocket, bytes: number): boolean {
  const { _sender: sender } = socket as unknown as { _sender?: { _state?: number; _queue?: readonly unknown[] } }
  return bytes < COMPRESSED_BYTES && sender?._state === 0 && sender._queue?.length === 0
}

function pass(stream: Socket, frames: readonly Uint8Array[], bytes: number, framing: Framing): void {
  const [only] = frames
  if (frames.length === 1 && only !== undefined && bytes <= COPIED_BYTES) return writeNow(stream, framing.framed(only))
  if (bytes <= COPIED_BYTES) return writeNow(stream, Buffer.concat(frames.map((frame) => framing.framed(frame))))
  stream.cork()
  for (const frame of frames) {
    if (frame.length <= COPIED_BYTES) stream.write(framing.framed(frame))
    else {
      stream.write(headerOf(frame.length))
      stream.write(frame)
    }
  }
  stream.uncork()
}

/**
 * Hands bytes to the kernel without the stream's own accounting, which costs a tenth of a small write and is there for what does not fit. What the
 * kernel does not take goes the stream's way, and so does everything while something waits there: the order stays. Node writes to this descriptor
 * from this thread alone, and only what was given to the stream.
 */
function writeNow(stream: Socket, bytes: Buffer): void {
  const fd = descriptorOf(stream)
  if (fd < 0 || stream.writableLength > 0 || !stream.writable) return void stream.write(bytes)
  let taken = 0
  try {
    taken = writeSync(fd, bytes)
  } catch {
    // Full (EAGAIN), or gone: the stream waits, or tells who listens.
  }
  if (taken < bytes.length) stream.write(bytes.subarray(taken))
}

/** Negative: none of a plain connection. Under TLS there is one too, but what is written there must be encrypted first. */
function descriptorOf(stream: Socket): number {
  if ('encrypted' in stream) return -1
  const { _handle: handle } = stream as unknown as { _handle?: { fd?: number } | null }
  return handle?.fd ?? -1
}

const KEPT = 4

/** The frames of a tick go to everyone in turn: the last ones made are kept with their header before them. */
export class Framing {
  readonly #kept: { payload: Uint8Array; framed: Buffer }[] = []

  framed(payload: Uint8Array): Buffer {
    for (const entry of this.#kept) if (entry.payload === payload) return entry.framed
    const header = headerOf(payload.length)
    const framed = Buffer.allocUnsafe(header.length + payload.length)
    framed.set(header)
    framed.set(payload, header.length)
    if (this.#kept.length === KEPT) this.#kept.pop()
    this.#kept.unshift({ payload, framed })
    return framed
  }
}

/** An unmasked header, as servers send them. */
function headerOf(length: number): Buffer {
  if (length < 126) return Buffer.from([BINARY, length])
  const header = Buffer.allocUnsafe(length < 65_536 ? 4 : 10)
  header[0] = BINARY
  if (length < 65_536) {
    header[1] = 126
    header.writeUInt16BE(length, 2)
  } else {
    header[1] = 127
    header.writeBigUInt64BE(BigInt(length), 2)
  }
  return header
}
