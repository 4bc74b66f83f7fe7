import type { ActInput } from '../acts.ts'
import { circle, type Circle } from '../circle.ts'
import type { Id, PersonId } from '../ids.ts'
import type { Decision, DecisionStep, PositionId } from './entities.ts'

type Propose = Partial<Extract<ActInput, { type: 'propose' }>>
type Said = Partial<Extract<ActInput, { type: 'give-position' }>>

/** For tests: ada facilitates, ben watches, cleo carries a decision item that is open, dan and eli decide with them, obs observes. */
export class DecisionCircle {
  readonly c: Circle
  readonly item: Id
  readonly id: Id

  constructor(propose: Propose = {}) {
    const c = circle('ada', 'ben', 'cleo', 'dan', 'eli')
    c.joins('obs', { standing: 'observer' })
    c.arrives('obs')
    this.c = c
    this.item = c.did('cleo', { type: 'propose-item', kind: 'decision', title: 'Charte de la salle', expectation: 'Votre consentement' })
    c.did('ada', { type: 'list-item', itemId: this.item })
    c.did('ada', { type: 'open-item', itemId: this.item })
    this.id = c.did('cleo', {
      type: 'propose',
      itemId: this.item,
      text: 'La salle se réserve.',
      responsible: 'org:sci',
      cc: ['org:coop', 'org:sci', 'org:coop'],
      reviewOn: '2027-06-30',
      ...propose,
    })
  }

  get decision(): Decision {
    const decision = this.c.board.decisions[this.id]
    if (!decision) throw new Error('no decision')
    return decision
  }
  next(from: DecisionStep = this.decision.step): ActInput {
    return { type: 'next-step', decisionId: this.id, from }
  }
  /** Walks forward to a step, holding the round of feelings on the way. */
  to(step: DecisionStep): this {
    while (this.decision.step !== step) {
      if (this.decision.step === 'feelings') this.feelings()
      this.c.did('ada', this.next())
    }
    return this
  }
  feelings(): this {
    const roundId = this.c.did('ada', { type: 'start-round', kind: 'feelings', itemId: this.item })
    this.c.did('ada', { type: 'end-round', roundId })
    return this
  }
  position(position: PositionId, more: Said = {}): ActInput {
    return { type: 'give-position', decisionId: this.id, round: this.decision.rounds.length, position, ...more }
  }
  /** Everyone else has no objection. */
  allSay(more: Readonly<Record<PersonId, Said & { position: PositionId }>> = {}): this {
    for (const personId of this.decision.deciders) this.c.did(personId, this.position('no-objection', more[personId]))
    return this
  }
  reveal(): ActInput {
    return { type: 'reveal', decisionId: this.id, round: this.decision.rounds.length }
  }
  adopt(version = this.decision.versions.length): ActInput {
    return { type: 'adopt', decisionId: this.id, version }
  }
  /** A round with these positions, revealed. */
  round(more: Readonly<Record<PersonId, Said & { position: PositionId }>> = {}): this {
    this.to('objections').allSay(more)
    this.c.did('ada', this.reveal())
    return this
  }
}
