import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import { Seeded } from './guard/rehearsal/seeded.ts'
import { until } from './room/test/until.ts'
import { openSqliteStore } from './store/sqlite.ts'
import { ChildServer } from './test/child-server.ts'
import { CutDisk } from './test/cut-disk.ts'
import { diskCalls, recordedPid, recorder } from './test/disk-calls.ts'
import { Participant } from './test/participant.ts'

const CUTS = Number(process.env['RECORDED_CUTS'] ?? (process.env['PROOF'] === 'full' ? 20 : 5))
const FIRST_SEED = Number(process.env['SEED'] ?? (process.env['PROOF'] === 'night' ? Date.now() % 2 ** 31 : 1))
/** Words and persons. From 500 syncs on the log is moved into the database, which is then written too. */
const WRITES = CUTS >= 100 ? 2_000 : 150
const WRITERS = 4
/** Written again and again, each by one person: a meeting takes five hundred. */
const WORDS = 40
/** Our clock and the recorder’s are the same, read a little apart. Ms. */
const APART_MS = 2

const hasRecorder = spawnSync('strace', ['--seccomp-bpf', '-f', '-o', '/dev/null', 'true']).status === 0
if (!hasRecorder) process.stdout.write('no strace on this machine: no power cut is replayed from what a server really wrote\n')

let root: string
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'clairiere-recorded-'))
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

const now = (): number => performance.timeOrigin + performance.now()

/** What somebody was told is safe, and when they heard it: that a person is in the meeting, or one version of a word. */
interface Promised {
  readonly name: string
  readonly version: number
  readonly ms: number
}

const post = async (url: string, body: object): Promise<Record<string, unknown>> => {
  const headers = { 'content-type': 'application/json' }
  return (await (await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) })).json()) as Record<string, unknown>
}

/** People come and write for a while over real sockets; the server is killed in the middle of it. */
async function anEvening(server: ChildServer): Promise<{ id: string; promised: Promised[] }> {
  const url = await server.url()
  const made = await post(`${url}/api/meetings`, { title: 'Réunion' })
  const id = String(made['meetingId'])
  const promised: Promised[] = [{ name: id, version: 0, ms: now() }]
  const key = (made['links'] as { host: string }).host.split('#')[1]
  const comes = async (name: string): Promise<string> => {
    const joined = await post(`${url}/api/meetings/${id}/join`, { key, name })
    promised.push({ name: String(joined['participantId']), version: 0, ms: now() })
    return String(joined['token'])
  }
  const writers: Participant[] = []
  const waiting: { name: string; version: number; writer: Participant; sent: number }[] = []
  const note = (): void => {
    while (waiting.length > 0) {
      const first = waiting.findIndex(({ writer, sent }) => writer.saved >= sent)
      if (first < 0) return
      promised.push(...waiting.splice(first, 1).map(({ name, version }) => ({ name, version, ms: now() })))
    }
  }
  for (let index = 0; index < WRITERS; index++)
    writers.push(await new Participant(url, id, { token: await comes(`Plume ${index}`), v: '1' }).connect())
  for (let count = 0; count < WRITES; count++) {
    if (count % 3 === 0) await comes(`Personne ${count}`)
    const writer = writers[count % WRITERS] as Participant
    const name = `w${count % WORDS}`
    writer.doc.getMap('learnings').set(name, { kind: 'learning', text: String(count), rank: 1 })
    waiting.push({ name, version: count, writer, sent: writer.sent })
    await new Promise((resolve) => setImmediate(resolve))
    note()
  }
  await until('nearly all of it is saved', () => (note(), waiting.length < WRITERS), 60_000)
  for (const writer of writers) writer.leave()
  return { id, promised }
}

/** What the store has of the meeting: the version of each word, and all of its facts as text. Null: nothing. */
async function recovered(dataDir: string, id: string): Promise<{ words: Y.Map<unknown>; facts: string } | null> {
  const store = await openSqliteStore({ dataDir, durability: 'power' })
  try {
    const opened = await store.open(id, { committed: () => {}, synced: () => {} })
    if (opened === null) return null
    const doc = new Y.Doc()
    for (const part of [opened.snapshot, ...opened.updates]) if (part) Y.applyUpdate(doc, part.update)
    expect(doc.store.pendingStructs).toBeNull()
    opened.journal.release()
    return { words: doc.getMap('learnings'), facts: JSON.stringify([id, opened.seed, opened.events]) }
  } finally {
    await store.close()
  }
}

type Found = Awaited<ReturnType<typeof recovered>>

const isThere = (found: Found, { name, version }: Promised): boolean => {
  if (found === null) return false
  if (!name.startsWith('w')) return found.facts.includes(name)
  return Number((found.words.get(name) as { text?: string } | undefined)?.text ?? -1) >= version
}

test.runIf(hasRecorder)(
  `a power cut anywhere in what a real server wrote, ${CUTS} times: it starts again, and nothing that was called saved is missing`,
  { timeout: 12 * 3_600_000 },
  async () => {
    const record = join(root, 'record')
    const dataDir = join(root, 'data')
    const server = await ChildServer.start({ LOG_LEVEL: 'error', RATE_LIMITS: '1000' }, dataDir, recorder(record, process.execPath))
    // Its recorder, killed, would leave it running.
    const { id, promised } = await anEvening(server).finally(() => process.kill(recordedPid(record), 'SIGKILL'))
    await server.over()
    // What SQLite rebuilds, and the lock, which is not the meeting's.
    const calls = diskCalls(record, dataDir, (path) => path.endsWith('-shm') || path.includes('lock.sqlite'))
    const disk = new CutDisk(dataDir, calls)
    const serverKey = readFileSync(join(dataDir, 'keys', 'server.key'))
    let kept = 0
    for (let seed = FIRST_SEED; seed < FIRST_SEED + CUTS; seed++) {
      const random = new Seeded(seed)
      const { position, ms } = random.pick(disk.moments)
      const due = promised.filter((one) => one.ms + APART_MS <= ms)
      const copy = join(root, `cut-${seed}`)
      disk.cut(position, random, copy)
      const found = await recovered(copy, id).catch((cause: unknown) => {
        throw new Error(`SEED=${seed}: ${String(cause)}`, { cause })
      })
      expect(
        due.filter((one) => !isThere(found, one)),
        `SEED=${seed}, cut at ${position}`,
      ).toEqual([])
      // With another one, nobody would be let in again.
      expect(due.length === 0 || readFileSync(join(copy, 'keys', 'server.key')).equals(serverKey), `SEED=${seed}: the server’s key`).toBe(
        true,
      )
      kept += due.length
      rmSync(copy, { recursive: true })
    }
    const syncs = calls.filter(({ does }) => does === 'sync').length
    process.stdout.write(
      `${CUTS} power cuts from SEED=${FIRST_SEED} in ${calls.length} recorded calls, ${syncs} of them syncs: ${kept} times something promised, 0 lost\n`,
    )
    expect(kept).toBeGreaterThan(CUTS)
  },
)
