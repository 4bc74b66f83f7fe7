import { expect, test } from 'vitest'
import { SystemClock } from '../record-clock.ts'
import { MachineOf } from '../test/machine-clocks.ts'
import { Device } from './test/device.ts'
import { evening } from './test/evening.ts'
import { EVENING, MEETING } from './test/rehearsal.ts'
import { until } from './test/until.ts'
import { Room } from './room.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** The evening goes on in a process whose system's clock stands so far from where the last one was (ms). */
async function restarted(by: number) {
  const meeting = await evening()
  const { rehearsal, ada } = meeting
  rehearsal.clock.advance(EVENING + 5 * MINUTE)
  await rehearsal.does(ada, { type: 'propose-item', kind: 'information', title: 'Toit' })
  await rehearsal.room.settled()
  rehearsal.room.release()
  const machine = new MachineOf(new Date(EVENING + 5 * MINUTE + by).toISOString())
  const room = await Room.open(MEETING, { ...rehearsal.means, clock: new SystemClock(machine) })
  if (room === null) throw new Error('no room')
  rehearsal.room = room
  /** When each fact was recorded, as the disk has it. */
  const times = async (): Promise<number[]> => {
    await room.settled()
    const { events } = await rehearsal.reopen()
    return events.map(({ facts }) => Date.parse((JSON.parse(facts) as { stamp: { at: string } }).stamp.at))
  }
  return { ...meeting, machine, room, times }
}

const isForward = (times: readonly number[]): boolean => times.every((at, index) => index === 0 || at >= (times[index - 1] ?? 0))

test.for([-HOUR, -10 * 365 * 24 * HOUR, HOUR])(
  '[always 11] a process that begins with its clock %s ms away: facts go on after the last one, and minutes pass',
  async (by) => {
    const { rehearsal, ada, machine, times } = await restarted(by)
    await rehearsal.does(ada, { type: 'propose-item', kind: 'information', title: 'Mur' })
    machine.runs(MINUTE)
    await rehearsal.does(ada, { type: 'propose-item', kind: 'information', title: 'Cave' })
    const recorded = await times()
    expect(isForward(recorded)).toBe(true)
    expect((recorded.at(-1) ?? 0) - (recorded.at(-2) ?? 0)).toBe(MINUTE)
  },
)

test('[always 11] a clock set back an hour, and one set forward and back, in the middle of a meeting: it goes on, who fell silent is away after two minutes, and no fact is before another', async () => {
  const { rehearsal, ada, dan, machine, room, times } = await restarted(0)
  machine.runs(20 * MINUTE)
  for (const by of [-HOUR, 3 * HOUR, -2 * HOUR]) {
    const device = new Device(room).connect(dan)
    await until('in step', () => device.saved === 1)
    machine.set(by)
    await rehearsal.does(ada, { type: 'propose-item', kind: 'information', title: 'Cave' })
    device.hangUp()
    machine.runs(MINUTE)
    expect(room.board.people[dan]?.presence).toBe('present')
    machine.runs(MINUTE + 1_000)
    expect(room.board.people[dan]?.presence).toBe('away')
  }
  const recorded = await times()
  expect(isForward(recorded)).toBe(true)
  expect((recorded.at(-1) ?? 0) - EVENING).toBeLessThan(40 * MINUTE)
  expect(Math.abs(Date.parse(room.now) - EVENING - 5 * MINUTE - machine.elapsed())).toBeLessThan(2_000)
})
