import { describe, expect, test } from 'vitest'
import type { ActInput } from '../acts.ts'
import { circle, type Circle } from '../circle.ts'
import { confidenceViews } from '../confidences/views.ts'
import type { Id, PersonId } from '../ids.ts'
import { previousOf } from '../previous.ts'
import { formerNews } from '../transmissions/former-news.ts'
import type { Decision, DecisionStep } from './entities.ts'

const card = { name: 'Référente des clés', limits: 'Ne décide pas des travaux', until: '2027-12-03' }

/** Cleo brings an election; ada facilitates; ben, dan and eli decide with them, obs observes. */
class Election {
  readonly c: Circle = circle('ada', 'ben', 'cleo', 'dan', 'eli')
  readonly item: Id
  readonly id: Id
  constructor() {
    this.c.joins('obs', { standing: 'observer' })
    this.c.arrives('obs')
    this.item = this.c.did('cleo', { type: 'propose-item', kind: 'election', title: 'Qui tient les clés ?', expectation: 'Élire' })
    this.c.did('ada', { type: 'list-item', itemId: this.item })
    this.c.did('ada', { type: 'open-item', itemId: this.item })
    this.id = this.c.did('cleo', this.propose())
  }
  propose(): Extract<ActInput, { type: 'propose' }> {
    return { type: 'propose', itemId: this.item, text: 'Ouvrir et fermer la salle.', responsible: 'org:sci', reviewOn: '2027-12-03', card }
  }
  get decision(): Decision {
    const decision = this.c.board.decisions[this.id]
    if (!decision) throw new Error('no decision')
    return decision
  }
  next(from: DecisionStep = this.decision.step): ActInput {
    return { type: 'next-step', decisionId: this.id, from }
  }
  ballot(personId: PersonId): ActInput {
    return { type: 'cast-ballot', decisionId: this.id, personId }
  }
  position(position: 'no-objection' | 'objection', more: { text?: string } = {}): ActInput {
    return { type: 'give-position', decisionId: this.id, round: this.decision.rounds.length, position, ...more }
  }
  /** Everyone names dan; everyone says why. */
  toMoves(): this {
    this.c.did('ada', this.next())
    for (const voter of this.decision.deciders) this.c.did(voter, this.ballot('dan'))
    this.c.did('ada', this.next())
    const roundId = this.c.did('ada', { type: 'start-round', kind: 'free', itemId: this.item })
    this.c.did('ada', { type: 'end-round', roundId })
    this.c.did('ada', this.next())
    return this
  }
  proposing(personId: PersonId): this {
    this.c.did('ada', { type: 'nominate', decisionId: this.id, personId })
    this.c.did('ada', this.next())
    return this
  }
  /** The proposed person after all the others. */
  allSay(objecting?: PersonId): this {
    const holder = this.decision.card?.holder
    const others = this.decision.deciders.filter((personId) => personId !== holder)
    for (const personId of others)
      this.c.did(personId, personId === objecting ? this.position('objection', { text: 'Trop loin' }) : this.position('no-objection'))
    if (holder !== undefined && this.decision.deciders.includes(holder)) this.c.did(holder, this.position('no-objection'))
    this.c.did('ada', { type: 'reveal', decisionId: this.id, round: this.decision.rounds.length })
    return this
  }
}

