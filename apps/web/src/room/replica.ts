import { messageTypes, PROTOCOL_VERSION, ServerMessageSchema, type ClientMessage } from '@clairiere/ritual'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import * as v from 'valibot'
import { messageYjsSyncStep2 } from 'y-protocols/sync'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { Arrivals, LARGE_BYTES } from './arrivals.ts'
import { countingSocket, kindOfFrame } from './counting-socket.ts'
import { LocalStore } from './local-store.ts'
import { mendUndo } from './mend-undo.ts'
import { ownClients, rememberClient } from './own-clients.ts'
import type { ReplicaAddress, ReplicaEvents } from './replica-means.ts'
import { retryWithin } from './retry-within.ts'
import { SaveTally } from './save-tally.ts'
import { answerStep1 } from './step-1.ts'

/** The server gives a sign of life every 12 s: longer silence is a dead link. Ms. */
const SILENT_MS = 20_000
/** Some networks neither open a socket nor refuse it, and browsers wait for minutes; others open one and swallow it. So long to open, as long to the server’s first word, and to any word after an act. Ms. */
const SPEAKS_WITHIN_MS = 8_000

/**
 * One document with its local store and its socket, from its making to its replacement. It knows how much is saved, not what the words mean.
 * The socket opens only once the local store has been read, so that the first sync carries what was typed before [architecture § One way back].
 */
export class Replica {
  readonly doc = new Y.Doc()
  readonly provider: WebsocketProvider
  readonly address: ReplicaAddress
  readonly tally = new SaveTally()
  /** The document's state when all of this person's words were last known to be saved; null: not on this page. */
  savedUpTo: Uint8Array | null = null
  everHeard = false
  /** An attempt to connect came to nothing: from then on « connecting » would promise what does not happen. */
  hasFailed = false
  /** Sockets in a row that came to nothing without a word from the server. */
  unopened = 0
  readonly #events: ReplicaEvents
  #store: LocalStore | null = null
  #isRead = false
  #destroyed = false
  readonly #arrivals = new Arrivals()
  #isArriving = false
  #isHeard = false
  #heard = 0 // how often something came, or a socket ended
  #opening: ReturnType<typeof setTimeout> | undefined

  constructor(address: ReplicaAddress, events: ReplicaEvents) {
    mendUndo()
    this.address = address
    this.#events = events
    const Socket = countingSocket(
      () => this.tally.socketMade(),
      (frame) => {
        const kind = kindOfFrame(frame)
        if (kind === null) return
        this.tally.frameSent(kind)
        this.#events.changed()
      },
    )
    this.provider = new WebsocketProvider(address.base, address.meetingId, this.doc, {
      connect: false,
      disableBc: true,
      params: { v: String(PROTOCOL_VERSION), gen: String(address.generation), as: address.personId },
      WebSocketPolyfill: Socket,
    })
    if (address.readsOnly) {
      this.doc.on('afterTransaction', (transaction: Y.Transaction) => {
        transaction._needFormattingCleanup = false
      })
    }
    this.#listen()
  }

  /** The server speaks first: a socket on which nothing came yet may lead nowhere. */
  get isOpen(): boolean {
    return this.provider.wsconnected && this.#isHeard
  }

  /** False where the device keeps nothing (private mode, storage full): online work goes on and the status says so. Not known yet while it is being read. */
  get keptHere(): boolean {
    return !this.#isRead || (this.#store !== null && this.#store.takes)
  }

  /** Own changes that are not on this device's disk. */
  get unkept(): number {
    return this.#store === null ? this.tally.unsaved : this.#store.unkept
  }

  /** Some of the document was taken, and not all of it yet, perhaps because the socket went meanwhile: what it shows now is not what anybody wrote. */
  get isArriving(): boolean {
    return this.#isArriving
  }

