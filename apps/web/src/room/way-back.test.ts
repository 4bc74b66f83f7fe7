import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { Recovery } from './recovery.ts'
import type { Replica } from './replica.ts'
import { emptyDevice } from './test/empty-device.ts'
import { WayBack } from './way-back.ts'

beforeEach(() => void emptyDevice())
afterEach(() => vi.unstubAllGlobals())

test('what a form that was open writes into the old document while the fresh one is made is listed too', async () => {
  const old = new Y.Doc()
  const resources = old.getMap('resources')
  resources.set('r1', { title: 'Le four', rank: 1 })
  const recovery = new Recovery('m', 'ada', () => {})
  const replica = {
    doc: old,
    address: { storeName: 's', count: 0, generation: 1 },
    provider: { disconnect: () => {} },
    destroy: async () => {},
  } as unknown as Replica
  const list = (): Promise<boolean> =>
    recovery.compareWith({ doc: new Y.Doc(), generation: 1, synced: Promise.resolve() }, () => Promise.resolve(null))
  let listed: Promise<unknown> = Promise.resolve()
  const way = new WayBack(recovery, {
    replica: () => replica,
    renew: async () => {
      await Promise.resolve()
      resources.set('r1', { title: 'Le four à pain', rank: 1 })
    },
    list: () => void (listed = list()),
    changed: () => {},
  })
  await way.go('not-accepted')
  await listed
  expect(recovery.pieces.map(({ piece }) => piece.kind === 'value' && piece.mine)).toEqual([{ title: 'Le four à pain', rank: 1 }])
})
