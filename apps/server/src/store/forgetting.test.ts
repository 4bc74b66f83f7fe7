import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { attend, bytes, firstSeal, fullTick, reopen, say, text } from './contract/people.ts'
import { openSqliteStore } from './sqlite.ts'
import type { Store } from './store.ts'

/** The whole of it on real files: with the thread, the syncs and the checkpoints of a running server. */
describe('forgetting', () => {
  let dataDir: string
  let store: Store
  beforeEach(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'clairiere-forget-'))
    store = await openSqliteStore({ dataDir, durability: 'power' })
  })
  afterEach(async () => {
    await store.close()
    rmSync(dataDir, { recursive: true, force: true })
  })

  const said = [
    'une phrase confidentielle',
    'la météo de Ben',
    'person-ben',
    'act-1',
    'weather-words',
    'un peu de brume',
    'secret snapshot',
    'réunion',
  ]

  test('no word, name or act is on the disk in clear while the meeting lives', async () => {
    const opened = await attend(store)
    await say(store, opened, fullTick)
    await opened.journal.compact({ upto: opened.journal.seq, update: bytes('secret snapshot'), verify: () => true })
    for (const word of said) expect(filesWith(dataDir, bytes(word)), word).toEqual([])
    const again = await reopen(store, opened)
    expect([text(again.snapshot?.update), again.seed]).toEqual(['secret snapshot', '{"title":"réunion"}'])
  })

  test('[§2.7] what the key of a generation wrote is gone once it is sealed, and so is the key', async () => {
    const opened = await attend(store)
    await say(store, opened, fullTick)
    for (let tick = 0; tick < 450; tick += 1) opened.journal.append({ update: bytes(`word ${tick}`), facts: '[]' })
    await opened.journal.compact({ upto: opened.journal.seq, update: bytes('secret snapshot'), verify: () => true })
    const boxes = boxesOf(dataDir)
    const key = readFileSync(join(dataDir, 'keys', 'm1', '1.key'))
    expect(boxes.length).toBeGreaterThan(900)
    for (const box of [boxes[0], boxes.at(-1)]) expect(filesWith(dataDir, box ?? key)).not.toEqual([])

    await opened.journal.seal(firstSeal)
    const everything = Buffer.concat(files(dataDir).map((path) => readFileSync(path)))
    expect(boxes.filter((box) => everything.includes(box))).toEqual([])
    expect(everything.includes(key)).toBe(false)
    expect(readdirSync(join(dataDir, 'keys', 'm1'))).toEqual(['2.key'])
    expect(filesWith(dataDir, bytes('le compte-rendu, version 1'))).not.toEqual([])
  })

  test('a purged meeting leaves neither a box nor a name', async () => {
    const opened = await attend(store, 'meeting-to-purge')
    await say(store, opened, fullTick)
    await opened.journal.seal(firstSeal)
    opened.journal.release()
    await store.purgeMeeting('meeting-to-purge')
    expect(filesWith(dataDir, bytes('meeting-to-purge'))).toEqual([])
    expect(filesWith(dataDir, bytes('le compte-rendu, version 1'))).toEqual([])
    expect(readdirSync(join(dataDir, 'keys'))).toEqual([])
  })

  test('confidences of one to two hundred letters weigh the same', async () => {
    const opened = await attend(store)
    const about = { kind: 'ballot', person: 'p', subject: 's' }
    await say(store, opened, { confidences: [{ ...about, payload: 'A' }] })
    const [short] = boxesOf(dataDir, 'entry')
    await say(store, opened, { confidences: [{ ...about, payload: 'B'.repeat(180) }] })
    const [long] = boxesOf(dataDir, 'entry')
    expect(short?.length).toBe(long?.length)
  })
})

/** Every box of the database, read on a connection of its own. */
function boxesOf(dataDir: string, ...tables: readonly string[]): Buffer[] {
  const db = new DatabaseSync(join(dataDir, 'clairiere.sqlite'), { readOnly: true })
  const named = tables.length > 0 ? tables : ['log', 'snapshot', 'entry']
  const boxes = named.flatMap((table) =>
    db
      .prepare(`SELECT data FROM ${table}`)
      .all()
      .map((row) => row['data']),
  )
  db.close()
  return boxes.filter((box) => box instanceof Uint8Array).map((box) => Buffer.from(box))
}

function files(directory: string): string[] {
  const entries = readdirSync(directory, { recursive: true, withFileTypes: true })
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
}

function filesWith(directory: string, needle: Uint8Array): string[] {
  return files(directory).filter((path) => readFileSync(path).includes(Buffer.from(needle)))
}
