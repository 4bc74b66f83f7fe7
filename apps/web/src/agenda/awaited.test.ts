import { circle } from '@clairiere/ritual/circle'
import { describe, expect, it } from 'vitest'
import { awaitedOf } from './awaited.ts'

const today = '2026-12-03'
const nothingOwn: ReadonlySet<string> = new Set()

/** A live meeting: Ada facilitates, Ben keeps the mood, Cleo carries, Dan speaks for the SCI, Eve for nobody but herself. */
const evening = () => {
  const c = circle('ada', 'ben', 'cleo', 'dan', 'eve')
  const [sci, coop] = Object.keys(c.board.organisations)
  if (!sci || !coop) throw new Error('the preset has structures')
  c.did('dan', { type: 'set-voices', voices: [{ org: sci }] })
  return { c, sci, coop }
}
type Evening = ReturnType<typeof evening>

const openItem = (
  { c }: Evening,
  more: { kind: 'advice' | 'broadcast' | 'feedback' | 'contribution' | 'information' | 'concertation'; towards?: string },
) => {
  const itemId = c.did('cleo', { type: 'propose-item', title: 'Point', expectation: 'Votre écoute', ...more })
  c.did('ada', { type: 'list-item', itemId })
  c.did('ada', { type: 'open-item', itemId })
  return itemId
}

const awaits = ({ c }: Evening, itemId: string, me: string, own = nothingOwn, day = today) => {
  const item = c.board.items[itemId]
  if (!item) throw new Error('no item')
  return awaitedOf(c.board, item, { me, own, today: day })
}

