import { beforeEach, describe, expect, test } from 'vitest'
import { characters, element, forge, forgeOne, gc, id, values, type ForgedStruct } from './rehearsal/forge.ts'
import { word } from './rehearsal/stage.ts'
import { BEN, EVE, byEve, deleting, letter, Target } from './rehearsal/target.ts'

let target: Target

beforeEach(() => {
  target = new Target()
})

describe('cost', () => {
  test('[pitfall 17] thousands of entries of one key without origin', () => {
    const structs = Array.from({ length: 9000 }, (_, index) => ({ ...values({ text: `${index}` }), root: 'cards', key: 'c1' }))
    expect(target.send(byEve(...structs))).toBe('too-complex')
  })

  test('[pitfall 17] thousands of inserts in one place by many ids', () => {
    const sections = Array.from({ length: 3000 }, (_, index) => ({
      client: 100_000 + index,
      clock: 0,
      structs: [{ ...characters('x'), root: 'draft:1' }],
    }))
    expect(target.send(forge({ sections, deletes: [] }))).toBe('limit')
    const heads = Array.from({ length: 3000 }, () => ({ ...characters('x'), root: 'draft:1' }))
    expect(target.send(forgeOne(EVE, 0, ...heads))).toBe('apply')
    expect(target.send(forgeOne(EVE + 1, 0, ...heads))).toBe('too-complex')
  })

  test('[pitfall 17] thousands of letters taken out of one long text, or put into it', () => {
    const text = { ...characters('x'.repeat(9000)), root: 'draft:1' }
    const every = (count: number) => Array.from({ length: count }, (_, index) => 2 * index + 1)
    const holes = (count: number): Uint8Array =>
      forge({ sections: [], deletes: [{ client: EVE, ranges: every(count).map((clock) => ({ clock, length: 1 })) }] })
    const letters = (count: number): Uint8Array =>
      forgeOne(EVE, 9000, ...every(count).map((clock) => ({ ...characters('y'), origin: id(EVE, clock), rightOrigin: id(EVE, clock + 1) })))
    expect(target.send(byEve(text))).toBe('apply')
    expect(target.send(holes(4000))).toBe('too-complex')
    expect(target.send(letters(4000))).toBe('too-complex')
    expect(target.send(holes(900))).toBe('apply')
  })

  test('[pitfall 24] limits count the whole update', () => {
    const limits = { textLength: 20, children: 3, mapKeys: 3, structs: 50, bytes: 4000 }
    target = new Target({ limits })
    const typed = (count: number): ForgedStruct[] => Array.from({ length: count }, () => ({ ...characters('xx'), root: 'draft:1' }))
    expect(target.send(byEve(...typed(11)))).toBe('limit')
    expect(target.send(byEve(...Array.from({ length: 4 }, () => ({ ...element('paragraph'), root: 'note:1' }))))).toBe('limit')
    expect(
      target.send(byEve(...Array.from({ length: 4 }, (_, index) => ({ ...values({ text: 'x' }), root: 'cards', key: `k${index}` })))),
    ).toBe('limit')
    expect(target.send(byEve(...Array.from({ length: 51 }, () => gc(1))))).toBe('limit')
    expect(target.send(byEve(characters('x'.repeat(5000))))).toBe('too-large')
    expect(target.send(byEve(...typed(10)))).toBe('apply')
    expect(target.send(forgeOne(EVE, 20, ...typed(1)))).toBe('limit')
  })

  test('a note does not nest for ever', () => {
    const structs: ForgedStruct[] = [{ ...element('bulletList'), root: 'note:0' }]
    for (let clock = 0; clock < 20; clock++)
      structs.push({ ...element(clock % 2 === 0 ? 'listItem' : 'bulletList'), parent: id(EVE, clock) })
    expect(target.send(byEve(...structs))).toBe('limit')
    expect(target.send(byEve(...structs.slice(0, 12)))).toBe('apply')
  })

  test('[pitfall 25] a full document: words are taken away, nothing is added', () => {
    const eve = { principal: 'eve', full: true }
    const before = target.shown
    expect(word(target.stage.receive(byEve(letter('draft:0')), eve))).toBe('limit')
    expect(word(target.stage.receive(byEve({ ...values({ text: 'x' }), root: 'cards', key: 'c9' }), eve))).toBe('limit')
    expect(word(target.stage.receive(deleting(BEN, 1, 2, letter('draft:0')), eve))).toBe('limit')
    expect(target.shown).toEqual(before)
    expect(word(target.stage.receive(deleting(BEN, 1, 2), eve))).toBe('apply')
    expect(target.stage.doc.getText('draft:0').toString()).toBe('hlo')
    expect(word(target.stage.receive(byEve(letter('draft:0')), { principal: 'eve' }))).toBe('apply')
  })

  test('whoever takes every id there is writes nobody out: each may still have a few', () => {
    target = new Target({ limits: { clients: 10, clientsPerPrincipal: 8, clientsEach: 2 } })
    const { guard } = target.stage
    const taken = ['max', 'zoe', 'uma'].map((name, at) =>
      Array.from({ length: 20 }, (_, index) => guard.claim(1000 * (at + 1) + index, name)),
    )
    expect(taken.map((claims) => claims.filter(Boolean).length)).toEqual([8, 2, 2])
    expect(target.send(forgeOne(77, 0, letter('draft:1')))).toBe('apply')
  })

  test('all together own a bounded number of ids', () => {
    target = new Target({ limits: { clients: 4, clientsPerPrincipal: 3, clientsEach: 0 } })
    const { guard } = target.stage
    expect([guard.claim(101, 'max'), guard.claim(102, 'zoe'), guard.claim(103, 'zoe')]).toEqual([true, true, false])
    expect(target.send(forgeOne(104, 0, letter('draft:1')))).toBe('limit')
    expect(target.send(byEve(letter('draft:1')))).toBe('apply')
    expect(guard.claim(101, 'max')).toBe(true)
  })
})
