import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { HandedBack } from './handed-back.ts'
import { Notices } from './notices.ts'
import { Recovery } from './recovery.ts'
import type { Replica } from './replica.ts'
import { emptyDevice } from './test/empty-device.ts'

beforeEach(() => void emptyDevice())
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

test('the end of the older generation did not come at once: what had not arrived is listed without a reload', async () => {
  let fails = 1
  const asked = vi.fn<() => Promise<Response>>(async () => {
    if (fails-- > 0) throw new TypeError('network')
    return new Response(Y.encodeStateVector(new Y.Doc()) as Uint8Array<ArrayBuffer>)
  })
  vi.stubGlobal('fetch', asked)
  const old = new Y.Doc()
  old.getText('draft:i').insert(0, 'mes mots')
  const recovery = new Recovery('m', 'ada', () => {})
  await recovery.keep({ doc: old, storeName: 's', count: 0, generation: 1 }, 'sealed')
  const replica = { doc: new Y.Doc() } as unknown as Replica
  const handedBack = new HandedBack(recovery, {
    replica: () => replica,
    isReplacing: () => false,
    isOver: () => false,
    identity: () => ({ meetingId: 'm', personId: 'ada', name: 'Ada', standing: 'decider', generation: 2, title: '', at: 0 }),
    whole: () => Promise.resolve(),
    settled: () => {},
    notices: new Notices(),
  })
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  await handedBack.list()
  expect(recovery.pieces).toEqual([])
  await vi.advanceTimersByTimeAsync(2_000)
  vi.useRealTimers()
  await vi.waitFor(() => expect(recovery.pieces.map(({ piece }) => piece.kind === 'text' && piece.text)).toEqual(['mes mots']))
  expect(asked).toHaveBeenCalledTimes(2)
})