describe('what is expected of me', () => {
  it('[C7] in the follow-up an answer, of whoever carries an action of a former meeting or was asked to', () => {
    const e = evening()
    const itemId = e.c.did('cleo', { type: 'propose-item', title: 'Suivi', expectation: 'Vos réponses', kind: 'follow-up' })
    e.c.did('ada', { type: 'list-item', itemId })
    e.c.did('ada', { type: 'open-item', itemId })
    const former = (title: string, who: readonly string[], seen = false) => {
      const id = e.c.did('ada', { type: 'create-action', title })
      return { ...e.c.board.actions[id]!, carriedOver: { who, seen, helpAsked: false } }
    }
    const actions = [former('one', ['dan']), { ...former('two', []), absent: ['dan'] }, former('three', ['dan'], true)]
    e.c.board = { ...e.c.board, actions: Object.fromEntries(actions.map((action) => [action.id, action])) }
    expect(awaits(e, itemId, 'dan')).toEqual({ kind: 'answer-actions', count: 2 })
    expect(awaits(e, itemId, 'eve')).toEqual({ kind: 'nothing' })
  })
  it('[D17] nothing of whoever listens, the word of whoever carries', () => {
    const e = evening()
    const itemId = openItem(e, { kind: 'information' })
    expect(awaits(e, itemId, 'dan')).toEqual({ kind: 'nothing' })
    expect(awaits(e, itemId, 'cleo')).toEqual({ kind: 'carry' })
  })

  it('[A10] the question first, then the advice of a structure that was asked, once', () => {
    const e = evening()
    const itemId = openItem(e, { kind: 'advice' })
    expect(awaits(e, itemId, 'cleo')).toEqual({ kind: 'set-advice' })
    expect(awaits(e, itemId, 'dan')).toEqual({ kind: 'nothing' })
    e.c.did('cleo', { type: 'set-advice', itemId, question: 'Ouvrir le dimanche ?', decider: 'cleo', decideBy: '2026-12-17' })
    expect(awaits(e, itemId, 'dan')).toEqual({ kind: 'offer-advice' })
    expect(awaits(e, itemId, 'cleo'), 'nobody it touches is named').toEqual({ kind: 'ask-advice', orgs: [] })
    e.c.did('cleo', { type: 'ask-advice', itemId, target: e.sci, as: 'impacted' })
    expect(awaits(e, itemId, 'cleo')).toEqual({ kind: 'carry' })
    expect(awaits(e, itemId, 'dan')).toEqual({ kind: 'give-advice', org: e.sci, as: 'impacted' })
    e.c.did('dan', { type: 'give-advice', itemId, voice: e.sci, as: 'impacted', text: 'Oui' })
    expect(awaits(e, itemId, 'dan')).toEqual({ kind: 'nothing' })
    expect(awaits(e, itemId, 'cleo')).toEqual({ kind: 'conclude-advice' })
  })

  it('[A10] an advice given without a name is still one’s own; after the day nothing is asked', () => {
    const e = evening()
    const itemId = openItem(e, { kind: 'advice' })
    e.c.did('cleo', { type: 'set-advice', itemId, question: 'Ouvrir ?', decider: 'cleo', decideBy: '2026-12-17' })
    e.c.did('eve', { type: 'give-advice', itemId, text: 'Oui', attribution: 'unnamed' })
    const id = e.c.board.advice[itemId]?.given[0]?.id
    expect(awaits(e, itemId, 'eve')).toEqual({ kind: 'offer-advice' })
    expect(awaits(e, itemId, 'eve', new Set([`advice:${id}`]))).toEqual({ kind: 'nothing' })
    expect(awaits(e, itemId, 'dan', nothingOwn, '2026-12-18')).toEqual({ kind: 'nothing' })
  })

  it('[D3] the decider owes an answer to each advice once decided', () => {
    const e = evening()
    const itemId = openItem(e, { kind: 'advice' })
    e.c.did('cleo', { type: 'set-advice', itemId, question: 'Ouvrir ?', decider: 'cleo', decideBy: '2026-12-17' })
    e.c.did('cleo', { type: 'ask-advice', itemId, target: e.sci, as: 'impacted' })
    e.c.did('dan', { type: 'give-advice', itemId, voice: e.sci, as: 'impacted', text: 'Oui' })
    e.c.did('cleo', { type: 'conclude-advice', itemId, text: 'On ouvre.' })
    expect(awaits(e, itemId, 'cleo')).toEqual({ kind: 'answer-advice', count: 1 })
  })

  it('[D2] text, then date, then reactions, then answers', () => {
    const e = evening()
    const itemId = openItem(e, { kind: 'broadcast' })
    expect(awaits(e, itemId, 'cleo')).toEqual({ kind: 'set-broadcast', missing: 'text' })
    expect(awaits(e, itemId, 'dan')).toEqual({ kind: 'nothing' })
    e.c.did('cleo', { type: 'set-broadcast', itemId, text: 'Trois journées.', decidedOn: '2026-11-20' })
    expect(awaits(e, itemId, 'cleo')).toEqual({ kind: 'set-broadcast', missing: 'window' })
    expect(awaits(e, itemId, 'dan')).toEqual({ kind: 'react' })
    e.c.did('cleo', { type: 'set-broadcast', itemId, text: 'Trois journées.', decidedOn: '2026-11-20', openUntil: '2026-12-17' })
    e.c.did('dan', { type: 'react', itemId, reactionType: 'question', text: 'Qui loge ?' })
    expect(awaits(e, itemId, 'dan')).toEqual({ kind: 'nothing' })
    expect(awaits(e, itemId, 'eve', nothingOwn, '2026-12-18')).toEqual({ kind: 'nothing' })
    expect(awaits(e, itemId, 'cleo')).toEqual({ kind: 'answer-reactions', count: 1 })
  })

  it('[A7] the feedback of whoever carries, then the answer of whoever speaks for the target', () => {
    const e = evening()
    const itemId = openItem(e, { kind: 'feedback', towards: e.sci })
    expect(awaits(e, itemId, 'cleo')).toEqual({ kind: 'state-feedback' })
    expect(awaits(e, itemId, 'dan')).toEqual({ kind: 'nothing' })
    e.c.did('cleo', { type: 'state-feedback', itemId, observation: 'Fermée.', request: 'Un mot.' })
    expect(awaits(e, itemId, 'dan')).toEqual({ kind: 'answer-feedback', org: e.sci })
    expect(awaits(e, itemId, 'eve')).toEqual({ kind: 'nothing' })
    e.c.did('dan', { type: 'answer-feedback', itemId, text: 'Entendu.' })
    expect(awaits(e, itemId, 'dan')).toEqual({ kind: 'nothing' })
  })

  it('[A9] ideas of everyone; structures of whoever carries a concertation', () => {
    const e = evening()
    const ideas = openItem(e, { kind: 'contribution' })
    expect(awaits(e, ideas, 'eve')).toEqual({ kind: 'give-ideas' })
    e.c.joins('flo', { standing: 'observer' })
    e.c.arrives('flo')
    expect(awaits(e, ideas, 'flo')).toEqual({ kind: 'nothing' })
    e.c.did('ada', { type: 'postpone-item', itemId: ideas })
    expect(awaits(e, ideas, 'eve')).toEqual({ kind: 'nothing' })
    const linked = openItem(e, { kind: 'concertation' })
    expect(awaits(e, linked, 'cleo')).toEqual({ kind: 'name-structures' })
    e.c.did('cleo', { type: 'set-item', itemId: linked, structures: [e.sci, e.coop] })
    expect(awaits(e, linked, 'cleo')).toEqual({ kind: 'carry' })
  })

  it('[C5] an action offered comes before all else', () => {
    const e = evening()
    const itemId = openItem(e, { kind: 'contribution' })
    const actionId = e.c.did('ada', { type: 'create-action', title: 'Écrire la fiche', takers: ['eve'], itemId })
    expect(awaits(e, itemId, 'eve')).toEqual({ kind: 'accept-action', actionId })
    e.c.did('eve', { type: 'accept-action', actionId })
    expect(awaits(e, itemId, 'eve')).toEqual({ kind: 'give-ideas' })
  })
})