describe('[§2.4.6] an election without candidates', () => {
  test('card, ballots, reasons, moves, proposal, objections, acceptance, adoption', () => {
    const e = new Election()
    expect(e.decision).toMatchObject({ process: 'election', step: 'proposal', card: { ...card, accepted: false } })
    e.toMoves()
    expect(e.decision.step).toBe('moves')
    expect(e.c.refusal('ada', e.next())).toBe('nobody-proposed')
    e.proposing('dan').allSay()
    e.c.did('ada', e.next())
    expect(e.decision.step).toBe('acceptance')
    const adopt: ActInput = { type: 'adopt', decisionId: e.id, version: 1 }
    expect(e.c.refusal('ada', adopt)).toBe('not-accepted')
    expect(e.c.refusal('eli', { type: 'accept-nomination', decisionId: e.id })).toBe('not-yours')
    e.c.did('dan', { type: 'accept-nomination', decisionId: e.id })
    e.c.did('ada', adopt)
    expect(e.decision).toMatchObject({ status: 'adopted', ref: 'ECO-2026-001', card: { holder: 'dan', accepted: true } })
    expect(e.c.refusal('ada', { type: 'close-item', itemId: e.item })).toBeUndefined()
    expect(e.c.refolded()).toEqual(e.c.board)
  })

  test('[D18] an item of kind election is decided by an election, with its card; another kind is not', () => {
    const e = new Election()
    e.c.did('cleo', { type: 'withdraw-proposal', decisionId: e.id })
    const { card: _card, ...without } = e.propose()
    expect(e.c.refusal('cleo', without)).toBe('incomplete')
    expect(e.c.refusal('cleo', { ...e.propose(), card: { ...card, until: '2026-12-02' } })).toBe('review-date-missing')
    e.c.did('cleo', { ...e.propose(), process: 'consent' })
    expect(Object.values(e.c.board.decisions).map(({ process }) => process)).toEqual(['election', 'election'])
  })

  test('[§2.5-6] deciders are frozen when the ballots open; observers and late comers cast none', () => {
    const e = new Election()
    e.c.did('ada', e.next())
    expect(e.decision.deciders).toEqual(['ada', 'ben', 'cleo', 'dan', 'eli'])
    e.c.joins('fay')
    e.c.arrives('fay')
    expect(e.c.refusal('fay', e.ballot('dan'))).toBe('not-a-decider')
    expect(e.c.refusal('obs', e.ballot('dan'))).toBe('observers-do-not')
    expect(e.c.refusal('ben', e.ballot('nobody'))).toBe('unknown-person')
  })

  test('the reasons wait for everyone’s ballot, and the moves for the round', () => {
    const e = new Election()
    e.c.did('ada', e.next())
    for (const voter of ['ada', 'ben', 'cleo', 'dan']) e.c.did(voter, e.ballot('eli'))
    expect(e.c.does('ada', e.next())).toMatchObject({ refused: 'positions-missing', detail: { people: ['eli'] } })
    e.c.isAway('eli')
    e.c.did('ada', e.next())
    expect(e.c.refusal('ben', e.ballot('dan'))).toBe('moved-on')
    expect(e.c.refusal('ada', e.next())).toBe('round-missing')
  })

  test('the person proposed answers last', () => {
    const e = new Election().toMoves().proposing('dan')
    expect(e.c.refusal('dan', e.position('no-objection'))).toBe('proposed-last')
    for (const personId of ['ada', 'ben', 'cleo', 'eli']) e.c.did(personId, e.position('no-objection'))
    expect(e.c.refusal('dan', e.position('no-objection'))).toBeUndefined()
  })

  test('[C6] declined without a reason: back to the names', () => {
    const e = new Election().toMoves().proposing('dan').allSay()
    e.c.did('ada', e.next())
    e.c.did('dan', { type: 'decline-nomination', decisionId: e.id })
    expect(e.decision.step).toBe('moves')
    expect(e.decision.card?.holder).toBeUndefined()
    expect(e.c.refusal('ben', e.ballot('eli'))).toBeUndefined()
    e.proposing('eli').allSay()
    expect(e.decision.rounds.map(({ version }) => version)).toEqual([1, 2])
  })

  test('[§2.5-8] an objection is lifted by its author; another name is a new version and a new round', () => {
    const e = new Election().toMoves().proposing('dan').allSay('eli')
    e.c.did('ada', e.next())
    expect(e.decision.step).toBe('integration')
    const objectionId = e.decision.objections[0]?.id ?? ''
    e.c.did('ada', { type: 'test-objection', decisionId: e.id, objectionId, result: 'accepted' })
    e.c.did('ada', { type: 'nominate', decisionId: e.id, personId: 'ben' })
    expect(e.decision.versions.at(-1)).toMatchObject({ n: 2, integrates: [objectionId] })
    expect(e.c.refusal('ada', e.next())).toBe('objections-open')
    e.c.did('eli', { type: 'lift-objection', decisionId: e.id, objectionId })
    e.c.did('cleo', { type: 'confirm-objection', decisionId: e.id, objectionId })
    e.c.did('ada', e.next())
    e.allSay()
    e.c.did('ada', e.next())
    expect(e.decision).toMatchObject({ step: 'acceptance', card: { holder: 'ben' } })
  })

  test('a mission amended while objections are integrated keeps the person proposed', () => {
    const e = new Election().toMoves().proposing('dan').allSay('eli')
    e.c.did('ada', e.next())
    const objectionId = e.decision.objections[0]?.id ?? ''
    e.c.did('ada', { type: 'test-objection', decisionId: e.id, objectionId, result: 'accepted' })
    const amended = { ...card, limits: 'Une année', holder: 'eli' }
    e.c.did('cleo', { type: 'amend', decisionId: e.id, from: 1, text: 'Ouvrir la salle.', integrates: [objectionId], card: amended })
    expect(e.decision.card).toMatchObject({ limits: 'Une année', holder: 'dan' })
  })
})

