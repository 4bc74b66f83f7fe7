import { describe, expect, test } from 'vitest'
import { circle, type Circle } from '../circle.ts'
import type { Id } from '../ids.ts'
import type { ItemKind } from './entities.ts'
import { previousOf } from '../previous.ts'
import { sealedSeed } from '../sealed-seed.ts'
import { newBoard, NewMeetingSchema } from '../seed.ts'
import { noWords } from '../words.ts'
import * as v from 'valibot'

const opened = (c: Circle, kind: ItemKind, more: object = {}): Id => {
  const itemId = c.did('cleo', { type: 'propose-item', kind, title: 'Un point', expectation: 'Votre écoute', ...more })
  c.did('ada', { type: 'list-item', itemId })
  c.did('ada', { type: 'open-item', itemId })
  return itemId
}

describe('[D12] a domain that a structure or commission decides alone', () => {
  const sovereign = 'com:accueil'
  const propose = (itemId: Id) => ({ type: 'propose', itemId, text: 'Décidons.', responsible: 'org:sci', reviewOn: '2027-01-01' }) as const

  test('nobody speaks for it: nothing is decided, and the item becomes an advice or a feedback', () => {
    const c = circle('ada', 'ben', 'cleo', 'dan')
    const itemId = opened(c, 'decision', { sovereign })
    expect(c.does('cleo', propose(itemId))).toMatchObject({ refused: 'sovereign-absent', detail: { organisations: [sovereign] } })
    expect(c.refusal('ada', { type: 'set-item', itemId, kind: 'information' })).toBe('process-locked')
    c.did('ada', { type: 'set-item', itemId, kind: 'advice' })
    expect(c.board.items[itemId]?.kind).toBe('advice')
  })
  test('somebody here speaks for it: decided as any other, and the kind stays announced [D18]', () => {
    const c = circle('ada', 'ben', 'cleo', 'dan')
    c.did('dan', { type: 'set-voices', voices: [{ org: sovereign }] })
    const itemId = opened(c, 'decision', { sovereign })
    expect(c.refusal('ada', { type: 'set-item', itemId, kind: 'advice' })).toBe('process-locked')
    const decisionId = c.did('cleo', propose(itemId))
    c.did('cleo', { type: 'withdraw-proposal', decisionId })
    c.did('dan', { type: 'leave' })
    expect(c.refusal('cleo', propose(itemId))).toBe('sovereign-absent')
  })
  test('whose domain it is can be taken back, and must be somebody the meeting knows', () => {
    const c = circle('ada', 'ben', 'cleo', 'dan')
    const itemId = opened(c, 'decision', { sovereign })
    expect(c.refusal('ada', { type: 'set-item', itemId, sovereign: 'org:nowhere' })).toBeDefined()
    c.did('ada', { type: 'set-item', itemId, sovereign: null })
    expect(c.refusal('cleo', propose(itemId))).toBeUndefined()
  })
})

describe('[G1] an experience review', () => {
  test('its narrator alone tells it, and says whether it is published, until sealing', () => {
    const c = circle('ada', 'ben', 'cleo', 'dan')
    const itemId = opened(c, 'rex')
    expect(c.refusal('dan', { type: 'tell-experience', itemId, situation: 'x' })).toBe('not-permitted')
    c.did('cleo', { type: 'tell-experience', itemId, situation: 'Trois jours de pluie' })
    c.did('cleo', { type: 'tell-experience', itemId, helped: 'Un voisin', published: true })
    expect(c.board.items[itemId]?.experience).toEqual({
      situation: 'Trois jours de pluie',
      did: '',
      difficulties: '',
      helped: 'Un voisin',
      published: true,
    })
    c.words = { learnings: 1, [`learnings:${itemId}`]: 1 }
    c.did('ada', { type: 'close-item', itemId })
    c.at(30).did('ada', { type: 'close' })
    expect(c.refusal('cleo', { type: 'tell-experience', itemId, situation: 'autre' })).toBe('frozen')
    expect(sealedSeed(c.board).items[itemId]?.experience).toBeDefined()
    c.did('cleo', { type: 'tell-experience', itemId, published: false })
    expect(sealedSeed(c.board).items[itemId]?.experience).toBeUndefined()
    expect(c.refolded()).toEqual(c.board)
  })
  test('[D18] told on an item announced as one', () => {
    const c = circle('ada', 'ben', 'cleo', 'dan')
    expect(c.refusal('cleo', { type: 'tell-experience', itemId: opened(c, 'information'), situation: 'x' })).toBe('process-locked')
  })
})

