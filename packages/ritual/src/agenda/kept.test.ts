import { expect, test } from 'vitest'
import { Circle } from '../circle.ts'
import { DecisionCircle } from '../decisions/decision-circle.ts'
import { previousOf } from '../previous.ts'
import { newBoard, NewMeetingSchema } from '../seed.ts'
import { noWords, type LeftWords } from '../words.ts'
import type { Board } from '../board.ts'
import * as v from 'valibot'

const after = (board: Board, words: LeftWords = noWords): Board =>
  newBoard(
    { ...v.parse(v.omit(NewMeetingSchema, ['previous']), { title: 'La suivante' }), previous: previousOf(board, words) },
    { id: 'next', now: '2027-01-07T17:00:00Z' },
  )
const objected = () => {
  const d = new DecisionCircle().round({ dan: { position: 'objection', text: 'Et qui n’a pas de budget ?' } })
  d.c.did('ada', d.next())
  const [objection] = d.decision.objections
  d.c.did('ada', { type: 'test-objection', decisionId: d.id, objectionId: objection?.id ?? '', result: 'accepted' })
  d.c.did('cleo', { type: 'amend', decisionId: d.id, from: 1, text: 'TEXTE V2', change: 'plus court', integrates: [] })
  return d
}

test('[V7] a suspended decision leaves the next meeting its last text and what stood against it, without a name', () => {
  const d = objected()
  d.c.did('ada', { type: 'set-item', itemId: d.item, plannedMinutes: 25 })
  d.c.did('ada', { type: 'close', postponeRest: true })
  const next = after(d.c.board)
  const kept = { text: 'TEXTE V2', objections: ['Et qui n’a pas de budget ?'], notes: [] }
  expect(next.items['former-1']).toMatchObject({ status: 'proposed', expectation: 'Votre consentement', plannedMinutes: 25, kept })
  expect(JSON.stringify(next)).not.toMatch(/"dan"|"cleo"/)
  expect(after(next).items['former-1'], 'not taken up, it goes on as it is').toMatchObject({ kept, plannedMinutes: 25 })
})

test('[V7] so does one that was suspended before its point was closed, and none that was adopted since', () => {
  const d = objected()
  d.c.did('ada', { type: 'suspend-decision', decisionId: d.id })
  d.c.did('ada', { type: 'close-item', itemId: d.item })
  expect(after(d.c.board).items['former-1']?.kept?.text).toBe('TEXTE V2')
  const whole = new DecisionCircle().round().to('improvement')
  whole.c.did('ada', whole.adopt())
  whole.c.did('ada', { type: 'close-item', itemId: whole.item })
  expect(after(whole.c.board).items).toEqual({})
})

test('[§2.4.3] a postponed point goes with its notes, common and named, and none that was hidden', () => {
  const c = new DecisionCircle().c
  const itemId = c.did('cleo', { type: 'propose-item', kind: 'information', title: 'Fourgon', expectation: 'Votre écoute' })
  const hurts = c.did('dan', { type: 'add-note', itemId, text: 'Une insulte.', channel: 'written' })
  c.did('eli', { type: 'add-note', itemId, text: 'Il freine mal.', channel: 'oral' })
  c.did('ben', { type: 'hide-note', noteId: hurts })
  c.did('ada', { type: 'list-item', itemId })
  c.did('ada', { type: 'postpone-item', itemId })
  const words = {
    ...noWords,
    notes: {
      [`note:${itemId}`]: [{ type: 'bullets' as const, items: [[{ type: 'paragraph' as const, content: [{ text: 'Deux devis' }] }]] }],
    },
    drafts: { [itemId]: 'On vend.' },
  }
  const kept = Object.values(after(c.board, words).items).find(({ title }) => title === 'Fourgon')?.kept
  expect(kept).toEqual({ text: 'On vend.', objections: [], notes: ['– Deux devis', 'Il freine mal.'] })
})

test('what « Prochaine réunion » asks to put on the agenda is proposed there, once, and the roles foreseen are known by name', () => {
  const { c } = new DecisionCircle()
  const roles = { facilitator: ['dan'], scribe: ['eli', 'ben'] }
  c.did('ada', { type: 'set-next-meeting', date: '2027-01-07T17:00:00Z', roles, toInclude: ['Les clés', 'Charte de la salle', 'Les clés'] })
  c.did('ada', { type: 'close', postponeRest: true })
  const next = after(c.board)
  expect(Object.values(next.items)).toMatchObject([
    { title: 'Charte de la salle', kind: 'decision' },
    { title: 'Les clés', status: 'proposed', carriers: [] },
  ])
  expect(next.previous.rolesForeseen).toEqual(roles)
  expect(previousOf(next).rolesForeseen, 'they were for that one alone').toBeUndefined()
})

test('[§2.4.1] what a cancelled meeting had on its agenda goes to the next', () => {
  const c = new Circle({ title: 'Réunion', purpose: 'Se voir', agenda: [{ kind: 'information', title: 'Fourgon', plannedMinutes: 20 }] })
  c.joins('ada', { host: true })
  c.arrives('ada')
  c.did('ada', { type: 'cancel', reason: 'neige' })
  expect(Object.values(after(c.board).items)).toMatchObject([{ title: 'Fourgon', plannedMinutes: 20, status: 'proposed' }])
})
