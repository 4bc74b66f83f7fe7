import { expect, test } from 'vitest'
import { Circle } from '../circle.ts'
import { previousOf } from '../previous.ts'
import { formerNews, heardOf } from '../transmissions/former-news.ts'
import { noWords } from '../words.ts'
import { DecisionCircle } from './decision-circle.ts'
import { ALL_MAX, ONE_MAX, withinMeasure, type FormerDecision } from './former-decision.ts'

const follows = (former: Circle): Circle => {
  const c = new Circle({ title: 'suite', purpose: 'suivre' }, undefined, { former: former.board })
  c.joins('ada', { host: true })
  c.arrives('ada').did('ada', { type: 'claim-role', role: 'facilitator' })
  return c
}
/** Adopted in its second version, which integrates what dan objected to; eli keeps a reserve without a name. */
const adopted = () => {
  const d = new DecisionCircle().round({
    dan: { position: 'objection', text: 'Et sans budget ?' },
    eli: { position: 'concern', text: 'Le prix et le bruit.', attribution: 'unnamed' },
  })
  d.c.did('ada', { type: 'set-item', itemId: d.item, context: 'La salle est prise trois fois.' })
  d.c.did('ada', d.next())
  const [objection] = d.decision.objections
  const objectionId = objection?.id ?? ''
  d.c.did('ada', { type: 'test-objection', decisionId: d.id, objectionId, result: 'accepted' })
  d.c.did('cleo', { type: 'amend', decisionId: d.id, from: 1, text: 'TEXTE V2', change: 'prix libre', integrates: [objectionId] })
  d.c.did('dan', { type: 'lift-objection', decisionId: d.id, objectionId })
  d.c.did('cleo', { type: 'confirm-objection', decisionId: d.id, objectionId })
  d.c.did('ada', d.next())
  d.allSay({ eli: { position: 'concern', text: 'Le bruit.', attribution: 'unnamed' } })
  d.c.did('ada', d.reveal())
  d.to('improvement')
  d.c.did('ada', d.adopt())
  return { d, c: d.c, ref: d.decision.ref ?? '', objectionId }
}

test('[D5] a decision goes on to the next meetings with its versions, reasons, objections and reserves, as their authors chose', () => {
  const { d, c, ref } = adopted()
  const words = {
    ...noWords,
    disagreements: [{ id: 'd1', subject: 'Le prix', shared: '', debated: 'libre ?', next: '', itemId: d.item, rank: 0 }],
  }
  const [told] = previousOf(c.board, words).decisions ?? []
  expect(told).toEqual({
    ref,
    title: 'Charte de la salle',
    process: 'consent',
    on: '2026-12-03',
    versions: [
      { n: 1, text: 'La salle se réserve.' },
      { n: 2, text: 'TEXTE V2', change: 'prix libre' },
    ],
    context: 'La salle est prise trois fois.',
    integrated: [{ by: 'dan', text: 'Et sans budget ?' }],
    concerns: [{ text: 'Le bruit.' }],
    debated: [{ subject: 'Le prix', shared: '', debated: 'libre ?', next: '' }],
  })
  const third = follows(follows(c))
  expect(third.board.previous.decisions).toMatchObject([{ ref, concerns: [{ text: 'Le bruit.' }] }])
})

test('[§2.7] the circle shows structures alone: nobody is named at the next meeting either', () => {
  const { c } = adopted()
  c.did('eli', { type: 'set-privacy', names: 'structures' })
  expect(previousOf(c.board).decisions?.[0]?.integrated).toEqual([{ text: 'Et sans budget ?' }])
})

test('[§2.5-19] a name taken back once the next meeting was made is taken back there too, and down the line', () => {
  const { c, objectionId } = adopted()
  const next = follows(c)
  const third = follows(next)
  c.did('ada', { type: 'close', postponeRest: true })
  next.hears(formerNews(c.board))
  c.did('dan', { type: 're-attribute', kind: 'objection', id: objectionId, attribution: 'unnamed' })
  next.hears(formerNews(c.board))
  third.hears(formerNews(next.board))
  for (const { board } of [next, third]) expect(board.previous.decisions?.[0]?.integrated).toEqual([{ text: 'Et sans budget ?' }])
  expect(heardOf(next.board, formerNews(c.board)), 'heard once').toEqual([])
  expect(next.refolded()).toEqual(next.board)
})

test('[D5] what comes along stays within measure however long the line, the newest whole first', () => {
  const one = (n: number, length: number): FormerDecision => ({
    ref: `ECO-${n}`,
    title: 'x',
    versions: [
      { n: 1, text: 'a'.repeat(length) },
      { n: 2, text: 'b'.repeat(length), change: 'c' },
    ],
    concerns: [{ text: 'Le bruit.' }],
  })
  const kept = withinMeasure(Array.from({ length: 60 }, (_, n) => one(n, 1200)))
  expect(JSON.stringify(kept).length).toBeLessThan(ALL_MAX + 200)
  expect(kept.at(-1)).toEqual(one(59, 1200))
  expect(kept.length).toBeGreaterThan(20)
  const [long] = withinMeasure([one(1, ONE_MAX / 2)])
  expect(long).toMatchObject({ versions: [{ n: 1 }, { n: 2, change: 'c' }], concerns: [{ text: 'Le bruit.' }], shortened: true })
  expect(long?.versions[0]?.text).toBeUndefined()
})
