import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Polling, type Polled } from './polling.ts'

beforeEach(() => {
  vi.stubGlobal('document', { visibilityState: 'visible', documentElement: { lang: 'fr' } })
})
afterEach(() => vi.unstubAllGlobals())

const polling = (): { polling: Polling; took: Polled[] } => {
  const took: Polled[] = []
  const means = {
    address: () => ({ meetingId: 'm', personId: 'p', generation: 1, vector: new Uint8Array() }),
    took: (polled: Polled) => void took.push(polled),
    refused: () => undefined,
    changed: () => undefined,
  }
  return { polling: new Polling(means), took }
}

test('without any network HTTP is asked once for each socket that fails, not for each letter typed', async () => {
  const ask = vi.fn<() => Promise<Response>>(() => Promise.reject(new TypeError('no network')))
  vi.stubGlobal('fetch', ask)
  const { polling: road } = polling()
  road.heed(1)
  expect(ask).not.toHaveBeenCalled()
  for (let letter = 0; letter < 20; letter++) {
    road.heed(2)
    await Promise.resolve()
  }
  await vi.waitFor(() => expect(ask).toHaveBeenCalledTimes(1))
  await new Promise((resolve) => setTimeout(resolve))
  road.heed(3)
  expect(ask).toHaveBeenCalledTimes(2)
  road.end()
})

test('an answer asked for before the document was replaced is not taken into the new one', async () => {
  let answer: (response: Response) => void = () => undefined
  vi.stubGlobal('fetch', (address: string) =>
    address.includes('confidences')
      ? Promise.resolve(Response.json({ cursor: 'c', complete: true, confidences: [] }))
      : new Promise<Response>((resolve) => (answer = resolve)),
  )
  const { polling: road, took } = polling()
  road.heed(2)
  const old = answer
  road.end()
  road.heed(2)
  old(new Response(new Uint8Array([0, 0]), { headers: { 'clairiere-seq': '4', 'clairiere-generation': '1' } }))
  await new Promise((resolve) => setTimeout(resolve))
  expect(took).toEqual([])
  expect(road.answers).toBe(false)
  road.end()
})
