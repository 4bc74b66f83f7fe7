import * as Y from 'yjs'
import { Device } from './device.ts'
import { EDITS } from './edits.ts'
import type { Seeded } from './seeded.ts'
import { Stage, word, type Message } from './stage.ts'
import type { Verdict } from '../verdict.ts'

/** Stock Yjs now and then writes an undo that replicas would disagree about (yjs/yjs#794); such a meeting ends there. */
export class UndoTrap extends Error {}

export interface Weather {
  /** The server stops uncleanly now and then, and forgets the words since its last fact. */
  readonly crashes: boolean
}

/** Honest people on bad networks: they edit, lose messages, go offline, reload, undo. Everything they send is to be accepted. */
export class Gathering {
  readonly devices: Device[]
  stage: Stage
  applied = 0
  /** How often a replica was told to start afresh. */
  resets = 0
  crashes = 0
  /** How often somebody was asked to sync again. */
  gaps = 0
  readonly #late = new Set<Device>()
  readonly #random: Seeded
  readonly #weather: Weather
  readonly #behind = new Set<Device>()
  #stored: Uint8Array = Uint8Array.of(0, 0)

  constructor(random: Seeded, weather: Weather = { crashes: false }) {
    this.#random = random
    this.#weather = weather
    const device = (name: string, isReader = false): Device => new Device(name, isReader ? 'reader' : 'writer', random)
    this.devices = [device('ada'), device('ada'), device('ben'), device('cyd'), device('eve', true)]
    this.stage = this.#open([])
    for (const one of this.devices) one.connect(this.#vector())
  }

  step(): void {
    const random = this.#random
    const device = random.pick(this.devices)
    const choice = random.int(1000)
    if (choice < 450) this.#edit(device)
    else if (choice < 600) device.listen()
    else if (choice < 800) this.#tick(1 + random.int(5))
    else if (choice < 910) device.connect(this.#vector())
    else if (choice < 930) device.disconnect()
    else if (choice < 940) this.#reload(device)
    else if (choice < 950) this.#writeFact()
    else if (choice > 995 && this.#weather.crashes) this.#crash()
    else if (device.standing === 'writer' && random.once(2)) device.undo.undo()
    else if (device.standing === 'writer') device.undo.redo()
  }

  /**
   * Everybody comes back, and all that is on its way arrives. Whose store came late connects once more: what it brought and what had to
   * wait for the server was never said if it stands under an id of an earlier page, which nobody goes on from; only a new connection says it.
   */
  settle(): void {
    for (const device of this.#late) device.disconnect()
    for (let quiet = false; !quiet;) {
      quiet = this.#behind.size === 0
      for (const device of this.#behind) device.hear({ type: 'step1', bytes: this.#vector() })
      this.#behind.clear()
      for (const device of this.devices) {
        device.connect(this.#vector())
        while (device.listen()) quiet = false
      }
      while (this.#tick(3)) quiet = false
    }
  }

  #open(owners: readonly [client: number, principal: string][]): Stage {
    const stage = new Stage({ stored: { state: this.#stored, owners } })
    stage.doc.clientID = this.#random.int(2 ** 32)
    stage.doc.on('update', (bytes: Uint8Array) => this.devices.forEach((one) => one.hear({ type: 'update', bytes })))
    return stage
  }

  #vector(): Uint8Array {
    return Y.encodeStateVector(this.stage.doc)
  }

  #edit(device: Device): void {
    if (device.standing === 'reader') return
    const edit = this.#random.pick(EDITS)
    if (this.#random.once(3)) device.doc.transact(() => edit(device.doc, this.#random))
    else edit(device.doc, this.#random)
  }

  /** A fact is on disk before anyone sees it, and with it everything before. */
  #writeFact(): void {
    this.stage.doc.getMap('facts').set('now', this.#random.int(1000))
    this.#stored = Y.encodeStateAsUpdate(this.stage.doc)
  }

  #crash(): void {
    this.crashes++
    this.#behind.clear()
    for (const device of this.devices) device.disconnect()
    this.stage = this.#open(this.stage.guard.owners())
  }

  #reload(device: Device): void {
    // A store that comes late sends what others wrote as an update; that is only well while the server has it all.
    const isStoreLate = !this.#weather.crashes && this.#random.once(2)
    device.reload(isStoreLate)
    if (!isStoreLate) return
    this.#late.add(device)
    device.connect(this.#vector())
    for (let frames = this.#random.int(4); frames > 0; frames--) {
      device.listen()
      this.#tick(1)
    }
    device.loadStore()
  }

  /** One tick of the server with what arrives from up to `count` devices. */
  #tick(count: number): boolean {
    const batch: { device: Device; message: Message }[] = []
    let heard = false
    for (let left = count; left > 0; left--) {
      const device = this.#random.once(4) ? this.#random.pick(this.devices) : this.devices.find((one) => one.online && one.waiting)
      const frame = device?.arriving() ?? null
      if (device === undefined || frame === null) continue
      heard = true
      if (frame.type === 'step1') {
        device.hear({ type: 'step2', bytes: Y.encodeStateAsUpdate(this.stage.doc, frame.bytes) })
        continue
      }
      if (frame.type === 'step2') device.answered = true
      if (!device.answered) continue
      const { principal, standing } = device
      batch.push({ device, message: { update: frame.bytes, sender: { principal, standing, kind: frame.type, frozen: false } } })
    }
    const verdicts = this.stage.tick(batch.map(({ message }) => message))
    for (const [index, verdict] of verdicts.entries()) {
      const device = batch[index]?.device
      if (device !== undefined) this.#answer(device, verdict)
    }
    return heard
  }

  #answer(device: Device, verdict: Verdict): void {
    if (verdict.outcome === 'apply' || verdict.outcome === 'noop') {
      if (verdict.outcome === 'apply') this.applied++
      if (verdict.outcome === 'apply' && verdict.ahead.length > 0) this.#behind.add(device)
      if (verdict.droppedDeletes === 0) return
      this.resets++
      device.reset()
      return
    }
    if (word(verdict) === 'conflicting-struct' && hasCrossedItem(device.doc)) throw new UndoTrap()
    // What the store brings late may have to wait for what the server brings, and is then integrated as the server's: the device never
    // says it, and goes on from it. It is asked for all that it has.
    if (verdict.outcome === 'gap' && this.#late.has(device)) return this.#askAgain(device)
    if (this.crashes === 0 || verdict.outcome === 'refuse') throw new Error(`${device.principal}: ${JSON.stringify(verdict)}`)
    this.#behind.add(device)
  }

  #askAgain(device: Device): void {
    this.gaps++
    device.answered = false
    device.hear({ type: 'step1', bytes: this.#vector() })
  }
}

/** True when a replica holds an item whose right origin does not stand right of its origin. */
function hasCrossedItem(doc: Y.Doc): boolean {
  for (const structs of doc.store.clients.values()) {
    for (const struct of structs) {
      if (!(struct instanceof Y.Item) || struct.rightOrigin === null || struct.origin === null) continue
      const right = Y.getItem(doc.store, struct.rightOrigin)
      let at: Y.Item | null = struct.right
      while (at !== null && at !== right) at = at.right
      if (right instanceof Y.Item && at === null) return true
    }
  }
  return false
}
