import { messageTypes, PROTOCOL_VERSION, ServerMessageSchema, type ClientMessage, type ServerMessage } from '@clairiere/ritual'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import * as v from 'valibot'
import { IndexeddbPersistence } from 'y-indexeddb'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { countingSocket, countsTowardsSaved } from './counting-socket.ts'
import { ownClients, rememberClient } from './own-clients.ts'

/** What a replica tells its owner. */
export interface ReplicaEvents {
  /** Socket, sync or save counts changed. */
  changed(): void
  opened(): void
  message(message: ServerMessage): void
  /** The server closed for good (4400–4499). */
  closed(code: number): void
}

export interface ReplicaAddress {
  /** `ws(s)://host/live` */
  base: string
  meetingId: string
  personId: string
  generation: number
  /** Someone who writes no words: their copy then tidies no formatting either, which every Yjs peer would otherwise do on others' changes, and send [guard.md §4]. */
  readsOnly: boolean
  /** Name of the store on this device: meeting, generation, person and the count of replacements. */
  storeName: string
}

/**
 * One document with its local store and its socket, from its making to its replacement. It knows how much is saved, not what the words mean.
 * The socket opens only once the local store has been read, so that the first sync carries what was typed before [architecture § One way back].
 */
export class Replica {
  readonly doc = new Y.Doc()
  readonly provider: WebsocketProvider
  readonly address: ReplicaAddress
  sent = 0
  saved = 0
  everOpen = false
  /** An attempt to connect came to nothing: from then on « connecting » would promise what does not happen. */
  hasFailed = false
  /** False where the device keeps nothing (private mode, storage full): online work goes on and the status says so. */
  keptHere = true
  unsavedEdits = 0
  readonly #events: ReplicaEvents
  #store: IndexeddbPersistence | null = null
  #destroyed = false

  constructor(address: ReplicaAddress, events: ReplicaEvents) {
    this.address = address
    this.#events = events
    const Socket = countingSocket(
      () => {
        this.sent = 0
        this.saved = 0
      },
      (frame) => {
        if (!countsTowardsSaved(frame)) return
        this.sent += 1
        this.#events.changed()
      },
    )
    this.provider = new WebsocketProvider(address.base, address.meetingId, this.doc, {
      connect: false,
      disableBc: true,
      params: { v: String(PROTOCOL_VERSION), gen: String(address.generation), as: address.personId },
      WebSocketPolyfill: Socket,
      // The stock client has no jitter: each device gets its own ceiling, so that a hall does not come back in one wave.
      maxBackoffTime: 1500 + Math.floor(Math.random() * 2000),
    })
    if (address.readsOnly) {
      this.doc.on('afterTransaction', (transaction: Y.Transaction) => {
        transaction._needFormattingCleanup = false
      })
    }
    this.provider.messageHandlers = [...this.provider.messageHandlers]
    this.provider.messageHandlers[messageTypes.saved] = (_encoder, decoder) =>
      this.#onSaved(decoding.createDecoder(decoding.readVarUint8Array(decoder)))
    this.provider.messageHandlers[messageTypes.json] = (_encoder, decoder) => this.#onJson(decoding.readVarString(decoder))
    this.provider.on('status', ({ status }) => {
      if (status === 'connected') this.#onOpen()
      this.#events.changed()
    })
    this.provider.on('connection-error', () => {
      this.hasFailed = true
      this.#events.changed()
    })
    this.provider.on('sync', () => this.#events.changed())
    this.provider.on('closed', ({ code }) => this.#events.closed(code))
    this.doc.on('update', (_update: Uint8Array, origin: unknown) => {
      if (origin === this.provider || origin === this.#store) return
      this.unsavedEdits += 1
      this.#events.changed()
    })
  }

  get isOpen(): boolean {
    return this.provider.wsconnected
  }

  /** Reads the local store, then connects; a device that cannot store connects all the same. */
  async start(): Promise<void> {
    this.#store = await openLocalStore(this.address.storeName, this.doc)
    this.keptHere = this.#store !== null
    if (this.#destroyed) return
    // Yjs takes a new client id when its own structs come back from the store: the id to declare is the one after loading.
    rememberClient(this.address.storeName, this.doc.clientID)
    this.#events.changed()
    this.provider.connect()
  }

  /** Sends a JSON message if the socket is open; false otherwise. */
  sendJson(message: ClientMessage): boolean {
    const socket = this.provider.ws
    if (!this.isOpen || socket === null || socket.readyState !== WebSocket.OPEN) return false
    const encoder = encoding.createEncoder()
    encoding.writeVarUint(encoder, messageTypes.json)
    encoding.writeVarString(encoder, JSON.stringify(message))
    socket.send(encoding.toUint8Array(encoder))
    return true
  }

  /** Ends socket and local store; what is on disk stays there. */
  async destroy(): Promise<void> {
    this.#destroyed = true
    this.provider.destroy()
    await this.#store?.destroy()
    this.doc.destroy()
  }

  #onOpen(): void {
    this.everOpen = true
    // Before the provider's own SyncStep1, so that the server knows whose the ids are before it is given structs under them.
    this.sendJson({ hello: { clients: [...new Set([...ownClients(this.address.storeName), this.doc.clientID])] } })
    this.#events.opened()
  }

  #onSaved(decoder: decoding.Decoder): void {
    this.saved = decoding.readVarUint(decoder)
    if (this.provider.synced && this.saved >= this.sent) this.unsavedEdits = 0
    this.#events.changed()
  }

  #onJson(text: string): void {
    const parsed = v.safeParse(ServerMessageSchema, JSON.parse(text))
    if (parsed.success) this.#events.message(parsed.output)
  }
}

/** Opens y-indexeddb, or answers null where the browser refuses to store (private mode, full disk). */
const openLocalStore = async (name: string, doc: Y.Doc): Promise<IndexeddbPersistence | null> => {
  try {
    await canStore()
  } catch {
    return null
  }
  const store = new IndexeddbPersistence(name, doc)
  await store.whenSynced
  return store
}

const canStore = (): Promise<void> =>
  new Promise((resolve, reject) => {
    const request = indexedDB.open('clairiere:probe', 1)
    request.onsuccess = () => {
      request.result.close()
      resolve()
    }
    request.onerror = () => reject(request.error ?? new Error('no storage'))
    request.onblocked = () => resolve()
  })
