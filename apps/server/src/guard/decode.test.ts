import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { decodeUpdate } from './decode.ts'
import { characters, deleted, forge, forgeOne, gc, id, mark, raw, skip, values } from './rehearsal/forge.ts'
import { EDITS } from './rehearsal/edits.ts'
import { Seeded } from './rehearsal/seeded.ts'
import { Stop } from './verdict.ts'

/** What decoding answers: null when all is well, else the code of the refusal. */
function decode(update: Uint8Array | number[]): string | null {
  try {
    decodeUpdate(Uint8Array.from(update))
    return null
  } catch (cause) {
    if (cause instanceof Stop && cause.verdict.outcome === 'refuse') return cause.verdict.code
    throw cause
  }
}

/** A hundred and fifty groups of nothing, then one that counts for infinity: zero times infinity is no number, and is greater than nothing. */
const unending = [...Array<number>(150).fill(128), 1]
const one = forgeOne(1, 0, { ...characters('x'), root: 'r' })

describe('what no stock encoder writes', () => {
  test.each<[string, Uint8Array | number[]]>([
    ['nothing', []],
    ['half of the end', [0]],
    ['a byte after the end', [0, 0, 0]],
    ['a whole update after the end', [...one, ...one]],
    ['an empty section', [1, 0, 1, 0, 0]],
    ['[pitfall 15] two sections of one client', forge({ sections: [section(1, 0), section(1, 1)], deletes: [] })],
    ['[pitfall 15] flags on a collected struct', forgeOne(1, 0, { ...gc(1), bits: 128 })],
    ['[pitfall 15] flags on a skip', forgeOne(1, 0, { ...skip(1), bits: 32 })],
    ['[pitfall 16] a collected struct of no length', forgeOne(1, 0, gc(0))],
    ['[pitfall 16] a deleted struct of no length', forgeOne(1, 0, { ...deleted(0), root: 'r' })],
    ['a skip of no length', forgeOne(1, 0, skip(0))],
    ['an empty string', forgeOne(1, 0, { ...characters(''), root: 'r' })],
    ['no values', forgeOne(1, 0, { ...values(), root: 'r' })],
    ['[pitfall 16] a clock beyond 2^31', forgeOne(1, 2 ** 31, { ...characters('x'), root: 'r' })],
    ['[pitfall 16] a huge collected struct', forgeOne(1, 0, gc(2 ** 52))],
    ['a client id beyond 2^32', forgeOne(2 ** 32, 0, { ...characters('x'), root: 'r' })],
    ['a neighbour beyond 2^32', forgeOne(1, 0, { ...characters('x'), origin: id(2 ** 40, 0) })],
    ['a parent of a third kind', [1, 1, 1, 0, 4, 2, 1, 114, 1, 120, 0]],
    ['a number in too many bytes', [128, 0, 0]],
    ['a number without end', [1, 1, 255, 255, 255, 255, 255, 255, 255, 255, 255, 127]],
    ['a number whose end never comes to count', forgeOne(1, 0, gc(1), raw(0, ...unending))],
    ['a client id that is no number', [1, 1, ...unending, 0, ...one.slice(4)]],
    ['a neighbour whose clock is no number', [1, 1, 1, 0, 132, 1, ...unending, 1, 120, 0]],
    [
      'a whole number that the applier does not read',
      forgeOne(1, 0, { ...raw(8, 1, 125, 191, ...Array<number>(7).fill(255), 127), root: 'r' }),
    ],
    ['a string longer than the update', [1, 1, 1, 0, 4, 1, 200, 114]],
    ['bytes that are not UTF-8', forgeOne(1, 0, { ...raw(4, 2, 0xc3, 0x28), root: 'r' })],
    ['an unknown value', forgeOne(1, 0, { ...raw(8, 1, 99), root: 'r' })],
    ['an unknown type', forgeOne(1, 0, { ...raw(7, 7), root: 'r' })],
    ['an unknown content', forgeOne(1, 0, { ...raw(11, 1), root: 'r' })],
    ['content with a fifth bit', forgeOne(1, 0, { ...raw(20, 1), root: 'r' })],
    ['deletes out of order', deletesOf([5, 1], [3, 1])],
    ['[pitfall 17] deletes that overlap', deletesOf([3, 3], [5, 1])],
    ['a delete of no length', deletesOf([3, 0])],
    ['a delete beyond 2^31', deletesOf([3, 2 ** 40])],
    ['an empty list of deletes', forge({ sections: [], deletes: [{ client: 1, ranges: [] }] })],
    ['two lists of one client', forge({ sections: [], deletes: [list(1), list(1)] })],
  ])('%s', (_what, update) => {
    expect(decode(update)).toBe('malformed')
  })

  test('a version 2 update', () => {
    const doc = new Y.Doc()
    doc.getText('r').insert(0, 'hello')
    expect(decode(Y.encodeStateAsUpdateV2(doc))).toBe('malformed')
  })
})

