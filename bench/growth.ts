import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Peer } from './peer.ts'
import { plot, type Line } from './plot.ts'
import { measureTyping, type Typing } from './rows/typing.ts'

const page = fileURLToPath(new URL('./growth.svg', import.meta.url))

/** The same writers, more readers; then more rooms of five with a writer each, at so many updates a second altogether. */
const byPeople: readonly Typing[] = [10, 100, 1_000].map((people) => ({ rooms: 1, people, writers: 10, hertz: 2, seconds: 5 }))
const byRooms: readonly Typing[] = [
  { rooms: 1, people: 5, writers: 1, hertz: 20, seconds: 5 },
  { rooms: 100, people: 5, writers: 1, hertz: 1, seconds: 5 },
  { rooms: 1_000, people: 5, writers: 1, hertz: 0.4, seconds: 5 },
]

/** What one delivered update costs us as a room, or the number of rooms, grows by tens; drawn into growth.svg when `writes`. */
export async function measureGrowth(say: (line: string) => void, writes: boolean): Promise<void> {
  const lines: Line[] = [
    { title: 'people in one room', points: await measureAll(byPeople, ({ people }) => people, 'people', say) },
    { title: 'rooms of five', points: await measureAll(byRooms, ({ rooms }) => rooms, 'rooms', say) },
  ]
  if (writes) writeFileSync(page, plot('CPU ms per 1,000 delivered updates', lines, new Date().toISOString().slice(0, 10)))
}

async function measureAll(
  loads: readonly Typing[],
  size: (typing: Typing) => number,
  what: string,
  say: (line: string) => void,
): Promise<Line['points']> {
  const points: { x: number; y: number }[] = []
  for (const typing of loads) {
    const peer = await Peer.start('clairiere')
    try {
      const { cpu = Number.NaN, p50, p99, rss } = await measureTyping(peer, typing)
      points.push({ x: size(typing), y: cpu })
      say(
        `growth  ${size(typing)} ${what}: ${cpu.toFixed(1)} ms per 1,000 delivered, p50 ${p50?.toFixed(1)}, p99 ${p99?.toFixed(1)} ms, ${rss?.toFixed(0)} MiB`,
      )
    } finally {
      await peer.stop()
    }
  }
  return points
}
