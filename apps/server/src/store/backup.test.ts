import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { until } from '../room/test/until.ts'
import { backUp } from './backup.ts'
import { NoBackup } from './backup-contents.ts'
import { attend, bytes, firstSeal, fullTick, say } from './contract/people.ts'
import { openSqliteStore } from './sqlite.ts'
import type { Store } from './store.ts'

describe('a backup', () => {
  let root: string
  let dataDir: string
  let store: Store
  beforeEach(async () => {
    root = mkdtempSync(join(tmpdir(), 'clairiere-backup-'))
    dataDir = join(root, 'data')
    store = await openSqliteStore({ dataDir, durability: 'process' })
  })
  afterEach(async () => {
    if (store.state === 'saving') await store.close()
    rmSync(root, { recursive: true, force: true })
  })

  const copyTo = (name: string, onProgress: (share: number) => void = () => {}) =>
    backUp({ dataDir, target: join(root, name), keysTarget: join(root, `${name}.keys`), now: '2026-12-03T21:00:00.000Z', onProgress })

  test('is of one moment, and says how far it is', async () => {
    const { journal } = await attend(store)
    for (let tick = 0; tick < 4000; tick += 1) journal.append({ update: bytes('x'.repeat(1000)) })
    await store.synced(journal.append({}).mark)
    const shares: number[] = []
    const found = await copyTo('one', (share) => {
      shares.push(share)
      journal.append({ update: bytes('written meanwhile') })
    })
    expect(found).toMatchObject({ meetings: 1, opened: 1, locked: [], damaged: [] })
    expect(shares.length).toBeGreaterThan(3)
    expect(shares).toEqual(shares.toSorted((a, b) => a - b))
    const copy = new DatabaseSync(join(root, 'one', 'clairiere.sqlite'), { readOnly: true })
    expect(copy.prepare("SELECT count(*) AS ticks FROM log WHERE part = 'update'").get()).toMatchObject({ ticks: 4000 })
    copy.close()
    await store.synced(journal.append({}).mark)
  })

  test('made while generations turn is whole, and has the keys of its moment alone', async () => {
    const opened = await attend(store)
    const over = new AbortController()
    const turning = (async () => {
      while (!over.signal.aborted) {
        await say(store, opened, fullTick)
        await opened.journal.seal({ ...firstSeal, minutes: { version: opened.journal.generation, record: bytes('sealed') } })
      }
    })()
    for (let count = 0; count < 8; count += 1) {
      expect(await copyTo(`turning-${count}`)).toMatchObject({ opened: 1, locked: [], damaged: [] })
      expect(readdirSync(join(root, `turning-${count}.keys`, 'm1'))).toHaveLength(1)
    }
    over.abort()
    await turning
  })

  test('that still reads holds no sealing up: the rows go when it has gone', async () => {
    const opened = await attend(store)
    await say(store, opened, fullTick)
    const reader = new DatabaseSync(join(dataDir, 'clairiere.sqlite'))
    reader.exec('BEGIN')
    reader.prepare('SELECT starts FROM server').get()
    expect(await opened.journal.seal(firstSeal)).toEqual({ generation: 2, seq: 1 })
    const stateOf = () => {
      const db = new DatabaseSync(join(dataDir, 'clairiere.sqlite'), { readOnly: true })
      const row = db.prepare('SELECT state FROM generation WHERE n = 1').get()
      db.close()
      return row?.['state']
    }
    expect(stateOf()).toBe('sealing')
    expect(readdirSync(join(dataDir, 'keys', 'm1'))).toEqual(['2.key'])
    await say(store, opened, { update: bytes('words go on') })
    reader.exec('COMMIT')
    reader.close()
    await until('the generation is past', () => stateOf() === 'past', 10_000)
  })

  test('of a meeting without its key says so; of a database that does not stand there is none', async () => {
    const opened = await attend(store)
    await say(store, opened, fullTick)
    rmSync(join(dataDir, 'keys', 'm1', '1.key'))
    expect(await copyTo('keyless')).toMatchObject({ opened: 0, locked: ['m1'] })
    await store.close()
    const db = new DatabaseSync(join(dataDir, 'clairiere.sqlite'))
    db.exec('PRAGMA user_version = 7')
    db.close()
    await expect(copyTo('other')).rejects.toThrow(NoBackup)
    expect(readdirSync(root).toSorted()).toEqual(['data', 'keyless', 'keyless.keys'])
  })
})
