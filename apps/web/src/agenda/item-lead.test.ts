import type { ActInput } from '@clairiere/ritual'
import { circle, type Circle } from '@clairiere/ritual/circle'
import { describe, expect, it } from 'vitest'
import { isOwnNext, itemLeadOf } from './item-lead.ts'

const today = '2026-12-03'
type Kind = Extract<ActInput, { type: 'propose-item' }>['kind']

/** Ada facilitates, Ben keeps the mood, Cleo carries and Dan speaks for the SCI. */
const opened = (kind: Kind, { carrier = 'cleo', scribe = '', ...more }: { carrier?: string; scribe?: string; towards?: boolean } = {}) => {
  const c = circle('ada', 'ben', 'cleo', 'dan')
  const [sci = '', coop = ''] = Object.keys(c.board.organisations)
  c.did('dan', { type: 'set-voices', voices: [{ org: sci }] })
  if (scribe !== '') c.did(scribe, { type: 'claim-role', role: 'scribe' })
  c.did('ada', { type: 'set-phase', from: c.board.now.phase, to: 'agenda' })
  const itemId = c.did(carrier, {
    type: 'propose-item',
    kind,
    title: 'Point',
    expectation: 'Votre écoute',
    ...(more.towards && { towards: sci }),
  })
  c.did('ada', { type: 'list-item', itemId })
  c.did('ada', { type: 'open-item', itemId })
  return { c, itemId, sci, coop }
}
const lead = (c: Circle, itemId: string, me = 'ada') => {
  const item = c.board.items[itemId]
  if (!item) throw new Error('no item')
  return itemLeadOf(c.board, c.words, item, { me, own: new Set(), today })
}
const isOwn = (c: Circle, itemId: string, me = 'ada') => {
  const item = c.board.items[itemId]
  if (!item) throw new Error('no item')
  return isOwnNext(c.board, item, { me, own: new Set(), today })
}

