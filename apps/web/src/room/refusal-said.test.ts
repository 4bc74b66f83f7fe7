import { refuse } from '@clairiere/ritual'
import { fr } from '@clairiere/ritual/labels/fr'
import { expect, test } from 'vitest'
import { refusalSaid } from './refusal-said.ts'

const sent = { id: 'a', ok: false, refused: 'signal-open', message: 'A signal is still waiting.' } as const

test('a refusal is said in the language of the page, whatever the socket answered in', () => {
  expect(refusalSaid(sent, null, fr)).toBe(fr.refusals['signal-open'])
  expect(refusalSaid(sent, { ok: true, value: null }, fr)).toBe(fr.refusals['signal-open'])
})

test('the number in it is the one the rules give here; where they do not, the server’s own sentence stands', () => {
  const few = { id: 'a', ok: false, refused: 'too-few-people', message: 'Il faut être quatre.' } as const
  expect(refusalSaid(few, refuse('too-few-people', { needed: 3 }), fr)).toMatch(/3|trois/)
  expect(refusalSaid(few, null, fr)).toBe('Il faut être quatre.')
})

test('a code that this page does not know is said as the server says it', () => {
  expect(refusalSaid({ id: 'a', ok: false, refused: 'of-tomorrow' as 'paused', message: 'Demain.' }, null, fr)).toBe('Demain.')
})
