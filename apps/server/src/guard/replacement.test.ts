import { beforeEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { Context } from './context.ts'
import { forge, forgeOne, id, values, type ForgedStruct } from './rehearsal/forge.ts'
import { Stage, word, type Standing } from './rehearsal/stage.ts'

// Whatever a stage receives down the short road it also judges at length, and throws when the two differ.

const ADA = 11
const BEN = 22

let stage: Stage

beforeEach(() => {
  stage = new Stage({ limits: { valueBytes: 40, bytes: 200, keyLength: 4 } })
  stage.guard.claim(ADA, 'ada')
  stage.guard.claim(BEN, 'ben')
  stage.receive(forgeOne(ADA, 0, { ...values({ text: 'one' }), root: 'cards', key: 'a' }))
  stage.receive(forgeOne(BEN, 0, { ...values({ text: 'two' }), root: 'cards', key: 'b' }), { principal: 'ben' })
})

/** The verdict, and whether it came down the short road. */
function send(update: Uint8Array, sender: Partial<Context<Standing>> = {}): string {
  const before = stage.replacements
  const verdict = word(stage.receive(update, sender))
  return stage.replacements > before ? `${verdict}, short` : verdict
}

interface Replaced {
  readonly by?: ForgedStruct
  readonly deletes?: readonly { clock: number; length: number }[]
}

/** Ada's next value in the place of one, which she deletes with it, as Yjs writes that. */
const replaced = (clock: number, client: number, at: number, { by = values({ text: 'new' }), deletes }: Replaced = {}): Uint8Array =>
  forge({
    sections: [{ client: ADA, clock, structs: [{ ...by, origin: id(client, at) }] }],
    deletes: [{ client, ranges: [...(deletes ?? [{ clock: at, length: 1 }])] }],
  })

const cards = (): unknown => stage.doc.getMap('cards').toJSON()

test('a value in the place of one’s own or another’s takes the short road, again and again', () => {
  expect(send(replaced(1, ADA, 0))).toBe('apply, short')
  expect(send(replaced(2, BEN, 0))).toBe('apply, short')
  expect(send(replaced(3, ADA, 1, { by: values({ text: 'é'.repeat(9) }) }))).toBe('apply, short')
  expect(cards()).toEqual({ a: { text: 'é'.repeat(9) }, b: { text: 'new' } })
})

test('what Yjs itself writes takes it too', () => {
  const replica = stage.copy(ADA)
  replica.on('update', (update: Uint8Array) => expect(send(update)).toBe('apply, short'))
  for (const text of ['t', 'th', 'thr']) replica.getMap('cards').set('b', { text })
  expect(cards()).toEqual({ a: { text: 'one' }, b: { text: 'thr' } })
})

test('what the short road may not decide is judged at length, and refused there', () => {
  const plain = replaced(1, ADA, 0)
  expect(send(plain, { standing: 'reader' })).toBe('forbidden')
  expect(send(plain, { principal: 'ben' })).toBe('foreign-client')
  expect(send(plain, { frozen: true })).toBe('frozen')
  expect(send(plain, { full: true })).toBe('limit')
  expect(send(replaced(1, ADA, 0, { by: values({ title: 'no text' }) }))).toBe('bad-value')
  expect(send(replaced(1, ADA, 0, { by: values({ text: 'x', more: 1n }) }))).toBe('bad-value')
  expect(send(replaced(1, ADA, 0, { by: values({ text: 'x'.repeat(50) }) }))).toBe('limit')
  expect(send(replaced(1, ADA, 0, { by: values({ text: 'x'.repeat(250) }) }))).toBe('too-large')
  expect(send(replaced(2, ADA, 0))).toBe('gap')
  expect(send(replaced(1, ADA, 0, { by: { ...values({ text: 'x' }), rightOrigin: id(BEN, 0) } }))).toBe('bad-parent')
  expect(send(Uint8Array.of(...plain, 0))).toBe('malformed')
  expect(send(plain.subarray(0, -1))).toBe('malformed')
  expect(send(replaced(1, ADA, 0, { by: { ref: 8, body: Uint8Array.of(1, 99) } }))).toBe('malformed')
  expect(cards()).toEqual({ a: { text: 'one' }, b: { text: 'two' } })
})

test('a value that comes too late, two values at once, and deletes of anything else go the whole way', () => {
  expect(send(replaced(1, ADA, 0))).toBe('apply, short')
  // Ben had not seen it.
  const late = forge({
    sections: [{ client: BEN, clock: 1, structs: [{ ...values({ text: 'late' }), origin: id(ADA, 0) }] }],
    deletes: [{ client: ADA, ranges: [{ clock: 0, length: 1 }] }],
  })
  expect(send(late, { principal: 'ben' })).toBe('apply')
  expect(send(replaced(2, BEN, 0, { by: values({ text: 'x' }, { text: 'y' }) }))).toBe('apply')
  expect(send(replaced(4, ADA, 3, { deletes: [{ clock: 2, length: 2 }] }))).toBe('apply')
  expect(send(replaced(4, ADA, 3))).toBe('noop')
  expect(cards()).toMatchObject({ b: { text: 'new' } })
})

test('nor may it decide where only the server writes, or where nobody may yet', () => {
  stage.doc.getMap('facts').set('step', { text: 'weather' })
  const { clientID } = stage.doc
  const at = Y.getState(stage.doc.store, clientID) - 1
  expect(send(replaced(1, clientID, at))).toBe('forbidden')
  const waiting = new Stage({ stored: { state: Y.encodeStateAsUpdate(stage.doc), owners: [[ADA, 'ada']] }, unknown: new Set(['cards']) })
  expect(word(waiting.receive(replaced(1, ADA, 0)))).toBe('wait')
  expect(waiting.replacements).toBe(0)
})
