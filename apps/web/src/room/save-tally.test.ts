import fc from 'fast-check'
import { expect, test } from 'vitest'
import { savedState } from './saved-state.ts'
import { SaveTally } from './save-tally.ts'

type Message = { kind: 'step2' | 'update'; edits: number[]; fate: 'on its way' | 'held' | 'taken' }

/** One device, one server and one socket at a time, of which nothing is promised: it knows which edits the disk has, and what the device was told. */
class Network {
  tally = new SaveTally()
  socket: 'none' | 'open' | 'closing' = 'none'
  synced = false
  edits = 0
  readonly #onDisk = new Set<number>()
  readonly #inServer = new Set<number>()
  #messages: Message[] = []
  #hasSynced = false
  #counts: number[] = []

  edit(): void {
    const edit = this.edits++
    if (this.socket === 'open') this.#send('update', [edit])
    this.tally.edited(this.socket === 'open')
  }

  open(): void {
    if (this.socket !== 'none') return
    this.socket = 'open'
    this.tally.socketMade()
  }

  /** Our side sees the end later than the network: meanwhile frames are not sent any more. */
  closes(): void {
    if (this.socket === 'open') this.socket = 'closing'
  }

  closed(): void {
    this.socket = 'none'
    this.synced = this.#hasSynced = false
    this.#messages = []
    this.#counts = []
  }

  /** The server's SyncStep1 comes, at first or after a gap. */
  asked(): void {
    if (this.socket !== 'open') return
    this.#send('step2', [...Array(this.edits).keys()])
    this.synced = true
  }

  /** The server looks at the oldest message; it may hold it back as a gap, or because its disk is full. */
  judges(takes: boolean): void {
    const message = this.#messages.find(({ fate }) => fate === 'on its way')
    if (!message) return
    if (message.kind === 'step2') this.#hasSynced = takes
    if (!this.#hasSynced) return void (message.fate = 'held')
    if (!takes) {
      message.fate = 'held'
      return
    }
    message.fate = 'taken'
    for (const edit of message.edits) this.#inServer.add(edit)
    if (message.kind === 'step2') for (const older of this.#messages.slice(0, this.#messages.indexOf(message))) older.fate = 'taken'
  }

  syncs(): void {
    for (const edit of this.#inServer) this.#onDisk.add(edit)
    const until = this.#messages.findIndex(({ fate }) => fate !== 'taken')
    this.#counts.push(until < 0 ? this.#messages.length : until)
  }

  hears(): void {
    const count = this.#counts.shift()
    if (count !== undefined && this.socket !== 'none') this.tally.counted(count)
  }

  /** The process is killed: what was not on its disk is gone. */
  crashes(): void {
    this.#inServer.clear()
    for (const edit of this.#onDisk) this.#inServer.add(edit)
    this.closed()
  }

  reloads(): void {
    this.closed()
    const left = this.tally.unsaved
    this.tally = new SaveTally()
    this.tally.leftBefore(left)
  }

  get says(): string {
    return savedState({
      socket: this.socket === 'none' ? 'none' : 'open',
      everTried: true,
      polled: false,
      synced: this.synced,
      allSaved: this.tally.allSaved,
      unsavedEdits: this.tally.unsaved,
      unkeptEdits: 0,
      pendingActs: 0,
      unkeptActs: 0,
      serverSaving: true,
      refused: null,
    }).kind
  }

  get isAllOnDisk(): boolean {
    return this.#onDisk.size === this.edits
  }

  #send(kind: Message['kind'], edits: number[]): void {
    this.#messages.push({ kind, edits, fate: 'on its way' })
    this.tally.frameSent(kind)
  }
}

const moves = {
  edit: (network: Network) => network.edit(),
  open: (network: Network) => network.open(),
  asked: (network: Network) => network.asked(),
  takes: (network: Network) => network.judges(true),
  holds: (network: Network) => network.judges(false),
  syncs: (network: Network) => network.syncs(),
  hears: (network: Network) => network.hears(),
  closes: (network: Network) => network.closes(),
  closed: (network: Network) => network.closed(),
  crashes: (network: Network) => network.crashes(),
  reloads: (network: Network) => network.reloads(),
}
/** How often each: a network that cuts all the time would never get anything saved. */
const often = { edit: 4, open: 4, asked: 3, takes: 6, holds: 1, syncs: 5, hears: 5, closes: 1, closed: 1, crashes: 1, reloads: 1 }
const move = fc.oneof(...Object.entries(often).map(([name, weight]) => ({ arbitrary: fc.constant(name as keyof typeof moves), weight })))

test('« saved » is never said of an edit that is not on the server’s disk, whatever is cut, held back, killed or reloaded', () => {
  let saved = 0
  fc.assert(
    fc.property(fc.array(move, { minLength: 20, maxLength: 60 }), (script) => {
      const network = new Network()
      for (const name of script) {
        moves[name](network)
        if (network.says !== 'saved') continue
        saved += network.edits > 0 ? 1 : 0
        expect(network.isAllOnDisk).toBe(true)
      }
    }),
    { numRuns: 15_000 },
  )
  expect(saved, 'or the test would prove nothing').toBeGreaterThan(100)
})

test('in calm everything is saved in the end', () => {
  const network = new Network()
  for (const name of ['edit', 'open', 'asked', 'edit', 'takes', 'takes', 'syncs', 'hears'] as const) moves[name](network)
  expect([network.says, network.tally.unsaved]).toEqual(['saved', 0])
})
