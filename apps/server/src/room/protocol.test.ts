import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { encodeAwarenessUpdate, Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { FrameReader } from './frame-reader.ts'
import { awarenessFrame, keepAliveFrame, readFrame, readStateVector, savedFrame, step1Frame, step2Frame, updateFrame } from './protocol.ts'

describe('frames', () => {
  test('what is written is what is read', () => {
    const doc = new Y.Doc()
    doc.getMap('a').set('b', 1)
    const [update, stateVector] = [Y.encodeStateAsUpdate(doc), Y.encodeStateVector(doc)]
    expect(readFrame(updateFrame(update))).toEqual({ kind: 'update', update })
    expect(readFrame(step2Frame(update))).toEqual({ kind: 'step-2', update })
    expect(readFrame(step1Frame(stateVector))).toEqual({ kind: 'step-1', encoded: stateVector, stateVector: new Map([[doc.clientID, 1]]) })
    const entries = [{ clientId: 2 ** 32 - 1, clock: 300, state: '{"é":1}' }]
    expect(readFrame(awarenessFrame(entries))).toEqual({ kind: 'awareness', entries })
  })

  test('the keep-alive is the three bytes that every stock client takes', () => {
    expect([...keepAliveFrame]).toEqual([1, 1, 0])
    expect([...savedFrame(300)]).toEqual([100, 2, 172, 2])
  })

  test('y-protocols’ own awareness is read', () => {
    const awareness = new Awareness(new Y.Doc())
    awareness.setLocalState({ at: 'room' })
    const body = encodeAwarenessUpdate(awareness, [awareness.clientID])
    const frame = new Uint8Array([1, body.length, ...body])
    expect(readFrame(frame)).toMatchObject({ kind: 'awareness', entries: [{ clientId: awareness.clientID, state: '{"at":"room"}' }] })
    awareness.destroy()
  })

  test('bytes of any kind are read or not, without a throw and without looking past their end', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), fc.uint8Array({ maxLength: 8 }), (bytes, beyond) => {
        const pool = new Uint8Array([...beyond, ...bytes, ...beyond])
        const alone = readFrame(bytes)
        expect(readFrame(pool.subarray(beyond.length, beyond.length + bytes.length))).toEqual(alone)
      }),
      { numRuns: 2_000 },
    )
  })

  test('a state vector that claims more than it holds is none', () => {
    expect(readStateVector(new Uint8Array([3, 1, 1]))).toBeNull()
    expect(readStateVector(new Uint8Array([255, 255, 255, 255, 15]))).toBeNull()
    expect(readStateVector(new Uint8Array([0]))).toEqual(new Map())
  })
})

describe('numbers', () => {
  test.each([
    [[0], 0],
    [[0x7f], 127],
    [[0x80, 0x01], 128],
    [[0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x0f], Number.MAX_SAFE_INTEGER],
  ])('%j is %d', (bytes, value) => {
    const reader = new FrameReader(new Uint8Array(bytes))
    expect([reader.varUint(), reader.isDone]).toEqual([value, true])
  })

  test.each([[[]], [[0x80]], [[0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x1f]], [Array.from({ length: 40 }, () => 0x80)]])(
    '%j is none',
    (bytes) => {
      const reader = new FrameReader(new Uint8Array(bytes))
      expect([reader.varUint(), reader.isSound]).toEqual([0, false])
    },
  )
})
