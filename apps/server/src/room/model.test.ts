import fc from 'fast-check'
import { test } from 'vitest'
import { RandomRoom } from './test/random-room.ts'

const RUNS = Number(process.env['ROOM_RUNS'] ?? (process.env['PROOF'] === 'full' ? 200 : 15))
const PEOPLE = 4

/** The model is what was promised to whom; it stands in the room itself, so that every command only says what happens. */
type Command = fc.AsyncCommand<object, RandomRoom>

const happens = (name: string, run: (room: RandomRoom) => void | Promise<void>): Command => ({
  check: () => true,
  toString: () => name,
  async run(_model, room) {
    await run(room)
    await room.turn()
  },
})

const who = fc.nat({ max: PEOPLE - 1 })
const commands = [
  who.map((n) => happens(`come ${n}`, (room) => room.come(n))),
  who.map((n) => happens(`go ${n}`, (room) => room.go(n))),
  who.map((n) => happens(`close late ${n}`, (room) => room.closeLate(n))),
  who.map((n) => happens(`write ${n}`, (room) => room.write(n))),
  who.map((n) => happens(`write twice ${n}`, (room) => (room.write(n), room.write(n + 1)))),
  fc.constant(happens('act', (room) => room.act())),
  fc
    .tuple(who, fc.constantFrom('decider', 'observer'))
    .map(([n, standing]) => happens(`${n} becomes ${standing}`, (room) => (room.write(n), room.setStanding(n, standing), room.write(n)))),
  fc.constant(happens('the disk is full', (room) => void (room.disk.isFull = true))),
  fc.constant(happens('a sync takes long', (room) => void (room.disk.isSlow = true))),
  fc.constant(happens('the disk heals', (room) => room.disk.heal())),
  fc.constant(happens('evict', (room) => room.evict())),
  fc.constant(happens('kill', (room) => room.kill())),
]

test(
  '[architecture, always 1 2 4 5 9] whatever happens in whatever order: what was promised is kept, nothing stands twice, all read the same',
  { timeout: 12 * 3_600_000 },
  async () => {
    const seed = Number(process.env['SEED'] ?? (process.env['PROOF'] === 'night' ? Date.now() % 2 ** 31 : 7))
    await fc.assert(
      fc.asyncProperty(fc.commands(commands, { maxCommands: 60 }), async (happenings) => {
        const room = await RandomRoom.open(PEOPLE)
        await fc.asyncModelRun(() => ({ model: {}, real: room }), happenings)
        await room.settle()
        await room.close()
      }),
      { numRuns: RUNS, seed, verbose: fc.VerbosityLevel.Verbose },
    )
  },
)
