import { Hono } from 'hono'
import { isLocal } from '../access/origin.ts'
import type { AppMeans } from '../app-means.ts'
import { callerOf, type Env } from './request.ts'

/** For whoever watches over the process: is it alive, may it be sent people, what does it count. */
export function health(means: AppMeans): Hono<Env> {
  const { store, rooms, metrics } = means
  metrics.beforeText(() => {
    metrics.rooms.set({ state: 'open' }, rooms.size)
    metrics.sockets.set(rooms.sockets)
    metrics.slowSockets.set(rooms.slowSockets)
    metrics.largestDocumentBytes.set(rooms.largest.bytes)
    metrics.mostDocumentIds.set(rooms.largest.ids)
    metrics.unsavedSeconds.set(rooms.oldestUnsavedMs / 1000)
  })
  return new Hono<Env>()
    .get('/healthz', (c) => c.text('ok'))
    .get('/readyz', (c) => {
      const isReady = means.isReady() && store.state === 'saving'
      return c.text(isReady ? 'ready' : 'not ready', isReady ? 200 : 503)
    })
    .get('/metrics', async (c) => {
      if (!isLocal(callerOf(c))) return c.notFound()
      return c.body(await metrics.text(), 200, { 'Content-Type': metrics.contentType })
    })
}
