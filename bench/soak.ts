import { Client, type SentTimes } from './client.ts'
import type { Door } from './doors.ts'
import { grown, type Living } from './living.ts'
import { Peer } from './peer.ts'
import { pause } from './row.ts'

const ROOMS = 8
const PEOPLE = 5
/** A meeting ends and another begins. */
const ROOM_MS = 10_000
/** Somebody’s page is reloaded. */
const CHURN_MS = 250
const WRITE_MS = 100
const SAMPLE_MS = 2_000
/** Two minutes of silence until someone counts as away, a minute’s grace of a room nobody uses, and a sweep. */
const RELEASE_MS = 240_000
/** Before that, memory is that of a process that still warms up: it is told, not judged. */
const JUDGED_MINUTES = 10
/** What a warm process’s memory may still drift by. */
const DRIFT_MIB_A_MINUTE = 0.25

interface Hall {
  readonly doors: readonly Door[]
  readonly clients: Client[]
}

interface Sample {
  readonly minutes: number
  readonly mib: number
}

/** People come, write, reload and go, in meetings that come and go too. True: memory stands still, and nothing is left behind at the end. */
export async function soak(minutes: number): Promise<boolean> {
  const peer = await Peer.start('clairiere', { isCounted: true })
  try {
    const before = await atRest(peer)
    const samples = await churn(peer, minutes)
    // What is not yet steady is not looked at: the first half, or as long as a room outlives its last device.
    const steady = samples.filter((sample) => sample.minutes > Math.max(minutes / 2, Math.min(minutes * 0.7, 1.5)))
    const { slope, error } = trend(steady)
    const isSteady = minutes < JUDGED_MINUTES || slope <= Math.max(DRIFT_MIB_A_MINUTE, 2 * error)
    console.log(
      `memory: ${slope.toFixed(2)} ± ${error.toFixed(2)} MiB a minute over ${steady.length} samples, last ${samples.at(-1)?.mib.toFixed(0)} MiB${minutes < JUDGED_MINUTES ? ' (too short to be judged)' : ''}`,
    )
    const isClean = await leavesNothing(peer, before)
    return isSteady && isClean
  } finally {
    await peer.stop()
  }
}

async function churn(peer: Peer, minutes: number): Promise<Sample[]> {
  const halls: Hall[] = []
  const samples: Sample[] = []
  const times: SentTimes = new Map()
  const start = performance.now()
  let rooms = 0
  let nextRoom = 0
  let nextChurn = 0
  let nextSample = 0
  for (let turn = 0; performance.now() - start < minutes * 60_000; turn++) {
    const now = performance.now() - start
    if (halls.length < ROOMS || now >= nextRoom) {
      nextRoom = now + ROOM_MS
      halls.push(await open(peer, `soak-${rooms++}`))
      if (halls.length > ROOMS) for (const client of halls.shift()?.clients ?? []) client.leave()
    }
    const hall = halls[turn % halls.length] as Hall
    const seat = turn % PEOPLE
    if (now >= nextChurn) {
      nextChurn = now + CHURN_MS
      hall.clients[seat]?.leave()
      hall.clients[seat] = await Client.enter(hall.doors[seat] as Door)
    }
    const writer = hall.clients[(seat + 1) % PEOPLE] as Client
    writer.send(writer.change(), times)
    writer.moveCaret()
    writer.mark()
    if (now >= nextSample) {
      nextSample = now + SAMPLE_MS
      samples.push({ minutes: now / 60_000, mib: peer.rssKiB() / 1024 })
      if (samples.length % 15 === 1)
        console.error(`${(now / 60_000).toFixed(1)} min  ${rooms} rooms so far, ${samples.at(-1)?.mib.toFixed(0)} MiB`)
    }
    await pause(WRITE_MS)
  }
  for (const client of halls.flatMap(({ clients }) => clients)) {
    if (client.closed !== null) throw new Error(`a device was closed: ${client.closed}`)
    client.leave()
  }
  return samples
}

async function open(peer: Peer, room: string): Promise<Hall> {
  const { doors } = await peer.hall(room, { sockets: PEOPLE })
  return { doors, clients: await Promise.all(doors.map((door) => Client.enter(door))) }
}

interface Rest {
  readonly timers: number
  readonly living: Living
}

/** What a server keeps that has held a meeting and holds none: its reading thread begins with the first. */
async function atRest(peer: Peer): Promise<Rest> {
  const { clients } = await open(peer, 'soak-first')
  for (const client of clients) client.leave()
  await emptied(peer, () => true)
  return { timers: await timersOf(peer), living: await peer.living() }
}

/** All rooms go, all sockets go, and every timer, emitter, document and listener that was not there before. */
async function leavesNothing(peer: Peer, before: Rest): Promise<boolean> {
  const isEmpty = await emptied(peer, (timers) => timers <= before.timers)
  const { objects, listeners } = await peer.living()
  const more = { objects: grown(before.living.objects, objects), listeners: grown(before.living.listeners, listeners) }
  const [rooms, sockets] = [await gauge(peer, 'clairiere_rooms', 'open'), await gauge(peer, 'clairiere_sockets')]
  console.log(`left behind: ${rooms} rooms, ${sockets} sockets, ${(await timersOf(peer)) - before.timers} timers`)
  console.log(`of ${total(objects)} emitters and documents: ${more.objects.join(', ') || 'none new'}`)
  console.log(`of ${total(listeners)} listeners: ${more.listeners.join(', ') || 'none new'}`)
  return isEmpty && more.objects.length === 0 && more.listeners.length === 0
}

/** Waits until no room and no socket is left, and the timers are as wanted; false: they stay. */
async function emptied(peer: Peer, isWanted: (timers: number) => boolean): Promise<boolean> {
  for (const start = performance.now(); performance.now() - start < RELEASE_MS; await pause(1_000)) {
    const left = (await gauge(peer, 'clairiere_rooms', 'open')) + (await gauge(peer, 'clairiere_sockets'))
    if (left === 0 && isWanted(await timersOf(peer))) return true
  }
  return false
}

const timersOf = (peer: Peer): Promise<number> => gauge(peer, 'clairiere_nodejs_active_resources', 'Timeout')

const total = (counts: Readonly<Record<string, number>>): number => Object.values(counts).reduce((all, one) => all + one, 0)

/** One number of `/metrics`; 0 when it is not there. */
async function gauge(peer: Peer, name: string, label?: string): Promise<number> {
  const line = (await peer.metrics())
    .split('\n')
    .find((text) => text.startsWith(name) && /^[ {]/.test(text.slice(name.length)) && (label === undefined || text.includes(`"${label}"`)))
  return Number(line?.split(' ').at(-1) ?? 0)
}

/** Least squares: the slope, and its standard error. */
function trend(samples: readonly Sample[]): { slope: number; error: number } {
  const count = samples.length
  const meanX = samples.reduce((sum, { minutes }) => sum + minutes, 0) / count
  const meanY = samples.reduce((sum, { mib }) => sum + mib, 0) / count
  const spread = samples.reduce((sum, { minutes }) => sum + (minutes - meanX) ** 2, 0)
  const slope = samples.reduce((sum, { minutes, mib }) => sum + (minutes - meanX) * (mib - meanY), 0) / spread
  const rest = samples.reduce((sum, { minutes, mib }) => sum + (mib - meanY - slope * (minutes - meanX)) ** 2, 0)
  return { slope, error: Math.sqrt(rest / Math.max(1, count - 2) / spread) }
}