describe('[C8] a subject from one meeting to the next', () => {
  test('what was said on it, decided and learnt comes with it; who is sovereign on what too [A8]', () => {
    const c = circle('ada', 'ben', 'cleo', 'dan')
    const itemId = opened(c, 'feedback', { towards: 'org:sci' })
    c.did('cleo', { type: 'state-feedback', itemId, observation: 'a', request: 'b' })
    c.did('cleo', { type: 'close-feedback', itemId, noAnswerOn: '2026-12-03' })
    c.did('cleo', { type: 'set-sovereignty', org: 'org:sci', text: 'Les baux', itemId })
    c.did('ada', { type: 'close-item', itemId, nextStep: 'On relance la SCI' })
    const previous = previousOf(c.board, { ...noWords, learnings: [{ id: 'l1', kind: 'learning', text: 'Écrire tôt', itemId, rank: 0 }] })
    const threadId = `circle:${itemId}`
    expect(previous.threads).toEqual([
      {
        threadId,
        title: 'Un point',
        kind: 'feedback',
        on: '2026-12-03',
        outcome: 'On relance la SCI',
        decisions: [],
        learnings: ['Écrire tôt'],
      },
    ])
    const next = newBoard(
      { ...v.parse(v.omit(NewMeetingSchema, ['previous']), { title: 'La suivante' }), previous },
      { id: 'next', now: '2027-01-07T17:00:00Z' },
    )
    expect(next.organisations['org:sci']?.sovereignty.map(({ text }) => text)).toEqual(['Les baux'])
    expect(previousOf(next).threads).toEqual(previous.threads)
    // [F5] the log goes on too, without a name.
    expect(previous.learnings).toEqual([{ kind: 'learning', text: 'Écrire tôt', on: '2026-12-03' }])
    expect(previousOf(next).learnings).toEqual(previous.learnings)
  })
  test('[A7] what a feedback taught feeds the log and its subject, once, after what was noted there', () => {
    const c = circle('ada', 'ben', 'cleo', 'dan')
    const itemId = opened(c, 'feedback', { towards: 'org:sci' })
    c.did('cleo', { type: 'state-feedback', itemId, observation: 'a', request: 'b' })
    c.did('cleo', { type: 'close-feedback', itemId, noAnswerOn: '2026-12-03' })
    c.did('cleo', { type: 'learn-from-feedback', itemId, text: 'Personne n’avait la charge de prévenir' })
    c.did('ada', { type: 'close-item', itemId, nextStep: 'On relance la SCI' })
    const noted = { id: 'l1', kind: 'watchpoint' as const, text: 'Écrire tôt', itemId, rank: 0 }
    const learnt = ['Écrire tôt', 'Personne n’avait la charge de prévenir']
    const previous = previousOf(c.board, { ...noWords, learnings: [noted] })
    expect(previous.threads?.[0]?.learnings).toEqual(learnt)
    expect(previous.learnings).toEqual([
      { kind: 'watchpoint', text: learnt[0], on: '2026-12-03' },
      { kind: 'learning', text: learnt[1], on: '2026-12-03' },
    ])
    const twice = [noted, { ...noted, id: 'l2', kind: 'learning' as const, text: learnt[1]! }]
    expect(previousOf(c.board, { ...noWords, learnings: twice }).threads?.[0]?.learnings).toEqual(learnt)
  })
  test('a postponed item comes back under its subject', () => {
    const c = circle('ada', 'ben', 'cleo', 'dan')
    const itemId = opened(c, 'information')
    c.did('ada', { type: 'postpone-item', itemId })
    expect(previousOf(c.board).items).toMatchObject([{ title: 'Un point', threadId: `circle:${itemId}` }])
  })
})