  /** What HTTP brought of the document where no socket opens; it is the server's, as if the socket had brought it. Resolves when it is in the document. */
  async take(update: Uint8Array): Promise<void> {
    if (this.#isTakenInPieces(update)) await this.#bring(update, () => this.#events.changed(), false)
    else {
      this.#apply(update)
      this.#arrives(false)
    }
  }

  /** Reads the local store, then connects; a device that cannot store connects all the same. */
  async start(): Promise<void> {
    if (this.#destroyed) return
    const { storeName } = this.address
    const open = (isLate = false): Promise<LocalStore> => LocalStore.open(storeName, this.doc, () => this.#events.changed(), isLate)
    this.#store = await open().catch(() => null)
    this.#isRead = true
    if (this.#destroyed) return void this.#store?.destroy()
    if (this.#store === null) {
      const again = () => (this.#isArriving ? null : open(true).then((store) => this.#takeLate(store)))
      void import('./late-store.ts').then(({ openLate }) => openLate(again, () => this.#destroyed))
    }
    this.tally.leftBefore(this.#store?.unsentBefore ?? 0)
    // Yjs takes a new client id when its own structs come back from the store: the id to declare is the one after loading.
    rememberClient(storeName, this.doc.clientID)
    this.#events.changed()
    this.provider.connect()
  }

  /** The network may be back, or the page in front again: tries now, and gives up a socket that has been silent for longer than the server ever is. */
  wake(): void {
    const { provider } = this
    if (!this.#isRead || this.#destroyed || !provider.shouldConnect) return
    if (provider.wsconnected && Date.now() - provider.wsLastMessageReceived > SILENT_MS) this.giveUp()
    provider.connect()
  }

  /** Gives up what is open or opening; the next try comes as after any other end. */
  giveUp(): void {
    const { provider } = this
    // A document that is being replaced is not taken up again.
    if (!provider.shouldConnect) return
    provider.disconnect()
    provider.shouldConnect = true
  }

  /** Sends a JSON message if the socket is open and the server has spoken on it; false otherwise. The server answers each: a socket that is silent after one is given up. */
  sendJson(message: ClientMessage): boolean {
    if (!this.isOpen || !this.#send(message)) return false
    const heard = this.#heard
    setTimeout(() => this.#heard === heard && this.giveUp(), SPEAKS_WITHIN_MS)
    return true
  }

  #send(message: ClientMessage): boolean {
    const socket = this.provider.ws
    if (!this.#canSend || socket === null) return false
    const encoder = encoding.createEncoder()
    encoding.writeVarUint(encoder, messageTypes.json)
    encoding.writeVarString(encoder, JSON.stringify(message))
    socket.send(encoding.toUint8Array(encoder))
    return true
  }

  /** Ends socket and local store; what is on disk stays there. */
  async destroy(): Promise<void> {
    this.#destroyed = true
    clearTimeout(this.#opening)
    this.provider.destroy()
    await this.#store?.destroy()
    this.doc.destroy()
  }

  get #canSend(): boolean {
    return this.provider.wsconnected && this.provider.ws?.readyState === WebSocket.OPEN
  }

  /** Sends on the socket of now, and on no later one. */
  #sender(): (frame: Uint8Array<ArrayBuffer>) => void {
    const { ws } = this.provider
    return (frame) => {
      if (ws?.readyState === WebSocket.OPEN) ws.send(frame)
    }
  }

  #apply(update: Uint8Array): void {
    Y.applyUpdate(this.doc, update, this.provider)
  }

  #isTakenInPieces(update: Uint8Array): boolean {
    return update.length > LARGE_BYTES && !this.#arrivals.isUnderWay && !this.#events.isShown()
  }

  #bring(update: Uint8Array, whole: () => void, isOfSocket = true): Promise<void> {
    this.#arrives(true)
    return this.#arrivals.bring(
      update,
      (piece) => this.#apply(piece),
      () => {
        this.#arrives(false)
        whole()
      },
      isOfSocket,
    )
  }

  /** A page that ends meanwhile leaves nothing in its store: the next would show half a meeting. */
  #arrives(is: boolean): void {
    this.#isArriving = is
    this.#store?.hold(is)
  }

  #listen(): void {
    const { provider, doc } = this
    const sync = provider.messageHandlers[0] as (typeof provider.messageHandlers)[number]
    provider.messageHandlers = [...provider.messageHandlers]
    provider.messageHandlers[0] = (encoder, decoder, ...rest) => {
      if (answerStep1(decoder, doc, this.address.storeName, () => this.#sender())) return
      const at = decoder.pos
      const isWhole = decoding.readVarUint(decoder) === messageYjsSyncStep2
      const update = decoding.readVarUint8Array(decoder)
      decoder.pos = at
      if (isWhole && this.#isTakenInPieces(update)) return void this.#bring(update, () => (provider.synced = true))
      if (isWhole) this.#arrives(false) // with the rest, in this task
      sync(encoder, decoder, ...rest)
    }
    provider.messageHandlers[messageTypes.saved] = (_encoder, decoder) =>
      this.#onSaved(decoding.createDecoder(decoding.readVarUint8Array(decoder)))
    provider.messageHandlers[messageTypes.json] = (_encoder, decoder) => this.#onJson(decoding.readVarString(decoder))
    for (const [type, take] of provider.messageHandlers.entries()) {
      const isOfDocument = type < messageTypes.saved
      provider.messageHandlers[type] =
        take &&
        ((...message) => {
          this.#hear()
          this.#arrivals.inOrder({ act: () => take(...message), isOfDocument })
        })
    }
    provider.on('status', ({ status }) => {
      clearTimeout(this.#opening)
      if (status !== 'disconnected') this.#opening = setTimeout(() => this.giveUp(), SPEAKS_WITHIN_MS)
      if (status === 'connected') this.#onOpen()
      this.#events.changed()
    })
    provider.on('connection-close', (event) => {
      clearTimeout(this.#opening)
      this.#isHeard = false
      this.#heard++
      this.#arrivals.giveUp()
      this.hasFailed = true
      // A code of ours, or a restart's, has come through: that network lets sockets pass.
      if (!provider.synced && (event === null || event.code < 1012)) this.unopened += 1
      provider.maxBackoffTime = retryWithin(provider.wsUnsuccessfulReconnects, Math.random())
      this.#events.changed()
    })
    provider.on('sync', (isSynced) => {
      if (isSynced) this.unopened = 0
      this.#events.changed()
    })
    provider.on('closed', ({ code }) => this.#events.closed(code))
    // The provider heard of it first: where its socket is open, the change is on its way.
    doc.on('update', (_update: Uint8Array, _origin: unknown, _doc: Y.Doc, { local }: Y.Transaction) => {
      if (!local) return
      this.tally.edited(this.#canSend) // the store counts for itself, and a moment later
      this.#events.changed()
    })
  }

  /** What is typed is to be kept here all the same, and what waits in its rows to leave: a new socket begins with all that this document has, and counts it. */
  #takeLate(store: LocalStore): void {
    if (this.#destroyed) return void store.destroy()
    this.#store = store
    this.tally.leftBefore(store.unsentBefore)
    store.noteUnsent(this.tally.unsaved)
    if (store.unsentBefore > 0) this.giveUp()
    this.wake()
    this.#events.changed()
  }

  #onOpen(): void {
    // Before the provider's own SyncStep1, so that the server knows whose the ids are before it is given structs under them.
    this.#send({ hello: { clients: [...new Set([...ownClients(this.address.storeName), this.doc.clientID])] } })
    this.#events.opened()
  }

  #hear(): void {
    this.#heard++
    if (this.#isHeard) return
    this.#isHeard = true
    this.everHeard = true
    clearTimeout(this.#opening)
    this.#events.heard()
  }

  #onSaved(decoder: decoding.Decoder): void {
    this.tally.counted(decoding.readVarUint(decoder))
    if (this.tally.allSaved) this.savedUpTo = Y.encodeStateVector(this.doc)
    this.#store?.noteUnsent(this.tally.unsaved)
    this.#events.changed()
  }

  #onJson(text: string): void {
    const parsed = v.safeParse(ServerMessageSchema, JSON.parse(text))
    if (parsed.success) this.#events.message(parsed.output)
  }
}