test('[§2.4.6] [D2] an objection after the election brings it to the next agenda as one, without words that would weigh a person', () => {
  const e = new Election().toMoves().proposing('dan').allSay()
  e.c.did('ada', e.next())
  e.c.did('dan', { type: 'accept-nomination', decisionId: e.id })
  e.c.did('ada', { type: 'adopt', decisionId: e.id, version: e.decision.versions.length })
  e.c.did('eli', { type: 'state-objection', decisionId: e.id, text: 'Il habite trop loin.' })
  const brought = { kind: 'election', title: e.decision.title, status: 'objected', replaces: e.decision.ref }
  expect(previousOf(e.c.board).items).toMatchObject([{ ...brought, text: 'Ouvrir et fermer la salle.' }])
  expect(JSON.stringify(previousOf(e.c.board))).not.toContain('trop loin')
  expect(JSON.stringify(formerNews(e.c.board))).toContain('Ouvrir et fermer la salle.')
  expect(JSON.stringify(formerNews(e.c.board).objected)).not.toContain('trop loin')
  const react = { type: 'react', decisionId: e.id, reactionType: 'objection', text: 'La salle ferme en mars.' } as const
  e.c.did('ben', react)
  expect(previousOf(e.c.board).items).toMatchObject([{ ...brought, text: 'Ouvrir et fermer la salle.\n– La salle ferme en mars.' }])
})

describe('[§2.7] a ballot is nobody’s but its author’s', () => {
  test('never on the board, in a fact or in another’s confidences; facilitation learns who has answered, the others how many', () => {
    const e = new Election()
    e.c.did('ada', e.next())
    const before = e.c.events.length
    e.c.did('ben', e.ballot('cleo'))
    expect(e.c.events).toHaveLength(before)
    const seenBy = (reader: PersonId) => confidenceViews(e.c.board, e.c.secrets, reader, e.c.online)
    expect(seenBy('ben').filter(({ kind }) => kind === 'ballot')).toMatchObject([{ personId: 'ben', payload: { personId: 'cleo' } }])
    for (const reader of ['ada', 'cleo', 'dan', 'obs']) expect(seenBy(reader).filter(({ kind }) => kind === 'ballot')).toEqual([])
    expect(seenBy('ada').at(-1)?.payload).toEqual({ count: 1, of: 5, people: ['ben'], missing: ['ada', 'cleo', 'dan', 'eli'] })
    expect(seenBy('dan').at(-1)?.payload).toEqual({ count: 1, of: 5 })
  })

  test('forgotten when the objections open, when the card is looked at again, and when the item ends', () => {
    const cast = (e: Election) => e.c.secrets.all('ballot')
    const e = new Election().toMoves()
    expect(cast(e)).toHaveLength(5)
    e.proposing('dan')
    expect(cast(e)).toEqual([])
    const back = new Election()
    back.c.did('ada', back.next())
    back.c.did('ben', back.ballot('cleo'))
    back.c.did('ada', { type: 'previous-step', decisionId: back.id, from: 'ballots' })
    expect(cast(back)).toEqual([])
    const ended = new Election().toMoves()
    ended.c.did('ada', { type: 'postpone-item', itemId: ended.item })
    expect(cast(ended)).toEqual([])
  })

  test('[§2.5-8] written for a person without a device by whoever entered them', () => {
    const e = new Election()
    e.c.did('ben', { type: 'enter-person', name: 'Mamie', voices: [] })
    const mamie = e.c.lastId
    e.c.did('ada', e.next())
    expect(e.c.refusal('dan', { ...e.ballot('cleo'), voterId: mamie } as ActInput)).toBe('not-yours')
    expect(e.c.refusal('ben', { ...e.ballot('cleo'), voterId: mamie } as ActInput)).toBeUndefined()
  })
})

