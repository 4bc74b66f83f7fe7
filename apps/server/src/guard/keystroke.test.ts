import { beforeEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { Context } from './context.ts'
import { characters, element, forgeOne, id, type ForgedStruct } from './rehearsal/forge.ts'
import { Stage, word, type Standing } from './rehearsal/stage.ts'

// Whatever a stage receives down the short road it also judges at length, and throws when the two differ.

const ADA = 11
const BEN = 22

let stage: Stage

beforeEach(() => {
  stage = new Stage({ limits: { textLength: 12, bytes: 200 } })
  stage.guard.claim(ADA, 'ada')
  stage.guard.claim(BEN, 'ben')
  stage.receive(forgeOne(ADA, 0, { ...characters('hello'), root: 'draft:0' }))
  stage.receive(forgeOne(BEN, 0, { ...characters('abc'), root: 'draft:1' }, { ...element('paragraph'), root: 'note:1' }), {
    principal: 'ben',
  })
})

/** The verdict, and whether it came down the short road. */
function send(update: Uint8Array, sender: Partial<Context<Standing>> = {}): string {
  const before = stage.keystrokes
  const verdict = word(stage.receive(update, sender))
  return stage.keystrokes > before ? `${verdict}, short` : verdict
}

const typed = (clock: number, struct: ForgedStruct): Uint8Array => forgeOne(ADA, clock, struct)
const behind = (client: number, clock: number, text = 'x'): ForgedStruct => ({ ...characters(text), origin: id(client, clock) })

test('characters behind one’s own, behind another’s, and between two that both are known take the short road', () => {
  expect(send(typed(5, behind(ADA, 4, ' ça va')))).toBe('apply, short')
  expect(send(typed(11, behind(BEN, 2)))).toBe('apply, short')
  // The first one into the middle of a stretch cuts it; those that follow find their place cut.
  expect(send(typed(12, { ...behind(BEN, 1), rightOrigin: id(BEN, 2) }))).toBe('apply')
  expect(send(typed(13, { ...behind(ADA, 12), rightOrigin: id(BEN, 2) }))).toBe('apply, short')
  expect(stage.doc.getText('draft:0').toString()).toBe('hello ça va')
  expect(stage.doc.getText('draft:1').toString()).toBe('abxxcx')
})

test('what the short road may not decide is judged at length, and refused there', () => {
  const plain = typed(5, behind(ADA, 4))
  expect(send(plain, { standing: 'reader' })).toBe('forbidden')
  expect(send(plain, { principal: 'ben' })).toBe('foreign-client')
  expect(send(plain, { frozen: true })).toBe('frozen')
  expect(send(plain, { full: true })).toBe('limit')
  expect(send(typed(5, behind(ADA, 4, 'x'.repeat(8))))).toBe('limit')
  expect(send(typed(5, behind(ADA, 4, 'x'.repeat(300))))).toBe('too-large')
  expect(send(typed(5, behind(BEN, 3)))).toBe('bad-shape')
  expect(send(typed(5, behind(ADA, 5)))).toBe('malformed')
  expect(send(typed(5, behind(BEN, 9)))).toBe('gap')
  expect(send(typed(6, behind(ADA, 4)))).toBe('gap')
  expect(send(typed(5, { ...behind(ADA, 4), rightOrigin: id(BEN, 0) }))).toBe('bad-parent')
  expect(send(typed(5, { ...behind(ADA, 4), rightOrigin: id(ADA, 0) }))).toBe('conflicting-struct')
  expect(send(Uint8Array.of(...plain, 0))).toBe('malformed')
  expect(send(plain.subarray(0, -1))).toBe('malformed')
  expect(stage.doc.getText('draft:0').toString()).toBe('hello')
})

test('what is partly known, what others wrote beside and what waits for its subject goes the whole way', () => {
  expect(send(forgeOne(BEN, 4, behind(ADA, 4, '?')), { principal: 'ben' })).toBe('apply, short')
  expect(send(typed(5, behind(ADA, 4, '!')))).toBe('apply')
  expect(stage.doc.getText('draft:0').toString()).toBe('hello!?')
  expect(send(typed(5, behind(ADA, 4, '!')))).toBe('noop')
  expect(send(typed(5, behind(ADA, 4, '!a')))).toBe('apply')
  const state = Y.encodeStateAsUpdate(stage.doc)
  const waiting = new Stage({ stored: { state, owners: [[ADA, 'ada']] }, unknown: new Set(['draft:0']) })
  expect(word(waiting.receive(typed(7, behind(ADA, 6))))).toBe('wait')
})

test('an answer to our state vector may be a single keystroke too', () => {
  expect(send(typed(5, behind(ADA, 4)), { kind: 'step2', declared: new Set([ADA]) })).toBe('apply, short')
})
