import { statfsSync } from 'node:fs'
import type { Metrics } from './metrics.ts'
import type { Store, StoreWatch } from './store/store.ts'

/** Hand this to the store when opening it; its faults also go to whoever logs. */
export function storeWatch(metrics: Metrics, faults: Required<Pick<StoreWatch, 'listenerFault' | 'erasureFault'>>): StoreWatch {
  return {
    committed(ms, writes) {
      metrics.commitSeconds.observe(ms / 1000)
      metrics.commitWrites.observe(writes)
    },
    synced: (ms) => metrics.syncSeconds.observe(ms / 1000),
    checkpointed: (ms) => metrics.checkpointSeconds.observe(ms / 1000),
    listenerFault(fault) {
      metrics.listenerFaults.inc()
      faults.listenerFault(fault)
    },
    erasureFault: (fault) => faults.erasureFault(fault),
  }
}

/** The store's state and backlog, and the room left on its disk, read whenever the metrics are asked for. `dataDir`: null in memory. */
export function gaugeStore(metrics: Metrics, store: Store, dataDir: string | null = null): void {
  metrics.beforeText(() => {
    if (dataDir !== null) {
      const { bavail, bsize } = statfsSync(dataDir)
      metrics.diskFreeBytes.set(bavail * bsize)
    }
    metrics.isSaving.set(store.state === 'saving' ? 1 : 0)
    metrics.backlogBytes.set(store.backlogBytes)
  })
}