describe('[§2.3] [I9] what an item asks next of whoever leads: what its kind owes first, closing it after', () => {
  it('no kind is closed first in the minute it opens, with nothing written', () => {
    const kinds: readonly Kind[] = ['information', 'broadcast', 'contribution', 'advice', 'concertation', 'decision', 'rex', 'tension']
    for (const kind of kinds) expect([kind, lead(...at(opened(kind)))]).not.toContainEqual({ kind: 'close' })
    expect(lead(...at(opened('feedback', { towards: true })))).not.toEqual({ kind: 'close' })
  })

  it('an information waits for its note: of the scribe, or of whoever leads where nobody writes', () => {
    const { c, itemId } = opened('information')
    expect(lead(c, itemId)).toEqual({ kind: 'give', what: 'note' })
    c.words[`note:${itemId}`] = 1
    expect(lead(c, itemId)).toEqual({ kind: 'close' })
    const written = opened('information', { scribe: 'dan' })
    expect(lead(written.c, written.itemId)).toEqual({ kind: 'waits', for: 'output' })
    written.c.did('dan', { type: 'leave' })
    expect(lead(written.c, written.itemId)).toEqual({ kind: 'give', what: 'note' })
  })

  it('[A9] a call for contributions: the silence, then the synthesis of what was written', () => {
    const { c, itemId } = opened('contribution')
    expect(lead(c, itemId)).toEqual({ kind: 'silence' })
    const round = c.did('ada', { type: 'start-round', kind: 'free', mode: 'simultaneous', itemId })
    c.did('ada', { type: 'end-round', roundId: round })
    expect(lead(c, itemId)).toEqual({ kind: 'give', what: 'synthesis' })
    c.did('ada', { type: 'add-note', itemId, text: 'Un tour chacun.', channel: 'oral', author: null, heading: 'synthesis' })
    expect(lead(c, itemId)).toEqual({ kind: 'close' })
    const talked = opened('contribution')
    talked.c.words[`ideas:${talked.itemId}`] = 2
    expect(lead(talked.c, talked.itemId)).toEqual({ kind: 'give', what: 'synthesis' })
  })

  it('[A10] an advice: its question, the impacted, then a first advice', () => {
    const { c, itemId, sci } = opened('advice')
    expect(lead(c, itemId)).toEqual({ kind: 'waits', for: 'output' })
    c.did('cleo', { type: 'set-advice', itemId, question: 'Ouvrir ?', decider: 'cleo', decideBy: '2026-12-17' })
    expect(lead(c, itemId)).toEqual({ kind: 'waits', for: 'output' })
    c.did('cleo', { type: 'ask-advice', itemId, target: sci, as: 'impacted' })
    expect(lead(c, itemId)).toEqual({ kind: 'waits', for: 'advice' })
    c.did('dan', { type: 'give-advice', itemId, voice: sci, text: 'Oui' })
    expect(lead(c, itemId)).toEqual({ kind: 'close' })
  })

  it('a circulated decision: its text and its window, then a first reaction or what was said', () => {
    const { c, itemId, sci } = opened('broadcast')
    expect(lead(c, itemId)).toEqual({ kind: 'waits', for: 'output' })
    c.did('cleo', { type: 'set-broadcast', itemId, text: 'Fermée en août.', decidedOn: '2026-11-20', org: sci, openUntil: '2026-12-17' })
    expect(lead(c, itemId)).toEqual({ kind: 'waits', for: 'reactions' })
    c.did('dan', { type: 'react', itemId, reactionType: 'support', text: 'Très bien.' })
    expect(lead(c, itemId)).toEqual({ kind: 'close' })
  })

  it('[A7] a feedback: its observation and request, then the answer, or « sans réponse » by who carries it', () => {
    const { c, itemId } = opened('feedback', { towards: true, carrier: 'ada' })
    expect(lead(c, itemId)).toEqual({ kind: 'own' })
    c.did('ada', { type: 'state-feedback', itemId, observation: 'Vu', request: 'Demandé' })
    expect(lead(c, itemId)).toEqual({ kind: 'waits', for: 'output' })
    expect(lead(c, itemId, 'dan')).toEqual({ kind: 'own' })
    c.did('dan', { type: 'leave' })
    expect(lead(c, itemId)).toEqual({ kind: 'no-answer' })
    c.did('ada', { type: 'close-feedback', itemId, noAnswerOn: today })
    expect(lead(c, itemId)).toEqual({ kind: 'close' })
  })

  it('[A12] a concertation: two structures, then a note; its next step is asked for while closing', () => {
    const { c, itemId, sci, coop } = opened('concertation')
    expect(lead(c, itemId)).toEqual({ kind: 'waits', for: 'output' })
    c.did('ada', { type: 'set-item', itemId, structures: [sci, coop] })
    expect(lead(c, itemId)).toEqual({ kind: 'give', what: 'note' })
    c.words[`note:${itemId}`] = 1
    expect(lead(c, itemId)).toEqual({ kind: 'close' })
  })

  it('[G1] a REX is listened to, then leaves a learning', () => {
    const { c, itemId } = opened('rex')
    expect(lead(c, itemId)).toEqual({ kind: 'waits', for: 'story' })
    c.did('cleo', { type: 'tell-experience', itemId, situation: 'La clé' })
    expect(lead(c, itemId)).toEqual({ kind: 'give', what: 'learning' })
    c.words['learnings:'] = 1
    expect(lead(c, itemId)).toEqual({ kind: 'close' })
  })

  it('whoever leads the item they carry has the button of their own act filled, until it is made; not while a round runs', () => {
    const { c, itemId } = opened('advice', { carrier: 'ada' })
    expect(lead(c, itemId)).toEqual({ kind: 'own' })
    expect(isOwn(c, itemId)).toBe(true)
    expect(isOwn(c, itemId, 'dan')).toBe(false)
    const roundId = c.did('ada', { type: 'start-round', kind: 'free', itemId })
    expect(isOwn(c, itemId)).toBe(false)
    c.did('ada', { type: 'end-round', roundId })
    c.did('ada', { type: 'set-advice', itemId, question: 'Ouvrir ?', decider: 'ada', decideBy: '2026-12-17' })
    expect(isOwn(c, itemId)).toBe(false)
  })

  it('a decision brought to its end is closed, and so is a follow-up with no line to look at', () => {
    const { c, itemId, sci } = opened('decision')
    const decisionId = c.did('cleo', { type: 'propose', itemId, text: 'Essayons.', responsible: sci, reviewOn: '2027-06-30' })
    expect(lead(c, itemId)).toEqual({ kind: 'waits', for: 'output' })
    c.did('cleo', { type: 'withdraw-proposal', decisionId })
    expect(lead(c, itemId)).toEqual({ kind: 'close' })
    expect(lead(...at(opened('follow-up')))).toEqual({ kind: 'close' })
  })
})

const at = ({ c, itemId }: { c: Circle; itemId: string }): [Circle, string] => [c, itemId]