describe('[C9] any decision may make a role', () => {
  test('[§2.5-4] a named holder accepts before the adoption; a card without a name can be adopted', () => {
    const c = circle('ada', 'ben', 'cleo', 'dan')
    const item = c.did('cleo', { type: 'propose-item', kind: 'decision', title: 'Un rôle', expectation: 'Votre consentement' })
    c.did('ada', { type: 'list-item', itemId: item })
    c.did('ada', { type: 'open-item', itemId: item })
    const id = c.did('cleo', {
      type: 'propose',
      itemId: item,
      text: 'Créer le rôle.',
      process: 'consent-express',
      responsible: 'org:sci',
      reviewOn: '2027-06-30',
      card: { ...card, mission: 'Tenir les clés', holder: 'dan' },
    })
    c.did('ada', { type: 'next-step', decisionId: id, from: 'proposal' })
    for (const personId of ['ada', 'ben', 'cleo', 'dan'])
      c.did(personId, { type: 'give-position', decisionId: id, round: 1, position: 'no-objection' })
    c.did('ada', { type: 'reveal', decisionId: id, round: 1 })
    expect(c.refusal('ada', { type: 'adopt', decisionId: id, version: 1 })).toBe('not-accepted')
    c.did('dan', { type: 'decline-nomination', decisionId: id })
    c.did('ada', { type: 'adopt', decisionId: id, version: 1 })
    expect(c.board.decisions[id]?.card).toEqual({ ...card, mission: 'Tenir les clés', accepted: false })
  })

  test('[D16, D19] an agreement names two parties the meeting knows; each commits for themselves alone', () => {
    const c = circle('ada', 'ben', 'cleo', 'dan')
    const item = c.did('cleo', { type: 'propose-item', kind: 'decision', title: 'Accord', expectation: 'Votre consentement' })
    c.did('ada', { type: 'list-item', itemId: item })
    c.did('ada', { type: 'open-item', itemId: item })
    const party = (org: string) => ({ org, expects: 'un local', gives: 'des paniers' })
    const propose = (orgs: readonly string[]): ActInput => ({
      type: 'propose',
      itemId: item,
      text: 'Un accord.',
      responsible: 'org:sci',
      reviewOn: '2027-06-30',
      agreement: { parties: orgs.map(party), until: '2027-12-31' },
    })
    expect(c.refusal('cleo', propose(['org:sci']))).toBe('malformed')
    expect(c.refusal('cleo', propose(['org:sci', 'org:nowhere']))).toBe('no-such-thing')
    const id = c.did('cleo', propose(['org:sci', 'org:coop']))
    expect(c.refusal('dan', { type: 'commit', decisionId: id, text: 'Ouvrir le lundi', voice: 'org:sci' })).toBe('not-yours')
    const commitment = c.did('dan', { type: 'commit', decisionId: id, text: 'Ouvrir le lundi' })
    expect(c.board.decisions[id]?.commitments).toEqual([{ id: commitment, personId: 'dan', voice: null, text: 'Ouvrir le lundi' }])
    expect(c.refusal('ben', { type: 'withdraw-entry', kind: 'commitment', id: commitment })).toBe('not-your-entry')
    c.did('dan', { type: 'withdraw-entry', kind: 'commitment', id: commitment })
    expect(c.board.decisions[id]?.commitments).toEqual([])
  })

  test('[E2] a voice that its structure still confirms commits under that condition, with its day', () => {
    const c = circle('ada', 'ben', 'cleo', 'dan')
    const voice = { org: 'org:sci', quality: 'gérant', mandate: 'ad-referendum' as const, confirmBy: '2026-12-20' }
    c.did('dan', { type: 'set-voices', voices: [voice] })
    expect(c.board.people['dan']?.voices).toEqual([voice])
    const item = c.did('cleo', { type: 'propose-item', kind: 'decision', title: 'Accord', expectation: 'Votre consentement' })
    c.did('ada', { type: 'list-item', itemId: item })
    c.did('ada', { type: 'open-item', itemId: item })
    const decisionId = c.did('cleo', { type: 'propose', itemId: item, text: 'Un accord.', responsible: 'org:sci', reviewOn: '2027-06-30' })
    const commit = { type: 'commit', decisionId, text: 'Ouvrir le lundi', voice: 'org:sci' } as const
    expect(c.refusal('dan', { ...commit, confirmBy: '2026-12-01' })).toBe('review-date-missing')
    c.did('dan', commit)
    c.did('dan', { ...commit, confirmBy: '2026-12-10' })
    c.did('dan', { ...commit, voice: null })
    expect(c.board.decisions[decisionId]?.commitments).toMatchObject([
      { toConfirm: true, confirmBy: '2026-12-20' },
      { toConfirm: true, confirmBy: '2026-12-10' },
      { voice: null },
    ])
    expect(c.board.decisions[decisionId]?.commitments?.[2]).not.toHaveProperty('toConfirm')
  })
})
