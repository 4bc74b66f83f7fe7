import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { CheckpointPace } from './checkpoint-pace.ts'
import { attend, bytes, say } from './contract/people.ts'
import type { Reader } from './reader.ts'
import { openSqliteStore } from './sqlite.ts'

describe('the pace of checkpoints', () => {
  let home: string
  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'clairiere-pace-'))
  })
  afterEach(() => rmSync(home, { recursive: true, force: true }))

  test('one every 500 syncs, never two at once, and the long log is cut', async () => {
    const log = join(home, 'log')
    writeFileSync(log, '')
    const kinds: string[] = []
    const underWay: PromiseWithResolvers<boolean>[] = []
    const reader: Pick<Reader, 'checkpoint'> = {
      checkpoint(kind) {
        kinds.push(kind)
        const answer = Promise.withResolvers<boolean>()
        underWay.push(answer)
        return answer.promise
      },
    }
    const pace = new CheckpointPace(reader, log, {})
    const walk = (): void => {
      for (let sync = 0; sync < 500; sync += 1) pace.step()
    }
    walk()
    walk()
    expect(kinds).toEqual(['moved'])
    underWay[0]?.resolve(true)
    await new Promise((resolve) => setImmediate(resolve))
    truncateSync(log, 17 * 1024 * 1024)
    pace.step()
    expect(kinds).toEqual(['moved', 'emptied'])
    underWay[1]?.reject(new Error('the thread died'))
    await pace.stop()
    walk()
    expect(kinds).toHaveLength(2)
  })

  test('a running server moves its log without losing a word', async () => {
    const checkpoints: number[] = []
    const store = await openSqliteStore({
      dataDir: join(home, 'data'),
      durability: 'process',
      watch: { checkpointed: (ms) => checkpoints.push(ms) },
    })
    const opened = await attend(store)
    for (let tick = 1; checkpoints.length === 0 && tick < 20_000; tick += 1) await say(store, opened, { update: bytes(`${tick};`) })
    expect(checkpoints).not.toEqual([])
    const said = opened.journal.seq
    await store.close()
    const next = await openSqliteStore({ dataDir: join(home, 'data'), durability: 'process' })
    expect((await attend(next)).updates).toHaveLength(said)
    await next.close()
  })
})
