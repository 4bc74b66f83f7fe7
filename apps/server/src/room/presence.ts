import type { PersonId } from '@clairiere/ritual'
import { awarenessFrame, type AwarenessEntry } from './protocol.ts'

/** Bytes of one device's state: a caret and a place, not a document. */
const MAX_STATE_LENGTH = 4096
/** A page and the document it is replaced by after a refusal. */
const MAX_IDS_PER_DEVICE = 2
/** A clock may not run away: the last one allowed would silence its owner for ever. */
const MAX_CLOCK_STRIDE = 2 ** 20
/** Entries of a frame that are looked at, past those of everybody here: what stock clients repeat of people who have left. */
const MAX_STRANGE = 256
/** States of one frame that are read: a device has two. */
const MAX_READ = 8

/** Whose entries may change: one socket, compared by identity. */
export interface Device {
  readonly personId: PersonId
}

interface Entry extends AwarenessEntry {
  readonly device: Device
}

/**
 * Who is here and where their caret stands, for one room: a table of last words, with no timer and no history. A device changes only entries bound to
 * it; what it repeats of others (stock clients echo everything) is left out without a word. States are parsed once, on the way in, to be stamped
 * with the person's true name, and relayed as text.
 */
export class Presence {
  readonly #entries = new Map<number, Entry>()
  readonly #idsOf = new Map<Device, Set<number>>()
  readonly #changed = new Set<number>()
  /** Who is here as a frame, encoded once for all who ask until it changes. */
  #all: Uint8Array | null = null
  readonly #introduced = new WeakSet<Device>()
  readonly #stamp: (personId: PersonId) => object
  readonly #claim: (clientId: number, personId: PersonId) => boolean

  /**
   * `stamp`: what is written over a state so that nobody appears under another's name. `claim`: gives the id to the person for the document too, before
   * anyone else can see it and write under it; false when it is another's.
   */
  constructor(stamp: (personId: PersonId) => object, claim: (clientId: number, personId: PersonId) => boolean) {
    this.#stamp = stamp
    this.#claim = claim
  }

  /** Takes in what is the device's own. True: there is something to relay. `admits`: asked for each state; one that is too much is worth nothing a second later, and left out. */
  receive(device: Device, entries: readonly AwarenessEntry[], admits: () => boolean = () => true): boolean {
    // A socket that comes back says its own state first, with the clock it had. What it says later under that clock is an echo of what it was told:
    // of the page before it, if the person reloaded, and that one is to fade.
    const isFirst = !this.#introduced.has(device)
    this.#introduced.add(device)
    let read = 0
    for (const entry of entries.slice(0, this.#entries.size + MAX_STRANGE)) {
      if (!this.#mayWrite(device, entry, isFirst)) continue
      if (++read > MAX_READ || !admits()) break
      const state = this.#stamped(device, entry.state)
      // claimed last: an id is not given for a state that is none
      if (state === null || (!this.#entries.has(entry.clientId) && !this.#claim(entry.clientId, device.personId))) continue
      this.#put({ ...entry, state, device })
    }
    return this.hasNews
  }

  get hasNews(): boolean {
    return this.#changed.size > 0
  }

  /** The device is gone for good, and its entries with it: y-protocols takes a null of the same clock for a departure. */
  leave(device: Device): void {
    for (const clientId of this.#idsOf.get(device) ?? []) {
      const entry = this.#entries.get(clientId)
      if (entry !== undefined && entry.state !== 'null') this.#put({ ...entry, state: 'null' })
    }
  }

  /** Entries changed since the last call, only the latest of each. */
  takeNews(): readonly AwarenessEntry[] {
    const news: AwarenessEntry[] = []
    for (const clientId of this.#changed) {
      const entry = this.#entries.get(clientId)
      if (entry === undefined) continue
      news.push(entry)
      if (entry.state === 'null') this.#drop(entry)
    }
    this.#changed.clear()
    return news
  }

  /** All who are here, as a frame for whoever just came. */
  get frame(): Uint8Array {
    this.#all ??= awarenessFrame(this.all())
    return this.#all
  }

  /** All who are here. */
  all(): readonly AwarenessEntry[] {
    return [...this.#entries.values()].filter((entry) => entry.state !== 'null')
  }

  #put(entry: Entry): void {
    const held = this.#entries.get(entry.clientId)
    if (held !== undefined && held.device !== entry.device) this.#drop(held)
    this.#entries.set(entry.clientId, entry)
    const ids = this.#idsOf.get(entry.device)
    if (ids === undefined) this.#idsOf.set(entry.device, new Set([entry.clientId]))
    else ids.add(entry.clientId)
    this.#changed.add(entry.clientId)
    this.#all = null
  }

  #drop({ clientId, device }: Entry): void {
    this.#entries.delete(clientId)
    const ids = this.#idsOf.get(device)
    ids?.delete(clientId)
    if (ids?.size === 0) this.#idsOf.delete(device)
  }

  #mayWrite(device: Device, { clientId, clock, state }: AwarenessEntry, isFirst: boolean): boolean {
    const held = this.#entries.get(clientId)
    if (held !== undefined && held.device !== device && held.device.personId !== device.personId) return false
    if (held !== undefined)
      return clock > held.clock - (isFirst && held.device !== device ? 1 : 0) && clock <= held.clock + MAX_CLOCK_STRIDE
    if (state === 'null' || clock > MAX_CLOCK_STRIDE) return false
    return (this.#idsOf.get(device)?.size ?? 0) < MAX_IDS_PER_DEVICE
  }

  #stamped(device: Device, state: string): string | null {
    if (state === 'null') return state
    if (state.length > MAX_STATE_LENGTH) return null
    const parsed = parseObject(state)
    if (parsed === null) return null
    const user = typeof parsed['user'] === 'object' && parsed['user'] !== null ? parsed['user'] : {}
    return JSON.stringify({ ...parsed, user: { ...user, ...this.#stamp(device.personId) } })
  }
}

function parseObject(json: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(json)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : null
  } catch {
    return null
  }
}
