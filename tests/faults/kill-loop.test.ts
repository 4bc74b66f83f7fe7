import { afterAll, beforeAll, expect, test } from 'vitest'
import { Chance } from '@clairiere/ritual/chance'
import { dose, firstSeed } from '../dose.ts'
import { call, Person } from '../player/person.ts'
import { TestServer } from '../player/server.ts'
import { until } from '../player/until.ts'
import { Ledger } from './ledger.ts'
import { noteIn, wordsIn, Writer, type Joined, type Page } from './writer.ts'

// Each y-websocket provider listens for the end of the process, and there are many in this one.
process.setMaxListeners(200)

const ROUNDS = dose('KILL_ROUNDS', { desk: 3, full: 15 })
/** A round adds up to 66 learnings, and a meeting takes 500. */
const ROUNDS_PER_MEETING = 6
const WRITERS = 5

let server: TestServer
beforeAll(async () => {
  server = await TestServer.start()
})
afterAll(() => server.remove())

/** One meeting, its writers, and somebody who only reads, each time on a device that has nothing. */
interface Scene {
  readonly page: Page
  readonly ledger: Ledger
  readonly writers: readonly Writer[]
  readonly reader: Joined
}

const openScene = async (): Promise<Scene> => {
  const { url } = server
  const made = await call('POST', `${url}/api/meetings`, { title: 'Panne', purpose: 'essayer', scheduledStart: new Date().toISOString() })
  const meetingId = String(made.json['meetingId'])
  const links = made.json['links'] as Record<'host' | 'join', string>
  const join = async (name: string, link: 'host' | 'join' = 'join'): Promise<Joined> => {
    const key = links[link].split('#')[1]
    const { json } = await call('POST', `${url}/api/meetings/${meetingId}/join`, { key, name })
    return { participantId: String(json['participantId']), token: String(json['token']), generation: Number(json['generation']), name }
  }
  const reader = await join('Ada Lecture', 'host')
  const others: Joined[] = []
  for (let index = 0; index < WRITERS; index++) others.push(await join(`Plume ${String.fromCharCode(65 + index)} Roux`))
  const ada = new Person(url, meetingId, reader)
  await ada.connect()
  const { id: itemId } = await ada.does({
    type: 'propose-item',
    kind: 'information',
    title: 'Le courant',
    expectation: 'Écouter',
    plannedMinutes: 5,
  })
  const page = { url, meetingId, itemId }
  const ledger = new Ledger()
  const writers = others.map((joined) => new Writer(joined, page, ledger))
  for (const writer of writers) await writer.person.connect()
  for (const person of [ada, ...writers.map((writer) => writer.person)]) await person.does({ type: 'agree-frame' })
  await ada.does({ type: 'list-item', itemId })
  await ada.does({ type: 'open' })
  ada.leave()
  return { page, ledger, writers, reader }
}

/** Everyone writes until the server is killed in the middle of it. */
const writeUntilKilled = async ({ writers }: Scene, chance: Chance): Promise<void> => {
  const last = 10 + chance.int(300)
  let death: Promise<void> | null = null
  for (let count = 0; count < last + 20; count++) {
    chance.pick(writers).write(chance)
    if (count === last) death = server.stop('SIGKILL')
    if (chance.once(5)) await new Promise((resolve) => setImmediate(resolve))
    if (chance.once(25)) {
      for (const writer of writers) writer.noteSaved()
      chance.pick(writers).look(writers)
    }
  }
  await death
  for (const writer of writers) writer.cut()
  for (const writer of writers) writer.look(writers)
}

/** What a device that has nothing is shown. */
const readAfresh = async ({ page, reader }: Scene): Promise<Person> => {
  const fresh = new Person(page.url, page.meetingId, reader)
  await fresh.connect()
  return fresh
}

const playRound = async (scene: Scene, chance: Chance): Promise<void> => {
  const { writers, ledger, page } = scene
  await writeUntilKilled(scene, chance)
  // Killed again while it starts, wherever that is by then.
  if (chance.once(3)) await server.stumble(20 + chance.int(500))
  await server.restart()
  const fresh = await readAfresh(scene)
  expect(ledger.broken(wordsIn(fresh.doc, page.itemId), { all: false }), 'after the kill').toEqual([])
  expect(fresh.doc.store.pendingStructs).toBeNull()
  if (chance.once(2)) chance.pick(writers).loseDevice()
  for (const writer of writers) await writer.comeBack()
  // A map has no order of its own; the note has, and is compared as it reads.
  const shown = ({ doc }: Person): string => JSON.stringify([noteIn(doc, page.itemId), wordsIn(doc, page.itemId).toSorted()])
  await until('everyone reads the same', () => writers.every(({ person }) => shown(person) === shown(fresh)), 20_000)
  expect(ledger.broken(wordsIn(fresh.doc, page.itemId), { all: true }), 'when all are back').toEqual([])
  fresh.leave()
}

test(
  `[pitfall 4] kill -9, ${ROUNDS} times while five people write: nothing that was saved or seen by another is lost, nothing is there twice`,
  { timeout: 60_000 + ROUNDS * 60_000 },
  async () => {
    const seed = firstSeed()
    const chance = new Chance(seed)
    let scene = await openScene()
    const sums = { done: 0, saved: 0, relayed: 0 }
    for (let round = 1; round <= ROUNDS; round++) {
      try {
        await playRound(scene, chance)
      } catch (cause) {
        throw new Error(`SEED=${seed}, round ${round}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause })
      }
      if (round % ROUNDS_PER_MEETING !== 0 && round < ROUNDS) continue
      for (const writer of scene.writers) writer.person.leave()
      for (const key of ['done', 'saved', 'relayed'] as const) sums[key] += scene.ledger.counts[key]
      if (round < ROUNDS) scene = await openScene()
    }
    process.stdout.write(`kill loop, SEED=${seed}: ${ROUNDS} kills, ${JSON.stringify(sums)}\n`)
    expect(sums.saved).toBeGreaterThan(ROUNDS * 10)
    expect(sums.relayed).toBeGreaterThan(ROUNDS * 10)
  },
)
