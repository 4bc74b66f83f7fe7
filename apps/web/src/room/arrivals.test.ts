import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { Arrivals } from './arrivals.ts'

beforeEach(() => vi.stubGlobal('document', { visibilityState: 'visible' }))
afterEach(() => vi.unstubAllGlobals())

/** A document of some 80 kB in 5,000 structs, which four writers made beside one another. */
const long = (): Uint8Array => {
  const doc = new Y.Doc()
  for (let client = 1; client <= 4; client++) {
    doc.clientID = client
    const text = doc.getText('t')
    for (let i = 0; i < 1_250; i++) text.insert((i * 37) % (text.length + 1), 'mot ')
  }
  return Y.encodeStateAsUpdate(doc)
}
const of = (type: string, told: string[], isOfDocument: boolean) => ({ act: () => void told.push(type), isOfDocument })

test('a large document comes in pieces, each in a task of its own, and what came after it waits until it is whole', async () => {
  const update = long()
  const arrivals = new Arrivals()
  const doc = new Y.Doc()
  const told: string[] = []
  /** Pieces since the last task of somebody else's. */
  let [inTask, mostInTask] = [0, 0]
  const another = setInterval(() => void (inTask = 0))
  const whole = arrivals.bring(
    update,
    (piece) => {
      Y.applyUpdate(doc, piece)
      told.push('piece')
      mostInTask = Math.max(mostInTask, ++inTask)
    },
    () => void told.push('whole'),
  )
  expect(arrivals.isUnderWay).toBe(true)
  arrivals.inOrder(of('update', told, true))
  arrivals.inOrder(of('saved', told, false))
  expect(told).toEqual([])
  await whole
  clearInterval(another)
  expect(told.lastIndexOf('piece')).toBeGreaterThan(5)
  expect(told.slice(told.lastIndexOf('piece') + 1)).toEqual(['whole', 'update', 'saved'])
  expect(mostInTask).toBeLessThanOrEqual(2)
  expect(Y.encodeStateAsUpdate(doc)).toEqual(update)
  expect(arrivals.isUnderWay).toBe(false)
  arrivals.inOrder(of('later', told, true))
  expect(told.at(-1)).toBe('later')
})

test('the socket goes meanwhile: it is not called whole, what waited of the document goes too, what else was said is heard', async () => {
  const update = long()
  const arrivals = new Arrivals()
  const doc = new Y.Doc()
  const told: string[] = []
  const given = Promise.withResolvers<void>()
  const first = arrivals.bring(
    update,
    (piece) => {
      Y.applyUpdate(doc, piece)
      given.resolve()
    },
    () => void told.push('whole'),
  )
  arrivals.inOrder(of('update', told, true))
  arrivals.inOrder(of('refused', told, false))
  await given.promise
  arrivals.giveUp()
  expect(told).toEqual(['refused'])
  await first
  expect(told).toEqual(['refused'])
  expect(arrivals.isUnderWay).toBe(false)
  // The next socket brings what is missing, and nothing of it is lost.
  const rest = Y.diffUpdate(update, Y.encodeStateVector(doc))
  expect(rest.length).toBeLessThan(update.length)
  await arrivals.bring(
    rest,
    (piece) => Y.applyUpdate(doc, piece),
    () => void told.push('whole'),
  )
  expect(told).toEqual(['refused', 'whole'])
  expect(Y.encodeStateAsUpdate(doc)).toEqual(update)
})

test('in a page that nobody looks at it waits for no task of its own: there a browser gives one a second', async () => {
  vi.stubGlobal('document', { visibilityState: 'hidden' })
  const arrivals = new Arrivals()
  const timers = vi.spyOn(globalThis, 'setTimeout')
  let pieces = 0
  await arrivals.bring(
    long(),
    () => void pieces++,
    () => {},
  )
  expect(pieces).toBeGreaterThan(5)
  expect(timers).not.toHaveBeenCalled()
  timers.mockRestore()
})
