import * as decoding from 'lib0/decoding'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { EncodedState } from './encoded-state.ts'

function watched(letters: number): { doc: Y.Doc; encoded: EncodedState } {
  const doc = new Y.Doc()
  doc.getText('draft').insert(0, 'x'.repeat(letters))
  const encoded = new EncodedState(doc)
  doc.on('update', (update: Uint8Array) => encoded.grew(update))
  return { doc, encoded }
}

/** A device that takes these frames in their order. */
function shown(frames: readonly Uint8Array[]): string {
  const doc = new Y.Doc()
  for (const frame of frames) {
    const decoder = decoding.createDecoder(frame)
    expect(decoding.readVarUint(decoder)).toBe(0)
    expect(decoding.readVarUint(decoder)).toBeGreaterThan(0)
    Y.applyUpdate(doc, decoding.readVarUint8Array(decoder))
  }
  expect(doc.store.pendingStructs).toBe(null)
  return doc.getText('draft').toJSON()
}

describe('an encoded state', () => {
  test('a thousand who come to one state cost one encoding', () => {
    const { encoded } = watched(1_000)
    const all = new Set(Array.from({ length: 1_000 }, () => encoded.whole[0]))
    expect([all.size, encoded.encodings]).toEqual([1, 1])
  })

  test('the document is gone through once for all who have the same of it, and again for each other state', () => {
    const { encoded } = watched(1_000)
    for (let asked = 0; asked < 50; asked++) encoded.rest(Uint8Array.of(1, 7, 1))
    expect(encoded.walks).toBe(1)
    for (let made = 0; made < 10; made++) encoded.rest(Uint8Array.of(1, 8, made))
    expect(encoded.walks).toBe(11)
  })

  test('a small document is encoded anew, so that one frame holds all there was', () => {
    const { doc, encoded } = watched(10)
    expect(encoded.whole).toHaveLength(1)
    doc.getText('draft').insert(0, 'now ')
    expect(encoded.whole).toHaveLength(1)
    expect(shown(encoded.whole)).toBe(doc.getText('draft').toJSON())
    expect(encoded.encodings).toBe(2)
  })

  test('of a large one, what came since follows in frames of its own, until that is no small part any more', () => {
    const { doc, encoded } = watched(300_000)
    expect(encoded.whole).toHaveLength(1)
    for (let word = 0; word < 64; word++) doc.getText('draft').insert(0, `${word} `)
    expect([encoded.whole.length, encoded.encodings]).toEqual([65, 1])
    expect(shown(encoded.whole)).toBe(doc.getText('draft').toJSON())
    doc.getText('draft').insert(0, 'one more ')
    expect([encoded.whole.length, encoded.encodings]).toEqual([1, 2])
    expect(shown(encoded.whole)).toBe(doc.getText('draft').toJSON())
  })

  test('those who come back with one state get one answer, and another one after a change', () => {
    const { doc, encoded } = watched(10)
    const behind = Y.encodeStateVector(doc)
    doc.getText('draft').insert(10, ' and more')
    const first = encoded.rest(behind)
    expect(encoded.rest(behind.slice())).toBe(first)
    doc.getText('draft').insert(0, 'more still ')
    expect(encoded.rest(behind)).not.toEqual(first)
  })

  test('without a socket the same comes as an update, encoded once too', () => {
    const { doc, encoded } = watched(10)
    const behind = Y.encodeStateVector(doc)
    doc.getText('draft').insert(10, ' and more')
    for (const state of [null, behind]) {
      const [one, two] = [encoded.update(state), encoded.update(state)]
      expect([two.buffer === one.buffer, two.byteOffset]).toEqual([true, one.byteOffset])
      expect(one).toEqual(Y.encodeStateAsUpdate(doc, state ?? undefined))
    }
  })

  test('made-up states of a large document are each answered, but not all kept', () => {
    const { encoded } = watched(300_000)
    const states = Array.from({ length: 32 }, (_, client) => new Uint8Array([1, client + 1, 1]))
    const first = states.map((state) => encoded.rest(state))
    const again = states.map((state) => encoded.rest(state))
    expect(again.every((frame, index) => Buffer.compare(frame, first[index] ?? new Uint8Array()) === 0)).toBe(true)
    const kept = again.filter((frame, index) => frame === first[index])
    expect(kept.length).toBeGreaterThan(0)
    expect(kept.reduce((sum, { length }) => sum + length, 0)).toBeLessThanOrEqual(2 * 1024 * 1024)
  })
})
