import * as Y from 'yjs'
import { Rehearsal } from './rehearsal.ts'
import { Device } from './device.ts'
import { until } from './until.ts'

/** A disk that fails and hesitates as it is told to. */
export class MoodyDisk {
  isFull = false
  isSlow = false
  readonly #held: (() => void)[] = []

  before = (): void => {
    if (this.isFull) throw Object.assign(new Error('no room'), { code: 'ENOSPC' })
  }

  sync = (): Promise<void> => (this.isSlow ? new Promise((resolve) => this.#held.push(resolve)) : Promise.resolve())

  heal(): void {
    this.isFull = false
    this.isSlow = false
    for (const release of this.#held.splice(0)) release()
  }
}

/** Somebody's one device: a document that outlives its sockets, as a device's own store makes it. */
interface Holder {
  readonly personId: string
  device: Device | null
  /** What it would read from its own store. */
  kept: Uint8Array
}

/**
 * A room, its people, and the small model it is held against: which words and facts somebody has been promised. Every method is one thing that
 * may happen at any moment.
 */
export class RandomRoom {
  readonly disk: MoodyDisk
  rehearsal: Rehearsal
  readonly #host: string
  readonly #holders: readonly Holder[]
  readonly #promisedWords = new Set<string>()
  readonly #promisedFacts = new Set<string>()
  readonly #written = new Map<string, { holder: Holder; count: number; on: Device }>()
  #count = 0

  private constructor(disk: MoodyDisk, rehearsal: Rehearsal, host: string, people: readonly string[]) {
    this.disk = disk
    this.rehearsal = rehearsal
    this.#host = host
    this.#holders = people.map((personId) => ({ personId, device: null, kept: Y.encodeStateAsUpdate(new Y.Doc()) }))
  }

  static async open(people: number): Promise<RandomRoom> {
    const disk = new MoodyDisk()
    const rehearsal = await Rehearsal.start({}, { before: disk.before, sync: disk.sync })
    const host = await rehearsal.join('Ada', { host: true })
    const ids: string[] = []
    for (let index = 0; index < people; index++) ids.push(await rehearsal.join(`Ben ${'abcdefgh'[index]}`))
    // Whoever facilitates changes standings.
    for (const personId of [host, ...ids]) await rehearsal.does(personId, { type: 'set-voices', voices: [] })
    await rehearsal.does(host, { type: 'open' })
    await rehearsal.does(host, { type: 'claim-role', role: 'facilitator', rank: 'holder' })
    return new RandomRoom(disk, rehearsal, host, ids)
  }

  come(who: number): void {
    const holder = this.#holderOf(who)
    if (holder.device !== null) return
    holder.device = this.rehearsal.device()
    Y.applyUpdate(holder.device.doc, holder.kept)
    holder.device.connect(holder.personId)
  }

  go(who: number): void {
    const holder = this.#holderOf(who)
    const { device } = holder
    if (device === null) return
    this.#look()
    holder.kept = Y.encodeStateAsUpdate(device.doc)
    device.hangUp()
    holder.device = null
  }

  /** A close that arrives when a later socket of the same person is there. */
  closeLate(who: number): void {
    const { device } = this.#holderOf(who)
    this.go(who)
    this.come(who)
    device?.hangUp()
  }

  write(who: number): void {
    const holder = this.#holderOf(who)
    const { device } = holder
    const word = `w${++this.#count}`
    if (device === null || device.closed !== null) return
    device.doc.getMap('learnings').set(word, { kind: 'learning', text: word, rank: 0 })
    this.#written.set(word, { holder, count: device.sent, on: device })
  }

  /** A fact by the host, over HTTP; it is promised once it is answered. */
  act(): void {
    const title = `f${++this.#count}`
    const answer = this.rehearsal.perform(this.#host, { type: 'propose-item', kind: 'information', title })
    answer.then(
      (given) => given.ok && this.#promisedFacts.add(title),
      () => undefined, // the process was killed before
    )
  }

  setStanding(who: number, standing: 'decider' | 'observer'): void {
    const { personId } = this.#holderOf(who)
    this.rehearsal.perform(this.#host, { type: 'set-standing', personId, standing }).catch(() => undefined)
  }

  /** Leaves the memory if it may, and is read again; what says that it may not is held against what is unsaved. */
  async evict(): Promise<void> {
    const { room } = this.rehearsal
    const hasPeople = this.#holders.some(({ device }) => device !== null && device.closed === null)
    if (room.isIdle && (hasPeople || this.disk.isFull || this.disk.isSlow)) {
      // Idle with somebody here is never right; with a bad disk only when nothing at all waits for it.
      if (hasPeople) throw new Error('a room with people in it calls itself idle')
    }
    if (!room.isIdle || this.disk.isFull) return
    room.release()
    await this.rehearsal.open()
  }

  /** kill -9, and a start on what the disk holds; who was there comes back by and by. */
  async kill(): Promise<void> {
    this.#look()
    for (const holder of this.#holders) {
      if (holder.device === null) continue
      holder.kept = Y.encodeStateAsUpdate(holder.device.doc)
      holder.device.forget()
      holder.device = null
    }
    this.disk.heal()
    await this.rehearsal.restart()
    this.#assertPromises('after a kill')
  }

  /** Between two things: some turns of the loop. */
  async turn(): Promise<void> {
    for (let turns = 0; turns < 4; turns++) await new Promise((resolve) => setImmediate(resolve))
    this.rehearsal.room.tellStatus()
    this.#dropRefused()
    this.#look()
    this.#assertSound()
  }

  /** Everything heals, everyone comes back: all read the same, and nothing that was promised is missing. */
  async settle(): Promise<void> {
    this.disk.heal()
    await until('it saves', () => this.rehearsal.means.store.state === 'saving', 10_000)
    this.rehearsal.room.tellStatus()
    for (const who of this.#holders.keys()) this.come(who)
    const devices = (): Device[] => this.#holders.flatMap(({ device }) => device ?? [])
    await until(
      'all is saved or refused',
      () => devices().every((device) => device.closed !== null || (device.sent > 0 && device.saved === device.sent)),
      10_000,
    )
    this.#dropRefused()
    await this.rehearsal.room.settled()
    await until('all read the same', () => devices().every(({ doc }) => shown(doc) === shown(this.rehearsal.room.doc)), 10_000)
    this.#look()
    this.#assertPromises('at the end')
    const left = [...this.#written].filter(([word, { holder, on }]) => holder.device === on && !hasWord(this.rehearsal.room.doc, word))
    if (left.length > 0) throw new Error(`${left.map(([word]) => word).join(', ')} never arrived, and nobody was told`)
  }

  async close(): Promise<void> {
    await this.rehearsal.room.close()
  }

  /** A refused device starts afresh: what it had not delivered is given back to its owner, and is no longer on its way. */
  #dropRefused(): void {
    for (const holder of this.#holders) {
      if (holder.device === null || holder.device.closed === null) continue
      for (const [word, { on }] of this.#written) if (on === holder.device) this.#written.delete(word)
      holder.kept = Y.encodeStateAsUpdate(new Y.Doc())
      holder.device = null
      this.rehearsal.machine += 11_000
    }
  }

  /** Takes down what has been promised by now: saved to its author, or seen by another. */
  #look(): void {
    for (const [word, { holder, count, on }] of this.#written) {
      if (holder.device === on && on.saved >= count) this.#promisedWords.add(word)
      const others = this.#holders.filter((other) => other !== holder)
      if (others.some(({ device }) => device !== null && hasWord(device.doc, word))) this.#promisedWords.add(word)
    }
  }

  #assertPromises(when: string): void {
    const { doc, board } = this.rehearsal.room
    const titles = new Set(Object.values(board.items).map(({ title }) => title))
    const lost = [...this.#promisedWords]
      .filter((word) => !hasWord(doc, word))
      .concat([...this.#promisedFacts].filter((fact) => !titles.has(fact)))
    if (lost.length > 0) throw new Error(`${lost.join(', ')} lost ${when}`)
    if (Object.keys(board.items).length !== titles.size) throw new Error(`a fact stands twice ${when}`)
  }

  #assertSound(): void {
    const { room } = this.rehearsal
    if (room.doc.store.pendingStructs !== null) throw new Error('the room holds pending structs')
    for (const { device } of this.#holders) {
      if (device !== null && device.saved > device.sent) throw new Error('more is saved than was sent')
    }
  }

  #holderOf(who: number): Holder {
    const holder = this.#holders[who % this.#holders.length]
    if (holder === undefined) throw new Error('nobody is here')
    return holder
  }
}

const hasWord = (doc: Y.Doc, word: string): boolean => doc.getMap('learnings').has(word)

/** Maps have no order of their own. */
function shown(doc: Y.Doc): string {
  const sorted = (root: string): string =>
    JSON.stringify(Object.entries(doc.getMap(root).toJSON()).toSorted(([a], [b]) => (a < b ? -1 : 1)))
  return sorted('learnings') + sorted('board')
}
