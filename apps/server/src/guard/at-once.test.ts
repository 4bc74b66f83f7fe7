import { afterEach, describe, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { characters, deleted, element, forge, forgeOne, id, mark, type, type ForgedStruct } from './rehearsal/forge.ts'
import { Stage } from './rehearsal/stage.ts'
import { leaveFormatting } from './yjs-internals.ts'

const ADA = 11
const LETTERS = 9_000
const TAIL = 30_000

afterEach(() => vi.restoreAllMocks())

/** A long text, and after it as many structs of the same client as are never merged: each stands left of the one before. */
function long(): Uint8Array[] {
  const tail = (from: number): ForgedStruct[] =>
    Array.from({ length: TAIL / 2 }, (_, index) =>
      from + index === LETTERS ? { ...characters('y'), root: 'draft:2' } : { ...characters('y'), rightOrigin: id(ADA, from + index - 1) },
    )
  return [
    forgeOne(ADA, 0, { ...characters('x'.repeat(LETTERS)), root: 'draft:1' }),
    forgeOne(ADA, LETTERS, ...tail(LETTERS)),
    forgeOne(ADA, LETTERS + TAIL / 2, ...tail(LETTERS + TAIL / 2)),
  ]
}

/** A text in which every third struct is dead, every third lives and every third is a mark. */
function striped(): Uint8Array[] {
  const begin = [
    { ...element('paragraph'), root: 'note:1' },
    { ...type(6), parent: id(ADA, 0) },
  ]
  const kinds = [deleted(1), characters('y'), mark('bold', '{}')]
  const stripes = Array.from({ length: 18_000 }, (_, index): ForgedStruct => {
    const kind = kinds[index % 3] ?? deleted(1)
    return index === 0 ? { ...kind, parent: id(ADA, 1) } : { ...kind, origin: id(ADA, index + 1) }
  })
  return [forgeOne(ADA, 0, ...begin), forgeOne(ADA, 2, ...stripes)]
}

const every = (count: number, step: number, from: number): number[] => Array.from({ length: count }, (_, index) => from + step * index)
const taken = (clocks: readonly number[]): Uint8Array =>
  forge({ sections: [], deletes: [{ client: ADA, ranges: clocks.map((clock) => ({ clock, length: 1 })) }] })
const put = (clocks: readonly number[]): Uint8Array =>
  forgeOne(ADA, LETTERS + TAIL, ...clocks.map((clock) => ({ ...characters('z'), origin: id(ADA, clock), rightOrigin: id(ADA, clock + 1) })))
const pairs = (): Uint8Array =>
  forgeOne(
    ADA,
    0,
    ...Array.from({ length: 18_000 }, (_, index) => ({
      ...characters('y'),
      ...(index % 2 === 0 ? { root: `draft:${(index / 2) % 9}` } : { origin: id(ADA, index - 1) }),
    })),
  )

/** A document in which Yjs does all by itself, but for tidying formatting up. */
function untouched(): Y.Doc {
  const doc = new Y.Doc()
  doc.on('afterTransaction', leaveFormatting)
  for (let index = 0; index < 9; index++) doc.getText(`draft:${index}`)
  doc.getXmlFragment('note:1')
  return doc
}

/** How many structs are moved in long lists while this runs. */
function movesOf(run: () => void): number {
  const { splice } = Array.prototype
  let moves = 0
  vi.spyOn(Array.prototype, 'splice').mockImplementation(function (this: unknown[], ...args: Parameters<typeof splice>) {
    if (this.length > 1_000) moves += this.length - args[0]
    return splice.apply(this, args)
  })
  run()
  vi.restoreAllMocks()
  return moves
}

describe('[architecture, always 10] what one update does to a long list of structs costs as much as the list is long', () => {
  test.each<[string, Uint8Array[], Uint8Array]>([
    ['letters taken out of a long text', long(), taken(every(900, 4, 1))],
    ['letters put into it', long(), put(every(1_900, 4, 1))],
    ['letters that merge with what died before, once they are dead', striped(), taken(every(6_000, 3, 3))],
    ['new structs of which each second one merges with the one before', [], pairs()],
  ])('%s', (_what, before, update) => {
    const stage = new Stage()
    stage.guard.claim(ADA, 'ada')
    const plain = untouched()
    for (const each of before) stage.receive(each)
    for (const each of before) Y.applyUpdate(plain, each)
    let outcome = ''
    const moves = movesOf(() => (outcome = stage.receive(update).outcome))
    expect(outcome).toBe('apply')
    expect(moves).toBeLessThan(4 * (LETTERS + TAIL))
    Y.applyUpdate(plain, update)
    expect(Y.encodeStateAsUpdate(stage.doc)).toEqual(Y.encodeStateAsUpdate(plain))
    expect(stage.doc.store.clients.get(ADA)?.length).toBe(plain.store.clients.get(ADA)?.length)
    const emitted = untouched()
    for (const each of stage.relayed) Y.applyUpdate(emitted, each)
    expect(Y.encodeStateAsUpdate(emitted)).toEqual(Y.encodeStateAsUpdate(plain))
  })
})
