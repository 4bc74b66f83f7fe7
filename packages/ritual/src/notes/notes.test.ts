import { describe, expect, test } from 'vitest'
import type { ActInput } from '../acts.ts'
import { circle, type Circle } from '../circle.ts'
import { DecisionCircle } from '../decisions/decision-circle.ts'

const table = (): Circle & { item: string } => {
  const c = circle('ada', 'ben', 'cleo', 'dan', 'eli')
  c.did('eli', { type: 'claim-role', role: 'scribe' })
  const item = c.did('cleo', {
    type: 'propose-item',
    kind: 'contribution',
    title: 'Les rôles',
    expectation: 'Vos idées',
    format: 'workshop',
  })
  return Object.assign(c, { item })
}
const note = (c: { item: string }, more: Partial<Extract<ActInput, { type: 'add-note' }>> = {}): ActInput => ({
  type: 'add-note',
  itemId: c.item,
  text: 'une fiche',
  ...more,
})

describe('[F2] a note with a name', () => {
  test('is its writer’s; under a heading it takes the heading’s type', () => {
    const c = table()
    const id = c.did('dan', note(c, { channel: 'chat', heading: 'questions' }))
    expect(c.board.notes[id]).toMatchObject({ personId: 'dan', channel: 'chat', type: 'question', heading: 'questions', hidden: false })
  })

  test('unsigned, it keeps no person on the board; its writer still may edit it', () => {
    const c = table()
    const answer = c.does('dan', note(c, { author: null }))
    const id = answer.ok ? String(answer.value.result?.['noteId']) : ''
    expect(id).not.toBe(c.lastId)
    expect(answer).toMatchObject({ ok: true, value: { unsigned: true } })
    expect(JSON.stringify(c.board.notes)).not.toContain('dan')
    expect(c.refusal('cleo', { type: 'edit-note', noteId: id, text: 'autre' })).toBe('not-your-entry')
    c.did('dan', { type: 'edit-note', noteId: id, text: 'une fiche courte' })
    expect(c.board.notes[id]).toMatchObject({ text: 'une fiche courte', attribution: 'unnamed' })
  })

  test('in another’s name only by the scribe, or by who entered a person without a device', () => {
    const c = table()
    expect(c.refusal('dan', note(c, { author: 'cleo' }))).toBe('not-your-entry')
    const id = c.did('eli', note(c, { author: 'cleo' }))
    expect(c.board.notes[id]?.personId).toBe('cleo')
    const guest = c.did('dan', { type: 'enter-person', name: 'Gus' })
    c.did('dan', note(c, { author: guest }))
    expect(c.refusal('cleo', note(c, { author: guest }))).toBe('not-your-entry')
    expect(c.refusal('eli', note(c, { author: 'nobody' }))).toBe('unknown-person')
  })

  test('[§4.9] said with the voice its author chooses among theirs, else their first', () => {
    const c = table()
    c.did('dan', { type: 'set-voices', voices: [{ org: 'org:sci' }, { org: 'org:coop' }] })
    const said = [c.did('dan', note(c)), c.did('dan', note(c, { voice: 'org:coop' })), c.did('dan', note(c, { voice: null }))]
    expect(said.map((id) => c.board.notes[id]?.voice)).toEqual(['org:sci', 'org:coop', null])
    expect(c.refusal('dan', note(c, { voice: 'org:qrt' }))).toBe('not-yours')
  })

  test('[§2.6] edited by its author or the scribe, hidden by mood-watch or scribe, not destroyed', () => {
    const c = table()
    const id = c.did('dan', note(c))
    c.did('eli', { type: 'edit-note', noteId: id, text: 'une fiche par rôle' })
    expect(c.refusal('cleo', { type: 'edit-note', noteId: id, text: 'non' })).toBe('not-your-entry')
    expect(c.refusal('dan', { type: 'hide-note', noteId: id })).toBe('not-permitted')
    c.did('ben', { type: 'hide-note', noteId: id })
    expect(c.board.notes[id]).toMatchObject({ hidden: true, text: 'une fiche par rôle' })
  })
})

