import { randomBytes } from 'node:crypto'
import { parse } from 'valibot'
import { minutesRecord, printJson } from '@clairiere/minutes'
import { NewMeetingSchema, judgeJoin, newBoard, readWords, ulid, type ActInput, type NewMeetingInput } from '@clairiere/ritual'
import { createLog, type Log } from '../../log.ts'
import { ManualClock } from '../../record-clock.ts'
import { MemoryDisk, openMemoryStore, type MemorySeams } from '../../store/memory.ts'
import type { OpenedMeeting, Store } from '../../store/store.ts'
import type { ActAnswer } from '../first-answers.ts'
import { Room } from '../room.ts'
import { makeSnapshot } from '../snapshot.ts'
import type { RoomMeans } from '../room-means.ts'
import { Device, actId } from './device.ts'
import type { MachineTime } from './machine-time.ts'

export const MEETING = 'rehearsal'
/** An evening in December: 18:00 in Paris. */
export const EVENING = Date.parse('2026-12-03T17:00:00.000Z')
const chance = (count: number): Uint8Array => new Uint8Array(randomBytes(count))

/** A real room on a memory store, with its time moved by hand. */
export class Rehearsal {
  clock = new ManualClock(EVENING)
  readonly means: RoomMeans
  readonly disk: MemoryDisk
  /** All lines of the log. */
  readonly lines: string[] = []
  /** The machine's time (ms), which nobody but the test moves. */
  machine = 0
  room: Room

  private constructor(disk: MemoryDisk, means: RoomMeans, room: Room) {
    this.disk = disk
    this.means = means
    this.room = room
  }

  /** `time`: the machine's, when the test wants to move that too. `more`: what the room is handed otherwise. */
  static async start(
    given: Partial<NewMeetingInput> = {},
    seams: MemorySeams = {},
    time?: MachineTime,
    more: Partial<RoomMeans> = {},
  ): Promise<Rehearsal> {
    const disk = new MemoryDisk(seams)
    const store = await openMemoryStore(disk)
    const input = { title: 'Répétition', purpose: 'essayer', scheduledStart: '2026-12-03T17:00:00.000Z', ...given }
    const { previous: _none, ...body } = parse(NewMeetingSchema, input)
    const board = newBoard(body, { id: MEETING, now: new Date(EVENING).toISOString() })
    await store.createMeeting({ meetingId: MEETING, meta: '{"renewals":0}', seed: { board: JSON.stringify(board), update: null } })
    const clock = new ManualClock(EVENING)
    const self: { machine: () => number } = { machine: () => 0 }
    const lines: string[] = []
    const log: Log = createLog('debug', { write: (line) => void lines.push(line) })
    const means = {
      ...meansOf(store, clock, log, () => self.machine()),
      ...(time !== undefined && { after: time.after.bind(time) }),
      ...more,
    }
    const room = await Room.open(MEETING, means)
    if (room === null) throw new Error('the meeting was not made')
    const rehearsal = new Rehearsal(disk, means, room)
    Object.assign(rehearsal, { clock, lines })
    self.machine = () => time?.now ?? rehearsal.machine
    return rehearsal
  }

  async join(
    name: string,
    { standing = 'decider', host = false }: { standing?: 'decider' | 'observer'; host?: boolean } = {},
  ): Promise<string> {
    const personId = ulid(this.clock.now(), chance)
    const joining = { personId, name, voices: [], standing, device: 'phone', remote: false, newcomer: false, host } as const
    const joined = await this.room.take((board) => judgeJoin(board, joining))
    if (!joined.ok) throw new Error(joined.refused)
    return personId
  }

  device(): Device {
    return new Device(this.room)
  }

  perform(personId: string, act: ActInput, id = actId()): Promise<ActAnswer> {
    return this.room.perform({ kind: 'person', personId }, { id, act })
  }

  async does(personId: string, act: ActInput, id = actId()): Promise<string> {
    const answer = await this.perform(personId, act, id)
    if (!answer.ok) throw new Error(`${act.type}: ${answer.refused}`)
    return id
  }

  /** What the disk holds of the meeting, as another process would read it. */
  async reopen(): Promise<OpenedMeeting> {
    const opened = await (await openMemoryStore(this.disk)).open(MEETING, { committed: () => {}, synced: () => {} })
    if (opened === null) throw new Error('the meeting is gone')
    return opened
  }

  /** After `room.release()`: read again from the same store. */
  async open(): Promise<void> {
    const room = await Room.open(MEETING, this.means)
    if (room === null) throw new Error('the meeting is gone')
    this.room = room
  }

  /** As after a kill -9: what was not written is gone, and another process reads the disk. */
  async restart(): Promise<void> {
    const store = await openMemoryStore(this.disk)
    // The timers of the process that is gone went with it.
    this.clock = new ManualClock(this.clock.now())
    const means = meansOf(store, this.clock, this.means.log, this.means.now)
    const room = await Room.open(MEETING, means)
    if (room === null) throw new Error('the meeting is gone')
    this.room = room
    Object.assign(this, { means })
  }
}

function meansOf(store: Store, clock: ManualClock, log: Log, now: () => number): RoomMeans {
  return {
    store,
    clock,
    now,
    after: (ms, run) => {
      const timer = setTimeout(run, ms)
      return () => clearTimeout(timer)
    },
    log,
    snapshots: { make: async (parts) => makeSnapshot(parts) },
    watch: {},
    rateLimits: 1,
    random: () => 0.5,
    newId: () => ulid(randomBytes(6).readUIntBE(0, 6), chance),
    owes: (meetingId) => ({ kind: 'untold', hash: 'owed', meetingId, subject: actId(), expiresAt: null }),
    writeRecord: (board, words) =>
      new TextEncoder().encode(printJson(minutesRecord(board, readWords(words), { now: new Date(clock.now()).toISOString() }))),
  }
}
