import type { Metrics } from './metrics.ts'
import type { Store, StoreWatch } from './store/store.ts'

/** Hand this to the store when opening it; `listenerFault` also goes to whoever logs. */
export function storeWatch(metrics: Metrics, listenerFault: (fault: unknown) => void): StoreWatch {
  return {
    committed(ms, writes) {
      metrics.commitSeconds.observe(ms / 1000)
      metrics.commitWrites.observe(writes)
    },
    synced: (ms) => metrics.syncSeconds.observe(ms / 1000),
    checkpointed: (ms) => metrics.checkpointSeconds.observe(ms / 1000),
    listenerFault(fault) {
      metrics.listenerFaults.inc()
      listenerFault(fault)
    },
  }
}

/** The store's state and backlog, read whenever the metrics are asked for. */
export function gaugeStore(metrics: Metrics, store: Store): void {
  metrics.beforeText(() => {
    metrics.isSaving.set(store.state === 'saving' ? 1 : 0)
    metrics.backlogBytes.set(store.backlogBytes)
  })
}
