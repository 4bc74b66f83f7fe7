import { circle } from '@clairiere/ritual/circle'
import { expect, test } from 'vitest'
import { representation } from './seats.ts'

test('[A1] the circle says which structures have a voice here, and which have none', () => {
  const c = circle('ada', 'ben')
  c.did('ada', { type: 'set-voices', voices: [{ org: 'org:sci' }, { org: 'org:coop' }, { org: null }] })
  c.did('ben', { type: 'set-voices', voices: [{ org: 'com:ecoute' }] })
  const held = representation(c.board)
  expect(held).toMatchObject({ structures: 2, ofStructures: 6, others: 1, ofOthers: 6 })
  c.did('ben', { type: 'leave' })
  expect(representation(c.board)).toMatchObject({ others: 0 })
})
