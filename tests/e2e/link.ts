import { createServer, connect, type Server, type Socket } from 'node:net'

const forbidden = 'HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n'

/**
 * One device’s way to the server: a TCP forwarder of its own on loopback, so that a test can cut a tunnel, stall a bad Wi-Fi and give both back. The browser’s own
 * « offline » would leave an open WebSocket alone.
 */
export class DeviceLink {
  readonly #server: Server
  readonly #sockets = new Set<Socket>()
  /** Those that carry a WebSocket. */
  readonly #live = new Set<Socket>()
  #state: 'open' | 'cut' | 'stalled' | 'filtered' = 'open'
  /** Whether it was ever disturbed: from then on the browser may complain about its network. */
  disturbed = false

  private constructor(target: number) {
    this.#server = createServer((near) => {
      if (this.#state === 'cut') {
        near.destroy()
        return
      }
      const far = connect(target, '127.0.0.1')
      for (const [socket, other] of [
        [near, far],
        [far, near],
      ] as const) {
        this.#sockets.add(socket)
        socket.on('data', (bytes) => (socket === near && this.#isFiltered(near, bytes) ? near.end(forbidden) : other.write(bytes)))
        socket.on('end', () => other.end())
        socket.on('error', () => other.destroy())
        socket.on('close', () => {
          this.#sockets.delete(socket)
          this.#live.delete(socket)
          other.destroy()
        })
      }
      if (this.#state === 'stalled') for (const socket of [near, far]) socket.pause()
    })
  }

  /** Listens on a free port of `host` (a loopback address) and forwards to `target`. */
  static async open(target: number, host = '127.0.0.1'): Promise<DeviceLink> {
    const link = new DeviceLink(target)
    await new Promise<void>((resolve, reject) => {
      link.#server.once('error', reject)
      link.#server.listen(0, host, resolve)
    })
    return link
  }

  get port(): number {
    const address = this.#server.address()
    if (address === null || typeof address === 'string') throw new Error('the link does not listen')
    return address.port
  }

  /** Every connection breaks, new ones are refused. */
  cut(): void {
    this.#state = 'cut'
    this.disturbed = true
    for (const socket of this.#sockets) socket.destroy()
  }

  /** Connections stay, nothing passes either way. */
  stall(): void {
    this.#state = 'stalled'
    this.disturbed = true
    for (const socket of this.#sockets) socket.pause()
  }

  /** As the proxy of a hotel or of an office: pages pass, a WebSocket is forbidden. */
  filter(): void {
    this.#state = 'filtered'
    this.disturbed = true
    for (const socket of this.#live) socket.destroy()
  }

  #isFiltered(near: Socket, bytes: Buffer): boolean {
    if (bytes.subarray(0, 10).toString('latin1') !== 'GET /live/') return false
    this.#live.add(near)
    return this.#state === 'filtered'
  }

  restore(): void {
    this.#state = 'open'
    for (const socket of this.#sockets) socket.resume()
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy()
    await new Promise((resolve) => this.#server.close(resolve))
  }
}