describe('[§2.5-19] one’s own entries', () => {
  test('signed otherwise and back again, by their author alone', () => {
    const c = table()
    c.did('dan', { type: 'set-voices', voices: [{ org: 'org:qrt' }] })
    const id = c.did('dan', note(c))
    const as = (attribution: 'name-and-voice' | 'voice-only' | 'unnamed'): ActInput => ({
      type: 're-attribute',
      kind: 'note',
      id,
      attribution,
    })
    expect(c.refusal('cleo', as('unnamed'))).toBe('not-your-entry')
    c.did('dan', as('unnamed'))
    expect(c.board.notes[id]).not.toHaveProperty('personId')
    expect(c.board.notes[id]).not.toHaveProperty('voice')
    expect(c.refusal('cleo', as('name-and-voice'))).toBe('not-your-entry')
    c.did('dan', as('voice-only'))
    expect(c.board.notes[id]).toMatchObject({ attribution: 'voice-only', voice: 'org:qrt' })
    c.did('dan', as('name-and-voice'))
    expect(c.board.notes[id]).toMatchObject({ attribution: 'name-and-voice', personId: 'dan' })
    expect(c.secrets.all('authorship')).toEqual([])
  })

  test('withdrawn, of every kind', () => {
    const d = new DecisionCircle()
    const { c } = d
    d.round({ dan: { position: 'objection', text: 'Non.' }, eli: { position: 'concern', text: 'Le coût.', attribution: 'unnamed' } })
    const noteId = c.did('dan', { type: 'add-note', itemId: d.item, text: 'à revoir' })
    const interestId = c.did('dan', { type: 'declare-interest', decisionId: d.id, text: 'gérant' })
    const take = (who: string, kind: Extract<ActInput, { type: 'withdraw-entry' }>['kind'], id?: string) =>
      c.refusal(who, { type: 'withdraw-entry', kind, ...(id === undefined ? {} : { id }) })
    expect(take('cleo', 'note', noteId)).toBe('not-your-entry')
    expect(take('dan', 'note', noteId)).toBeUndefined()
    expect(c.board.notes).toEqual({})
    expect(take('dan', 'interest', interestId)).toBeUndefined()
    expect(d.decision.interests).toEqual([])
    const concernId = d.decision.concerns[0]?.id ?? ''
    expect(take('dan', 'concern', concernId)).toBe('not-your-entry')
    expect(take('eli', 'concern', concernId)).toBeUndefined()
    expect(d.decision.concerns).toEqual([])
    expect(take('dan', 'objection', d.decision.objections[0]?.id)).toBeUndefined()
    expect(d.decision.objections).toMatchObject([{ tested: 'withdrawn' }])
    c.did('eli', { type: 'give-weather', value: 'storm', words: 'Nuit courte.' })
    expect(take('eli', 'weather')).toBeUndefined()
    expect(c.board.weather).not.toHaveProperty('eli')
    expect(c.secrets.all('weather')).toEqual([])
    expect(take('eli', 'reaction', 'nothing')).toBe('no-such-thing')
    expect(c.refolded()).toEqual(c.board)
  })

  test('[V2] closing words, ROTI and improvements too, in the review', () => {
    const c = table()
    c.did('dan', { type: 'give-closing', roti: 4, words: 'Content.', publish: true, improvement: 'Les sigles.' })
    c.did('ada', { type: 'close', postponeRest: true })
    const improvement = c.board.closing.improvements[0]?.id ?? ''
    expect(c.refusal('eli', { type: 'withdraw-entry', kind: 'closing-improvement', id: improvement })).toBe('not-your-entry')
    c.did('dan', { type: 'withdraw-entry', kind: 'closing-improvement', id: improvement })
    expect(c.refusal('eli', { type: 'withdraw-entry', kind: 'closing', id: 'dan' })).toBe('not-your-entry')
    c.did('dan', { type: 'withdraw-entry', kind: 'closing' })
    expect(c.board.closing).toMatchObject({ words: [], improvements: [] })
    expect(c.secrets.all('roti')).toEqual([])
  })
})

test('[§2.2] support marks on ideas: one a person, taken back, only where there are ideas', () => {
  const c = table()
  const support = (mark: boolean): ActInput => ({ type: 'support-idea', itemId: c.item, ideaId: 'idea-1', support: mark })
  expect(c.refusal('dan', support(true))).toBe('no-such-thing')
  c.words = { [`ideas:${c.item}`]: 1 }
  c.did('dan', support(true))
  c.did('dan', support(true))
  c.did('cleo', support(true))
  expect(c.board.items[c.item]?.support['idea-1']).toEqual(['dan', 'cleo'])
  c.did('dan', support(false))
  expect(c.board.items[c.item]?.support['idea-1']).toEqual(['cleo'])
})
