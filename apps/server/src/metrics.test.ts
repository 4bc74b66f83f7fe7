import { describe, expect, test } from 'vitest'
import { closeLabel, createMetrics } from './metrics.ts'
import { gaugeStore, storeWatch } from './store-metrics.ts'
import { attend, fullTick, say } from './store/contract/people.ts'
import { MemoryDisk, openMemoryStore } from './store/memory.ts'

describe('metrics', () => {
  test('count apart in two servers of one process', async () => {
    const [one, other] = [createMetrics(), createMetrics()]
    one.joins.inc()
    expect(await one.text()).toContain('clairiere_joins_total 1')
    expect(await other.text()).toContain('clairiere_joins_total 0')
  })

  test('a peer’s close code makes no series of its own', () => {
    expect([1000, 1001, 1006, 1009, 1012, 4403, 4529].map(closeLabel)).toEqual(['1000', '1001', '1006', '1009', '1012', '4403', '4529'])
    expect(new Set(Array.from({ length: 2_000 }, (_, code) => closeLabel(3_000 + code))).size).toBeLessThan(15)
  })

  test('follow a store at work', async () => {
    const metrics = createMetrics()
    const store = await openMemoryStore(new MemoryDisk(), storeWatch(metrics, { listenerFault: () => {}, erasureFault: () => {} }))
    gaugeStore(metrics, store)
    await say(store, await attend(store), fullTick)
    const text = await metrics.text()
    expect(text).toMatch(/clairiere_commit_seconds_count [1-9]/)
    expect(text).toMatch(/clairiere_sync_seconds_count [1-9]/)
    expect(text).toContain('clairiere_is_saving 1')
    await store.close()
    expect(await metrics.text()).toContain('clairiere_is_saving 0')
  })
})