describe('contents no schema holds', () => {
  test.each([
    ['the old JSON', 2],
    ['binary', 3],
    ['an embed', 5],
    ['a subdocument', 9],
  ])('%s', (_what, ref) => {
    expect(decode(forgeOne(1, 0, { ...raw(ref, 1, 1, 65), root: 'r' }))).toBe('bad-shape')
  })
})

describe('what stock encoders write', () => {
  test('the empty update', () => {
    expect(decode([0, 0])).toBe(null)
  })

  test('lengths count UTF-16 units', () => {
    const { sections } = decodeUpdate(
      forgeOne(1, 0, { ...characters('é\u{1f408}x'), root: 'r' }, { ...mark('bold', '{}'), origin: id(1, 3) }),
    )
    expect(sections[0]?.structs.map(({ clock, length }) => [clock, length])).toEqual([
      [0, 4],
      [4, 1],
    ])
  })

  test('whole documents, differences and merged updates, and they decode as Yjs does', () => {
    fc.assert(
      fc.property(fc.nat(), fc.boolean(), (seed, isKept) => {
        const random = new Seeded(seed)
        const doc = new Y.Doc({ gc: !isKept })
        const updates: Uint8Array[] = []
        doc.on('update', (update: Uint8Array) => updates.push(update))
        for (let left = 15; left > 0; left--) random.pick(EDITS)(doc, random)
        const some = updates.filter(() => !random.once(4))
        for (const update of [
          Y.encodeStateAsUpdate(doc),
          Y.mergeUpdates(updates),
          ...(some.length > 0 ? [Y.mergeUpdates(some)] : []),
          ...updates,
        ]) {
          const { sections, deletes } = decodeUpdate(update)
          const theirs = Y.decodeUpdate(update)
          const ids = sections.flatMap(({ structs }) => structs.map(({ client, clock, length }) => [client, clock, length]))
          expect(ids).toEqual(theirs.structs.map((struct) => [struct.id.client, struct.id.clock, struct.length]))
          expect([...deletes.keys()]).toEqual([...theirs.ds.clients.keys()])
        }
      }),
      { numRuns: 30 },
    )
  })

  test('no byte string makes decoding throw anything but a refusal', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => void decode(bytes)),
      { numRuns: 2000 },
    )
  })
})

function section(client: number, clock: number): { client: number; clock: number; structs: [ReturnType<typeof gc>] } {
  return { client, clock, structs: [gc(1)] }
}

function list(client: number): { client: number; ranges: { clock: number; length: number }[] } {
  return { client, ranges: [{ clock: 0, length: 1 }] }
}

function deletesOf(...ranges: [clock: number, length: number][]): Uint8Array {
  return forge({ sections: [], deletes: [{ client: 1, ranges: ranges.map(([clock, length]) => ({ clock, length })) }] })
}
