import { expect, test } from 'vitest'
import { Chance } from '../chance.ts'
import { Circle } from '../circle.ts'
import { DecisionCircle } from '../decisions/decision-circle.ts'
import { isOver } from '../meeting/is-over.ts'
import { formerNews, heardOf, type FormerNews } from '../transmissions/former-news.ts'
import { isObjectionTakenBack } from './objected-point.ts'

interface Follower {
  name: string
  c: Circle
  former: Follower | null
  /** Somebody here, or in a meeting it took the point over from, has touched it. */
  isTouched: boolean
}

const liveIn = ({ c }: Follower) => Object.values(c.board.items).filter(({ status }) => status === 'proposed' || status === 'listed')

/** A meeting that decided, and those that follow it, made whenever: each hears its former once anything was said of the decision. */
class Line {
  readonly followers: Follower[] = []
  /** What was objected and not taken back, by the reaction that said it. */
  readonly standing = new Map<string, string>()
  readonly #d = new DecisionCircle().round().to('improvement')
  readonly #chance: Chance
  readonly #happened: string[] = []
  #said = 0

  constructor(chance: Chance) {
    this.#chance = chance
    this.#d.c.did('ada', this.#d.adopt())
  }

  get story(): string {
    return this.#happened.join(', ')
  }
  get #open(): readonly Follower[] {
    return this.followers.filter(({ c }) => !isOver(c.board.meeting))
  }

  newsFor({ former }: Pick<Follower, 'former'>): FormerNews {
    return formerNews((former?.c ?? this.#d.c).board)
  }

  goesOn(): void {
    const what = this.#chance.int(10)
    if (what < 3 && this.standing.size < 4) this.#objects()
    else if (what < 5 && this.standing.size > 0) this.#takesBack()
    else if (what < 8 && this.followers.length < 4) this.#follows()
    else if (this.#open.length > 0) this.#meets(this.#chance.pick(this.#open))
  }

  #objects(): void {
    const text = `Mot ${(this.#said += 1)}.`
    this.standing.set(this.#d.c.did('eli', { type: 'react', decisionId: this.#d.id, reactionType: 'objection', text }), text)
    this.#tells('objects')
  }

  #takesBack(): void {
    const id = this.#chance.pick([...this.standing.keys()])
    this.#d.c.did('eli', { type: 'withdraw-entry', kind: 'reaction', id })
    this.standing.delete(id)
    this.#tells('takes back')
  }

  #follows(): void {
    const former = this.followers.length === 0 || this.#chance.once(4) ? null : this.#chance.pick(this.followers)
    const c = new Circle({ title: 'suite', purpose: 'suivre' }, undefined, { former: (former?.c ?? this.#d.c).board })
    c.joins('ada', { host: true })
    c.arrives('ada').did('ada', { type: 'claim-role', role: 'facilitator' })
    const name = `m${this.followers.length}`
    this.followers.push({ name, c, former, isTouched: former?.isTouched ?? false })
    c.hears(this.newsFor({ former }))
    this.#happened.push(`${name} follows ${former?.name ?? 'the decision'}`)
  }

  #meets(one: Follower): void {
    const [point] = liveIn(one)
    if (point && this.#chance.once(2)) {
      one.c.did('ada', { type: 'set-item', itemId: point.id, urgency: 5 })
      one.isTouched = true
      this.#happened.push(`${one.name} touches`)
    } else {
      one.c.did('ada', { type: 'cancel', reason: 'neige' })
      this.#happened.push(`${one.name} is over`)
    }
  }

  /** One of them may not be told at first: those after it hear what it would have heard. */
  #tells(what: string): void {
    const deaf = this.followers[this.#chance.int(this.followers.length + 1)]
    const heard = new Map<Follower | null, FormerNews>([[null, this.newsFor({ former: null })]])
    for (const one of this.followers) {
      const news = heard.get(one.former)
      if (!news) throw new Error('made before its former')
      if (one !== deaf) one.c.hears(news)
      heard.set(one, one === deaf ? news : formerNews(one.c.board))
    }
    for (const one of this.followers) one.c.hears(this.newsFor(one))
    this.#happened.push(deaf ? `${what}, ${deaf.name} told last` : what)
  }
}

test.each(Array.from({ length: 40 }, (_, index) => index + 1))(
  '[D2] SEED=%i: down a line of meetings the point says what stands against the decision and nothing else, and none is without it',
  (seed) => {
    const line = new Line(new Chance(seed))
    for (let step = 0; step < 14; step++) {
      line.goesOn()
      const stands = line.standing.size > 0
      const words = ['La salle se réserve.', ...[...line.standing.values()].map((said) => `– ${said}`)].join('\n')
      for (const one of line.followers) {
        const told = `${line.story}: ${one.name}`
        expect(heardOf(one.c.board, line.newsFor(one)), `${told} has heard all, once`).toEqual([])
        expect(one.c.refolded(), told).toEqual(one.c.board)
        const points = liveIn(one)
        expect(points.length, `${told} has it once`).toBeLessThanOrEqual(1)
        for (const point of points) {
          expect([point.context, isObjectionTakenBack(one.c.board, point)], told).toEqual([words, !stands])
          expect(stands || one.isTouched, `${told} keeps a point that nobody touched`).toBe(true)
        }
        if (!stands || isOver(one.c.board.meeting)) continue
        let at: Follower | null = one
        while (at !== null && liveIn(at).length === 0) at = at.former
        expect(at, `${told} has none, nor any before it`).not.toBeNull()
      }
    }
  },
)
