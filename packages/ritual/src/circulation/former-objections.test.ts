import { describe, expect, test } from 'vitest'
import { circle, Circle } from '../circle.ts'
import { DecisionCircle } from '../decisions/decision-circle.ts'
import { previousOf } from '../previous.ts'
import { formerNews, heardOf } from '../transmissions/former-news.ts'
import { isObjectionTakenBack } from './objected-point.ts'

describe('[D2] an objection given once the next meeting was made comes to its agenda', () => {
  const objected = () => {
    const d = new DecisionCircle().round().to('improvement')
    d.c.did('ada', d.adopt())
    const objects = (text: string): string => d.c.did('eli', { type: 'react', decisionId: d.id, reactionType: 'objection', text })
    const takesBack = (id: string): void => void d.c.did('eli', { type: 'withdraw-entry', kind: 'reaction', id })
    return { d, c: d.c, objects, takesBack }
  }
  const follows = (former: Circle): Circle => {
    const c = new Circle({ title: 'suite', purpose: 'suivre' }, undefined, { former: former.board })
    c.joins('ada', { host: true })
    c.joins('ben')
    c.arrives('ada', 'ben').did('ada', { type: 'claim-role', role: 'facilitator' })
    return c
  }
  const over = (former: Circle): Circle => {
    const c = follows(former)
    c.did('ada', { type: 'cancel', reason: 'neige' })
    return c
  }
  const pointsOf = (c: Circle) => Object.values(c.board.items)
  const pointOf = (c: Circle) => {
    const [point] = pointsOf(c)
    if (!point) throw new Error('no point')
    return point
  }
  const words = 'La salle se réserve.\n– Le bail l’interdit.'

  test('with the words and nobody’s name, once; later words stand with them while nobody has touched the point', () => {
    const { d, c, objects } = objected()
    const next = follows(c)
    objects('Le bail l’interdit.')
    next.hears(formerNews(c.board))
    const point = { kind: 'decision', status: 'proposed', title: d.decision.title, replaces: d.decision.ref, carriers: [], context: words }
    expect(pointsOf(next)).toMatchObject([point])
    expect(JSON.stringify(next.board)).not.toContain('eli')
    expect(heardOf(next.board, formerNews(c.board)), 'heard once').toEqual([])
    objects('Et le chauffage ?')
    next.hears(formerNews(c.board))
    expect(pointsOf(next)).toMatchObject([{ ...point, context: `${words}\n– Et le chauffage ?` }])
    next.did('ada', { type: 'withdraw-item', itemId: pointsOf(next)[0]?.id ?? '' })
    objects('Encore.')
    next.hears(formerNews(c.board))
    expect(pointsOf(next)).toMatchObject([{ status: 'withdrawn' }])
    expect(previousOf(next.board).items, 'it was dealt with').toEqual([])
    expect(next.refolded()).toEqual(next.board)
  })

  test('made after an objection, it has the point from its beginning, and later words come to it', () => {
    const { c, objects } = objected()
    objects('Le bail l’interdit.')
    const next = follows(c)
    expect(heardOf(next.board, formerNews(c.board))).toEqual([])
    objects('Et le chauffage ?')
    next.hears(formerNews(c.board))
    expect(pointsOf(next)).toMatchObject([{ id: 'former-1', context: `${words}\n– Et le chauffage ?` }])
    const third = follows(next)
    third.hears(formerNews(next.board))
    expect(pointsOf(third)).toHaveLength(1)
  })

  test('down the line the first that is not over has it and no other, made before or after', () => {
    const { c, objects } = objected()
    const next = over(c)
    const [third, fourth] = [follows(next), follows(next)]
    const last = follows(third)
    objects('Le bail l’interdit.')
    next.hears(formerNews(c.board))
    expect(pointsOf(next)).toEqual([])
    for (const after of [third, follows(next)]) {
      after.hears(formerNews(next.board))
      expect(pointsOf(after)).toMatchObject([{ context: words }])
    }
    last.hears(formerNews(third.board))
    expect(pointsOf(last)).toEqual([])
    fourth.hears(formerNews(third.board))
    expect(pointsOf(fourth)).toEqual([])
  })

  test('taken back, its point is withdrawn with its words while nobody has touched it; objected to anew, it is proposed anew', () => {
    const { c, objects, takesBack } = objected()
    const next = follows(c)
    const [first, second] = [objects('Le bail l’interdit.'), objects('Et le chauffage ?')]
    next.hears(formerNews(c.board))
    takesBack(second)
    next.hears(formerNews(c.board))
    expect(pointsOf(next)).toMatchObject([{ status: 'proposed', context: words }])
    takesBack(first)
    next.hears(formerNews(c.board))
    expect(pointsOf(next)).toMatchObject([{ status: 'withdrawn', context: 'La salle se réserve.' }])
    expect(JSON.stringify(next.board), 'nothing of what was taken back stays').not.toContain('bail')
    expect(heardOf(next.board, formerNews(c.board)), 'heard once').toEqual([])
    expect(previousOf(next.board).items).toEqual([])
    objects('Décidément.')
    next.hears(formerNews(c.board))
    expect(pointsOf(next)).toMatchObject([{ status: 'proposed', context: 'La salle se réserve.\n– Décidément.' }])
    expect(next.refolded()).toEqual(next.board)
  })

  test('taken back, a point from the beginning is withdrawn too; one never heard of changes nothing', () => {
    const { c, objects, takesBack } = objected()
    const [before, id] = [follows(c), objects('Le bail l’interdit.')]
    const next = follows(c)
    takesBack(id)
    before.hears(formerNews(c.board))
    expect(pointsOf(before)).toEqual([])
    next.hears(formerNews(c.board))
    expect(pointsOf(next)).toMatchObject([{ id: 'former-1', status: 'withdrawn' }])
    expect(JSON.stringify(next.board)).not.toContain('bail')
    expect(pointsOf(follows(next))).toEqual([])
    objects('Décidément.')
    next.hears(formerNews(c.board))
    expect(pointsOf(next).filter(({ status }) => status === 'proposed')).toMatchObject([{ context: 'La salle se réserve.\n– Décidément.' }])
  })

  test.each(['listed', 'opened', 'reworded'] as const)('taken back, a point that somebody has %s stays, and it is said', (how) => {
    const { c, objects, takesBack } = objected()
    const next = follows(c)
    const id = objects('Le bail l’interdit.')
    next.hears(formerNews(c.board))
    const point = pointOf(next)
    if (how === 'reworded') next.did('ada', { type: 'set-item', itemId: point.id, context: 'Nos mots.' })
    else next.did('ada', { type: 'set-item', itemId: point.id, carriers: ['ada'], expectation: 'Votre avis' })
    if (how !== 'reworded') next.did('ada', { type: 'list-item', itemId: point.id })
    if (how === 'opened') {
      next.did('ada', { type: 'convene', scheduledStart: next.now, purpose: 'suivre' })
      next.did('ada', { type: 'open' })
      next.did('ada', { type: 'open-item', itemId: point.id })
    }
    const status = next.board.items[point.id]?.status
    expect(isObjectionTakenBack(next.board, point)).toBe(false)
    takesBack(id)
    next.hears(formerNews(c.board))
    const context = { listed: 'La salle se réserve.', opened: words, reworded: 'Nos mots.' }[how]
    expect(pointsOf(next)).toMatchObject([{ status, context }])
    expect(isObjectionTakenBack(next.board, point)).toBe(true)
    expect(heardOf(next.board, formerNews(c.board)), 'heard once').toEqual([])
    objects('Décidément.')
    next.hears(formerNews(c.board))
    expect(isObjectionTakenBack(next.board, point)).toBe(false)
    expect(pointsOf(next)).toHaveLength(1)
    expect(next.refolded()).toEqual(next.board)
  })

  /** A meeting that heard of it ended; the point went on to the third, nobody having taken it up. */
  const wentOn = () => {
    const all = objected()
    const next = follows(all.c)
    const id = all.objects('Le bail l’interdit.')
    next.hears(formerNews(all.c.board))
    next.did('ada', { type: 'cancel', reason: 'neige' })
    const third = follows(next)
    const hear = (...line: readonly Circle[]): void => {
      let former: Circle = all.c
      for (const one of line) {
        one.hears(formerNews(former.board))
        former = one
      }
    }
    return { ...all, id, next, third, hear }
  }

  test('later words follow a point that went on to a third meeting, and a fourth made when they were known has them', () => {
    const { c, objects, next, third, hear } = wentOn()
    expect(pointsOf(third)).toMatchObject([{ id: 'former-1', status: 'proposed', context: words }])
    objects('Et le chauffage ?')
    hear(next, third)
    const more = `${words}\n– Et le chauffage ?`
    expect(pointsOf(third)).toMatchObject([{ status: 'proposed', context: more }])
    const other = follows(next)
    expect(pointsOf(other)).toMatchObject([{ context: more }])
    third.did('ada', { type: 'cancel', reason: 'neige' })
    const fourth = follows(third)
    objects('Et la fumée ?')
    hear(next, third, fourth)
    expect(pointsOf(fourth)).toMatchObject([{ context: `${more}\n– Et la fumée ?` }])
    for (const one of [third, fourth]) expect(one.refolded()).toEqual(one.board)
    expect(heardOf(fourth.board, formerNews(c.board)), 'one between that could not be told keeps nothing from it, twice from none').toEqual(
      [],
    )
  })

  test('taken back, it is withdrawn wherever it went on to, and objected to anew comes there; words of somebody else stay', () => {
    const { objects, takesBack, id, next, third, hear } = wentOn()
    const touched = follows(next)
    touched.did('ada', { type: 'set-item', itemId: 'former-1', context: 'Nos mots.' })
    takesBack(id)
    hear(next, third)
    hear(next, touched)
    expect(pointsOf(third)).toMatchObject([{ status: 'withdrawn' }])
    expect(pointsOf(touched)).toMatchObject([{ status: 'proposed', context: 'Nos mots.' }])
    expect(isObjectionTakenBack(touched.board, pointOf(touched))).toBe(true)
    expect(pointsOf(follows(next)), 'made since, it has none').toEqual([])
    const after = follows(touched)
    expect(isObjectionTakenBack(after.board, pointOf(after)), 'said where it goes on to').toBe(true)
    objects('Décidément.')
    hear(next, third)
    expect(pointsOf(third).filter(({ status }) => status === 'proposed')).toHaveLength(1)
    expect(pointsOf(follows(next))).toMatchObject([{ context: 'La salle se réserve.\n– Décidément.' }])
  })

  test('a circulated one too; a concern does not', () => {
    const c = circle('ada', 'ben', 'cleo', 'dan', 'eli')
    const told = { kind: 'broadcast', title: 'Parcours', expectation: 'Vos réactions', onBehalfOf: 'com:accueil' } as const
    const itemId = c.did('cleo', { type: 'propose-item', ...told })
    c.did('ada', { type: 'list-item', itemId })
    c.did('ada', { type: 'open-item', itemId })
    c.did('cleo', { type: 'set-broadcast', itemId, text: 'Trois journées.', decidedOn: '2026-11-26', openUntil: '2026-12-17' })
    const next = follows(c)
    const react = { type: 'react', itemId, text: 'Qui loge ?' } as const
    c.did('dan', { ...react, reactionType: 'concern' })
    expect(heardOf(next.board, formerNews(c.board)).filter(({ type }) => type === 'item-proposed')).toEqual([])
    c.did('eli', { ...react, reactionType: 'objection', attribution: 'unnamed' })
    next.hears(formerNews(c.board))
    expect(pointsOf(next)).toMatchObject([{ kind: 'broadcast', title: 'Parcours', context: 'Trois journées.\n– Qui loge ?' }])
    const [mine] = Object.values(c.board.reactions).filter(({ type }) => type === 'objection')
    c.did('eli', { type: 'withdraw-entry', kind: 'reaction', id: mine?.id ?? '' })
    next.hears(formerNews(c.board))
    expect(pointsOf(next)).toMatchObject([{ status: 'withdrawn', context: 'Trois journées.' }])
  })
})
