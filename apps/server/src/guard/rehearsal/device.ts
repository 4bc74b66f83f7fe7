import * as Y from 'yjs'
import type { Seeded } from './seeded.ts'
import type { Standing } from './stage.ts'

export type Frame = { readonly type: 'step1' | 'step2' | 'update'; readonly bytes: Uint8Array }

/** Names the changes that must not be sent back. */
const FROM_SERVER = 'server'
const FROM_STORE = 'store'

/** One tab of one person: a replica, a local store of every update it saw, and a stock connection that may break at any moment. */
export class Device {
  readonly principal: string
  readonly standing: Standing
  readonly #random: Seeded
  readonly #gc: boolean
  readonly #store: Uint8Array[] = []
  #toServer: Frame[] = []
  #toDevice: Frame[] = []
  doc: Y.Doc
  undo: Y.UndoManager
  online = false
  /** The server ignores updates until this connection has answered its SyncStep1. */
  answered = false

  constructor(principal: string, standing: Standing, random: Seeded) {
    this.principal = principal
    this.standing = standing
    this.#random = random
    this.#gc = !random.once(4)
    const fresh = this.#open()
    this.doc = fresh.doc
    this.undo = fresh.undo
  }

  connect(serverVector: Uint8Array): void {
    if (this.online) return
    this.online = true
    this.answered = false
    this.#toServer = [{ type: 'step1', bytes: Y.encodeStateVector(this.doc) }]
    this.#toDevice = [{ type: 'step1', bytes: serverVector }]
  }

  /** Everything on its way is lost. */
  disconnect(): void {
    this.online = false
    this.#toServer = []
    this.#toDevice = []
  }

  /** The page is loaded again: a new replica under a new id; the store may come only after the connection. */
  reload(isStoreLate: boolean): void {
    this.disconnect()
    this.doc.destroy()
    Object.assign(this, this.#open())
    if (!isStoreLate) this.loadStore()
  }

  /** Forgets everything and starts as a new device does. */
  reset(): void {
    this.#store.length = 0
    this.reload(false)
  }

  loadStore(): void {
    // As y-indexeddb: in one transaction, which the connection passes on like an edit.
    this.doc.transact(() => this.#store.slice().forEach((update) => Y.applyUpdate(this.doc, update)), FROM_STORE)
  }

  /** Takes in the next frame from the server. */
  listen(): boolean {
    const frame = this.#toDevice.shift()
    if (frame === undefined) return false
    if (frame.type === 'step1') this.#send({ type: 'step2', bytes: Y.encodeStateAsUpdate(this.doc, frame.bytes) })
    else Y.applyUpdate(this.doc, frame.bytes, FROM_SERVER)
    return true
  }

  get waiting(): boolean {
    return this.#toServer.length > 0
  }

  /** The next frame that reaches the server. */
  arriving(): Frame | null {
    return this.#toServer.shift() ?? null
  }

  hear(frame: Frame): void {
    if (this.online) this.#toDevice.push(frame)
  }

  #send(frame: Frame): void {
    if (this.online) this.#toServer.push(frame)
  }

  #open(): { doc: Y.Doc; undo: Y.UndoManager } {
    const doc = new Y.Doc({ gc: this.#gc })
    doc.clientID = this.#random.int(2 ** 32)
    for (const name of ['note:0', 'note:1']) doc.getXmlFragment(name)
    const scope = [
      doc.getText('draft:0'),
      doc.getText('draft:1'),
      doc.getMap('cards'),
      doc.getXmlFragment('note:0'),
      doc.getXmlFragment('note:1'),
    ]
    doc.getMap('facts')
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== FROM_STORE) this.#store.push(update)
      if (origin !== FROM_SERVER) this.#send({ type: 'update', bytes: update })
    })
    return { doc, undo: new Y.UndoManager(scope, { captureTimeout: 0 }) }
  }
}
