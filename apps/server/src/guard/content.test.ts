import { beforeEach, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { characters, deleted, element, forge, forgeOne, id, mark, type, values, type ForgedStruct } from './rehearsal/forge.ts'
import { AT, BEN, EVE, byEve, deleting, Target } from './rehearsal/target.ts'

let target: Target

beforeEach(() => {
  target = new Target()
})

describe('shapes', () => {
  test.each<[string, string, ForgedStruct]>([
    ['a list in a map', 'bad-shape', { ...values({ text: 'x' }), root: 'cards' }],
    ['a text in a map', 'bad-shape', { ...characters('x'), root: 'cards', key: 'c1' }],
    ['a type in a map', 'bad-shape', { ...type(1), root: 'cards', key: 'c1' }],
    ['no card among two', 'bad-value', { ...values({ text: 'x' }, 1), root: 'cards', key: 'c1' }],
    ['no card before one', 'bad-value', { ...values(1, { text: 'x' }), root: 'cards', key: 'c1' }],
    ['a value that is no card', 'bad-value', { ...values({ text: 1 }), root: 'cards', key: 'c1' }],
    ['undefined', 'bad-value', { ...values({ text: 'x', more: undefined }), root: 'cards', key: 'c1' }],
    ['bytes', 'bad-value', { ...values(Uint8Array.of(1)), root: 'cards', key: 'c1' }],
    ['a bigint', 'bad-value', { ...values({ text: 'x', n: 1n }), root: 'cards', key: 'c1' }],
    ['not a number', 'bad-value', { ...values({ text: 'x', n: Number.NaN }), root: 'cards', key: 'c1' }],
    ['[pitfall 19] a prototype as key', 'bad-shape', { ...values({ text: 'x' }), root: 'cards', key: '__proto__' }],
    ['[pitfall 19] a constructor as key', 'bad-shape', { ...values({ text: 'x' }), root: 'cards', key: 'constructor' }],
    [
      '[pitfall 19] a prototype in a value',
      'bad-value',
      { ...values(JSON.parse('{"text":"x","__proto__":{"a":1}}')), root: 'cards', key: 'c1' },
    ],
    ['[pitfall 18] a deep value', 'bad-value', { ...values({ text: 'x', deep: nested(9) }), root: 'cards', key: 'c1' }],
    ['[pitfall 18] a deeper value', 'malformed', { ...values({ text: 'x', deep: nested(200) }), root: 'cards', key: 'c1' }],
    ['a large value', 'limit', { ...values({ text: 'x'.repeat(20_000) }), root: 'cards', key: 'c1' }],
    ['a long key', 'bad-shape', { ...values({ text: 'x' }), root: 'cards', key: 'k'.repeat(200) }],
    ['a right neighbour for a key', 'bad-shape', { ...values({ text: 'x' }), rightOrigin: id(BEN, AT.card) }],
    ['values in a text', 'bad-shape', { ...values('x'), root: 'draft:0' }],
    ['a type in a text', 'bad-shape', { ...type(6), root: 'draft:0' }],
    ['a key on a text', 'bad-shape', { ...values('x'), root: 'draft:0', key: 'dir' }],
    ['characters in a fragment', 'bad-shape', { ...characters('x'), root: 'note:0' }],
    ['a mark in a fragment', 'bad-shape', { ...mark('bold', '{}'), root: 'note:0' }],
    ['a text at the top', 'bad-shape', { ...type(6), root: 'note:0' }],
    ['a map in a note', 'bad-shape', { ...type(1), root: 'note:0' }],
    ['an array in a note', 'bad-shape', { ...type(0), root: 'note:0' }],
    ['a fragment in a note', 'bad-shape', { ...type(4), root: 'note:0' }],
    ['[pitfall 20] an unknown element', 'bad-shape', { ...element('script'), root: 'note:0' }],
    ['an element named like a method', 'bad-shape', { ...element('constructor'), root: 'note:0' }],
    ['an element where it may not stand', 'bad-shape', { ...element('listItem'), root: 'note:0' }],
    ['an element beside text', 'bad-shape', { ...element('paragraph'), origin: id(BEN, AT.words) }],
    ['a paragraph in a paragraph', 'bad-shape', { ...element('paragraph'), parent: id(BEN, AT.paragraph) }],
    ['an unknown attribute', 'bad-shape', { ...values('x'), parent: id(BEN, AT.heading), key: 'onclick' }],
    ['[pitfall 19] an attribute named like a method', 'bad-shape', { ...values(1), parent: id(BEN, AT.heading), key: 'toString' }],
    ['a wrong attribute', 'bad-value', { ...values(7), parent: id(BEN, AT.heading), key: 'level' }],
    ['an attribute of another element', 'bad-shape', { ...values(1), parent: id(BEN, AT.paragraph), key: 'level' }],
    ['an attribute on a text', 'bad-shape', { ...values(1), parent: id(BEN, AT.text), key: 'level' }],
    ['an unknown mark', 'bad-shape', { ...mark('blink', '{}'), root: 'draft:0' }],
    ['[pitfall 19] a mark named like a method', 'bad-shape', { ...mark('__proto__', '{}'), root: 'draft:0' }],
    ['a mark with more than it may say', 'bad-value', { ...mark('bold', '{"style":"x"}'), root: 'draft:0' }],
    ['[pitfall 20] a link that runs', 'bad-value', { ...mark('link', '{"href":"javascript:alert(1)"}'), root: 'draft:0' }],
    ['a link that runs, under an overlapping name', 'bad-value', { ...mark('link--abcd1234', '{"href":"javascript:1"}'), root: 'draft:0' }],
    ['[pitfall 19] a prototype in a mark', 'bad-value', { ...mark('link', '{"href":"https://a.b","__proto__":{}}'), root: 'draft:0' }],
    ['a mark that is not JSON', 'malformed', { ...mark('bold', '{'), root: 'draft:0' }],
    [
      '[pitfall 18] a deep mark',
      'bad-value',
      { ...mark('link', `{"href":"https://a.b","x":${'['.repeat(40)}${']'.repeat(40)}}`), root: 'draft:0' },
    ],
  ])('%s', (_what, code, struct) => {
    expect(target.send(byEve(struct))).toBe(code)
    expect(target.send(byEve(struct), 'writer', 'step2')).toBe(code)
  })

  test('[pitfall 9] what is gone already but in a place that holds nothing is refused too', () => {
    expect(target.send(byEve({ ...deleted(1), root: 'cards' }))).toBe('bad-shape')
    expect(target.send(byEve({ ...deleted(1), parent: id(BEN, AT.text), key: 'x' }))).toBe('bad-shape')
  })
})

function nested(depth: number): unknown {
  return depth === 0 ? 1 : [nested(depth - 1)]
}

describe('several values in one struct, as Yjs merges dead entries of a key and undo brings them back', () => {
  const pair: ForgedStruct = { ...values({ text: 'x' }, { text: 'y' }), root: 'cards', key: 'c7' }

  test('[pitfall 12] dead, before a live one', () => {
    expect(target.send(deleting(EVE, 0, 2, pair, { ...values({ text: 'z' }), origin: id(EVE, 1) }))).toBe('apply')
    expect(target.stage.doc.getMap('cards').get('c7')).toEqual({ text: 'z' })
  })

  test('alive: the last shows, and may be cut', () => {
    expect(target.send(byEve(pair))).toBe('apply')
    expect(target.stage.doc.getMap('cards').get('c7')).toEqual({ text: 'y' })
    expect(target.send(forgeOne(EVE, 2, { ...values({ text: 'between' }), origin: id(EVE, 0) }))).toBe('apply')
    expect(target.stage.doc.getMap('cards').get('c7')).toEqual({ text: 'y' })
    // A fresh replica deletes the first half by itself; a reader who then says so has done nothing.
    const said = target.stage.receive(Y.encodeStateAsUpdate(target.stage.copy()), { principal: 'eve', standing: 'reader', kind: 'step2' })
    expect(said).toEqual({ outcome: 'noop', droppedDeletes: 0 })
  })

  test('put in place of a value, and the first of them deleted: the last one is there, and that was foreseen [seed 728721037]', () => {
    const cards = target.stage.doc.getMap('cards')
    expect(target.send(byEve({ ...values({ text: 'w' }), root: 'cards', key: 'c7' }))).toBe('apply')
    const two = { ...values({ text: 'x' }, { text: 'y' }), origin: id(EVE, 0) }
    const update = forge({
      sections: [{ client: EVE, clock: 1, structs: [two] }],
      deletes: [{ client: EVE, ranges: [{ clock: 1, length: 1 }] }],
    })
    expect(target.send(update)).toBe('apply')
    expect(cards.get('c7')).toEqual({ text: 'y' })
    expect(target.send(deleting(EVE, 2, 1))).toBe('apply')
    expect(cards.has('c7')).toBe(false)
  })

  test('known in part: the rest is no way around the rules', () => {
    expect(target.send(byEve({ ...values({ text: 'x' }), root: 'cards', key: 'c7' }))).toBe('apply')
    expect(target.send(forgeOne(EVE, 0, { ...values({ text: 'x' }, 'no card'), root: 'cards', key: 'c7' }))).toBe('bad-value')
    expect(target.send(forgeOne(EVE, 0, { ...values('no card', { text: 'y' }), root: 'cards', key: 'c7' }))).toBe('apply')
    expect(target.stage.doc.getMap('cards').get('c7')).toEqual({ text: 'y' })
  })
})
