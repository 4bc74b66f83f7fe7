import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { ConfigError } from '../config-error.ts'
import { attend, emptySeed, fullTick, say } from './contract/people.ts'
import { NotSaving } from './faults.ts'
import { openSqliteStore } from './sqlite.ts'
import type { Store } from './store.ts'

describe('the data directory', () => {
  let root: string
  const opened: Store[] = []
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'clairiere-data-'))
  })
  afterEach(async () => {
    for (const store of opened.splice(0)) if (store.state === 'saving') await store.close()
    rmSync(root, { recursive: true, force: true })
  })

  async function start(dataDir = join(root, 'data')): Promise<Store> {
    const store = await openSqliteStore({ dataDir, durability: 'process' })
    opened.push(store)
    return store
  }

  async function refusal(dataDir?: string): Promise<string> {
    const fault = await start(dataDir).then(
      () => null,
      (thrown: unknown) => thrown,
    )
    if (!(fault instanceof ConfigError)) throw new Error('the start was not refused with a sentence', { cause: fault })
    expect(fault.say('fr')).not.toBe(fault.say('en'))
    return fault.message
  }

  test('is made at the first start, open to its owner alone where the keys are', async () => {
    const store = await start()
    await store.createMeeting({ meetingId: 'm1', meta: '{}', seed: emptySeed })
    const keys = join(root, 'data', 'keys')
    expect(statSync(keys).mode & 0o777).toBe(0o700)
    expect(statSync(join(keys, 'm1')).mode & 0o777).toBe(0o700)
    expect(statSync(join(keys, 'm1', '1.key')).mode & 0o777).toBe(0o600)
  })

  test('belongs to one server at a time', async () => {
    const first = await start()
    expect(await refusal()).toContain('already using')
    await first.close()
    await start()
  })

  test('that cannot be written stops the start with a sentence', async () => {
    writeFileSync(join(root, 'file'), '')
    expect(await refusal(join(root, 'file', 'data'))).toContain('cannot be written')
    mkdirSync(join(root, 'odd', 'clairiere.sqlite'), { recursive: true })
    expect(await refusal(join(root, 'odd'))).toContain('cannot be written')
  })

  test('with a damaged database stops the start, and frees the directory', async () => {
    mkdirSync(join(root, 'data'))
    writeFileSync(join(root, 'data', 'clairiere.sqlite'), 'this is no database '.repeat(500))
    expect(await refusal()).toContain('damaged')
    rmSync(join(root, 'data', 'clairiere.sqlite'))
    await start()
  })

  test('of a later version is left alone', async () => {
    await (await start()).close()
    const db = new DatabaseSync(join(root, 'data', 'clairiere.sqlite'))
    db.exec('PRAGMA user_version = 1000')
    db.close()
    expect(await refusal()).toContain('later version')
  })

  test('whose database is gone does not lose its keys too', async () => {
    const store = await start()
    await say(store, await attend(store), fullTick)
    await store.close()
    cpSync(join(root, 'data', 'keys'), join(root, 'restored', 'keys'), { recursive: true })
    expect(await refusal(join(root, 'restored'))).toContain('not their database')
    expect(await refusal(join(root, 'restored'))).toContain('not their database')
    expect(readdirSync(join(root, 'restored', 'keys', 'm1'))).toEqual(['1.key'])
  })

  test('drops keys that no generation knows, and half-written ones', async () => {
    const store = await start()
    await attend(store)
    await store.close()
    const keys = join(root, 'data', 'keys')
    cpSync(join(keys, 'm1', '1.key'), join(keys, 'm1', '2.key'))
    cpSync(join(keys, 'm1'), join(keys, 'never-made'), { recursive: true })
    writeFileSync(join(keys, 'm1', '3.key.new'), 'half')
    await start()
    expect(readdirSync(keys)).toEqual(['m1'])
    expect(readdirSync(join(keys, 'm1'))).toEqual(['1.key'])
  })

  test('keeps no key of a meeting that did not fit on the disk', async () => {
    let isFull = false
    const before = (step: string): void => {
      if (isFull && step === 'commit') throw Object.assign(new Error('database or disk is full'), { errcode: 13 })
    }
    const store = await openSqliteStore({ dataDir: join(root, 'data'), durability: 'process', seams: { before } })
    opened.push(store)
    isFull = true
    await expect(store.createMeeting({ meetingId: 'm1', meta: '{}', seed: emptySeed })).rejects.toThrow(NotSaving)
    expect(readdirSync(join(root, 'data', 'keys'))).toEqual([])
    isFull = false
    await new Promise<void>((resolve) => store.onState(() => resolve()))
    expect(await store.createMeeting({ meetingId: 'm1', meta: '{}', seed: emptySeed })).toBe(true)
  })

  test('a meeting whose key is gone is not opened, and the others are', async () => {
    const store = await start()
    for (const meetingId of ['m1', 'm2']) await store.createMeeting({ meetingId, meta: '{}', seed: emptySeed })
    rmSync(join(root, 'data', 'keys', 'm1', '1.key'))
    await expect(attend(store, 'm1')).rejects.toMatchObject({ name: 'Unreadable' })
    expect(await attend(store, 'm2')).toMatchObject({ generation: 1 })
  })
})
