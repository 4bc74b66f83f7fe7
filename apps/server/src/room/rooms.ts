import { JournalFrozen, NotSaving } from '../store/faults.ts'
import { Room } from './room.ts'
import type { RoomMeans } from './room-means.ts'
import { Slices } from './slices.ts'

/** A room that nobody uses stays in memory for so long, for those who reload a page. */
const GRACE_MS = 60_000
const SWEEP_MS = 1_000

/** The rooms in memory: each opened once however many ask, swept together, released when idle. Made in `main`, handed to whoever needs it. */
export class Rooms {
  readonly #means: RoomMeans
  readonly #graceMs: number
  readonly #opening = new Map<string, Promise<Room | null>>()
  readonly #open = new Map<string, { room: Room; usedAt: number }>()
  readonly #timer: NodeJS.Timeout
  readonly #stopListening: () => void
  #isClosing = false

  constructor(means: RoomMeans, graceMs = GRACE_MS) {
    this.#means = means
    this.#graceMs = graceMs
    this.#timer = setInterval(() => this.sweep(), SWEEP_MS)
    this.#timer.unref()
    this.#stopListening = means.store.onState(() => this.tellStatus())
  }

  get size(): number {
    return this.#open.size
  }

  get sockets(): number {
    let count = 0
    for (const { room } of this.#open.values()) count += room.sockets
    return count
  }

  get slowSockets(): number {
    return [...this.#open.values()].reduce((sum, { room }) => sum + room.strain.slowSockets, 0)
  }

  /** Of the largest document in memory, and of that with most client ids; 0: there is none. */
  get largest(): { bytes: number; ids: number } {
    const sizes = [...this.#open.values()].map(({ room }) => room.size)
    return { bytes: Math.max(0, ...sizes.map(({ bytes }) => bytes)), ids: Math.max(0, ...sizes.map(({ ids }) => ids)) }
  }

  /** Age (ms) of the oldest write of any room that no sync of the disk covers yet; 0: all is synced. */
  get oldestUnsavedMs(): number {
    const since = [...this.#open.values()].flatMap(({ room }) => room.strain.unsavedSince ?? [])
    return since.length === 0 ? 0 : this.#means.now() - Math.min(...since)
  }

  /** The room of a meeting, opened if need be; null: no such meeting. Use it now: it may be released a minute later. Throws `NotSaving` when the server goes. */
  async open(meetingId: string): Promise<Room | null> {
    const open = this.#open.get(meetingId)
    await open?.room.untilOpen()
    if (open?.room.isReleased === true) this.#open.delete(meetingId) // it could not be read again: another try
    else if (open !== undefined) {
      open.usedAt = this.#means.now()
      return open.room
    }
    if (this.#isClosing) throw new NotSaving('the server is closing')
    const opening = this.#opening.get(meetingId) ?? this.#read(meetingId)
    this.#opening.set(meetingId, opening)
    return opening
  }

  /**
   * Does something in a meeting's room, opened if need be. A room that was released before anything could be written is opened again, once: what
   * was frozen changed nothing. Null: no such meeting.
   */
  async within<T>(meetingId: string, work: (room: Room) => Promise<T>): Promise<T | null> {
    const room = await this.open(meetingId)
    if (room === null) return null
    try {
      return await work(room)
    } catch (fault) {
      if (!(fault instanceof JournalFrozen) || !room.isReleased) throw fault
      const again = await this.open(meetingId)
      return again === null ? null : work(again)
    }
  }

  /** Everything written so far, in every room, is synced: for whoever moved the clock. */
  async settled(): Promise<void> {
    await Promise.all([...this.#open.values()].map(({ room }) => room.settled()))
  }

  /** Whether we save, and the record's time, for everyone in every room. */
  tellStatus(): void {
    for (const { room } of this.#open.values()) room.tellStatus()
  }

  /** Once a second: signs of life, slow sockets, and rooms that are no longer needed. */
  sweep(): void {
    const now = this.#means.now()
    for (const [meetingId, { room, usedAt }] of this.#open) {
      this.#sweepOne(room)
      if (room.sockets > 0) this.#touch(meetingId, now)
      else if (now - usedAt >= this.#graceMs && room.isIdle) {
        this.#open.delete(meetingId)
        room.release()
      }
    }
  }

  /** Ends every room cleanly: nothing is lost and everyone is told to come back, within about `overMs`. */
  async close(overMs = 0): Promise<void> {
    this.#isClosing = true
    clearInterval(this.#timer)
    await Promise.all(this.#opening.values())
    const slices = new Slices(this.sockets, overMs)
    await Promise.all([...this.#open.values()].map(({ room }) => room.close(() => slices.turn())))
    this.#open.clear()
    this.#stopListening()
  }

  async #read(meetingId: string): Promise<Room | null> {
    try {
      const started = this.#means.now()
      const room = await Room.open(meetingId, this.#means)
      this.#means.watch.loaded?.(this.#means.now() - started)
      if (room !== null) this.#open.set(meetingId, { room, usedAt: this.#means.now() })
      return room
    } finally {
      this.#opening.delete(meetingId)
    }
  }

  /** One bad room slows no other [architecture, always 10]. */
  #sweepOne(room: Room): void {
    try {
      room.sweep()
    } catch (fault) {
      this.#means.log.error('a sweep failed', { meetingId: room.meetingId }, fault)
    }
  }

  #touch(meetingId: string, now: number): void {
    const open = this.#open.get(meetingId)
    if (open !== undefined) open.usedAt = now
  }
}
