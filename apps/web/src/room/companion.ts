import { messageTypes, PROTOCOL_VERSION } from '@clairiere/ritual'
import * as encoding from 'lib0/encoding'
import { Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness'
import * as Y from 'yjs'
import type { Identity } from './identity.ts'
import { socketBase } from './socket-base.ts'

const AWARENESS = 1
const FIRST_WAIT_MS = 1_000
const LONGEST_WAIT_MS = 15_000
/** The server gives a sign of life every 12 s: longer silence is a dead link, which TCP alone takes minutes to notice. */
const SILENT_MS = 20_000
const LOOK_EVERY_MS = 5_000

/**
 * Keeps somebody in the circle while their neighbour holds the phone they share: a socket that shows presence and follows nothing, since the room of whoever
 * acts reads the same board. Without it the other would be `away` after two minutes and the rounds would pass them over [contract § Acts].
 */
export class Companion {
  readonly #identity: Identity
  readonly #awareness = new Awareness(new Y.Doc())
  #socket: WebSocket | null = null
  #heardAt = 0
  readonly #looking = setInterval(() => this.#look(), LOOK_EVERY_MS)
  #timer: ReturnType<typeof setTimeout> | undefined
  #waitMs = FIRST_WAIT_MS
  #ended = false

  constructor(identity: Identity) {
    this.#identity = identity
    this.#awareness.setLocalState({ place: 'room' })
    // Awareness renews its own state every fifteen seconds: each renewal goes out, so that others do not let it fade.
    this.#awareness.on('update', this.#show)
    this.#open()
  }

  end(): void {
    this.#ended = true
    clearInterval(this.#looking)
    clearTimeout(this.#timer)
    this.#awareness.off('update', this.#show)
    this.#awareness.destroy()
    this.#socket?.close()
  }

  readonly #show = (): void => {
    if (this.#socket?.readyState !== WebSocket.OPEN) return
    const encoder = encoding.createEncoder()
    encoding.writeVarUint(encoder, AWARENESS)
    encoding.writeVarUint8Array(encoder, encodeAwarenessUpdate(this.#awareness, [this.#awareness.clientID]))
    this.#socket.send(encoding.toUint8Array(encoder))
  }

  #open(): void {
    const { meetingId, personId, generation } = this.#identity
    const address = new URLSearchParams({ v: String(PROTOCOL_VERSION), gen: String(generation), as: personId })
    const socket = new WebSocket(`${socketBase()}/${encodeURIComponent(meetingId)}?${address.toString()}`)
    socket.binaryType = 'arraybuffer'
    this.#socket = socket
    const heard = (): void => void (this.#heardAt = performance.now())
    heard()
    socket.addEventListener('message', heard)
    socket.addEventListener('open', () => {
      heard()
      this.#waitMs = FIRST_WAIT_MS
      const hello = encoding.createEncoder()
      encoding.writeVarUint(hello, messageTypes.json)
      encoding.writeVarString(hello, JSON.stringify({ hello: { clients: [this.#awareness.clientID] } }))
      socket.send(encoding.toUint8Array(hello))
      this.#show()
    })
    socket.addEventListener('close', ({ code }) => {
      // 44xx are for good: the room of whoever acts says what there is to say.
      if (this.#ended || this.#socket !== socket) return
      this.#socket = null
      if (code < 4400 || code >= 4500) this.#openLater()
    })
  }

  /** A close on a dead link is answered by nobody: it is not waited for. */
  #look(): void {
    const socket = this.#socket
    if (socket === null || performance.now() - this.#heardAt <= SILENT_MS) return
    this.#socket = null
    socket.close()
    this.#openLater()
  }

  #openLater(): void {
    this.#timer = setTimeout(() => this.#open(), this.#waitMs)
    this.#waitMs = Math.min(this.#waitMs * 2, LONGEST_WAIT_MS)
  }
}
