import { describe, expect, test } from 'vitest'
import { Circle, circle } from '../circle.ts'
import { previousOf } from '../previous.ts'
import { phaseAfter } from './phase-after.ts'
import { ownPrompt } from './own-prompt.ts'
import { stepOrders, stepsOf } from './ritual-template.ts'

const [asProposed = [], followUpLast = []] = stepOrders.map((order) => [...order])
const frame = ['Écouter']

describe('[A17] the group makes the template its own', () => {
  test('the follow-up may come after the agenda; no other step moves, none is lost', () => {
    const c = circle('ada', 'ben', 'cleo')
    for (const steps of [[...asProposed].toReversed(), asProposed.slice(0, 5), [...asProposed, 'agenda' as const]])
      expect(c.refusal('ada', { type: 'set-frame', frame, steps })).toBe('malformed')
    c.did('ada', { type: 'set-frame', frame, steps: followUpLast })
    expect(phaseAfter(c.board, 'weather')).toBe('agenda')
    expect(phaseAfter(c.board, 'agenda')).toBe('follow-up')
    expect(phaseAfter(c.board, 'follow-up')).toBe('closing')
    c.did('ada', { type: 'set-phase', from: 'welcome', to: 'agenda' })
    c.did('ada', { type: 'set-phase', from: 'agenda', to: 'follow-up' })
    expect(c.refusal('ada', { type: 'set-phase', from: 'follow-up', to: 'weather' })).toBe('wrong-phase')
    c.did('ada', { type: 'set-phase', from: 'follow-up', to: 'agenda' })
    expect(c.refolded()).toEqual(c.board)
  })

  test('its questions are asked in its words, and the catalogue’s where it wrote none', () => {
    const c = circle('ada', 'ben', 'cleo')
    const prompts = { weather: 'De quel bois es-tu ce soir ?', closing: '' }
    c.did('ada', { type: 'set-frame', frame, prompts })
    expect(c.board.meeting.prompts).toEqual({ weather: 'De quel bois es-tu ce soir ?' })
    expect(ownPrompt(c.board.meeting, 'closing')).toBeUndefined()
    const roundId = c.did('ada', { type: 'start-round', kind: 'weather' })
    expect(c.board.rounds[roundId]?.prompt).toBe('De quel bois es-tu ce soir ?')
    c.did('ada', { type: 'end-round', roundId })
    const said = c.did('ada', { type: 'start-round', kind: 'weather', prompt: 'Et maintenant ?' })
    expect(c.board.rounds[said]?.prompt).toBe('Et maintenant ?')
    expect(c.refusal('ada', { type: 'set-frame', frame, prompts: { feelings: 'x'.repeat(201) } })).toBe('malformed')
    c.did('ada', { type: 'set-frame', frame, prompts: {} })
    expect(c.board.meeting).not.toHaveProperty('prompts')
  })

  test('agreed with the frame: changed until the weather begins, by facilitation, and everyone is asked again', () => {
    const c = circle('ada', 'ben', 'cleo')
    c.did('ben', { type: 'agree-frame' })
    expect(c.refusal('ben', { type: 'set-frame', frame, steps: followUpLast })).toBe('not-permitted')
    c.did('ada', { type: 'set-frame', frame, steps: followUpLast })
    expect(c.board.meeting.frameAgreed).toEqual([])
    c.did('ada', { type: 'set-phase', from: 'welcome', to: 'weather' })
    expect(c.refusal('ada', { type: 'set-frame', frame, steps: asProposed })).toBe('wrong-phase')
    c.did('ada', { type: 'set-frame', frame: ['Écouter encore'], steps: followUpLast })
    expect(c.board.meeting).toMatchObject({ frame: ['Écouter encore'], steps: followUpLast })
  })

  test('each meeting keeps the version it used; the next takes it over, and only a change makes another', () => {
    const first = circle('ada', 'ben', 'cleo')
    expect(first.board.meeting.templateVersion).toBe('ecosystem-1')
    expect(previousOf(first.board)).not.toHaveProperty('template')
    first.did('ada', { type: 'set-frame', frame, steps: followUpLast })
    first.did('ada', { type: 'set-frame', frame, prompts: { closing: 'Un mot ?' } })
    first.did('ada', { type: 'set-frame', frame, stepMinutes: { weather: 20 } })
    expect(first.board.meeting.templateVersion).toBe('ecosystem-1.1')
    const own = { steps: followUpLast, stepMinutes: { weather: 20 }, prompts: { closing: 'Un mot ?' } }
    const template = { version: 'ecosystem-1.1', ...own }
    expect(previousOf(first.board).template).toEqual(template)

    const next = new Circle({ title: 'suite', previous: previousOf(first.board) })
    expect(next.board.meeting).toMatchObject({ templateVersion: 'ecosystem-1.1', ...own })
    const longer = new Circle({ title: 'suite', previous: previousOf(first.board), stepMinutes: { weather: 25 } })
    expect(longer.board.meeting).toMatchObject({ templateVersion: 'ecosystem-1.2', steps: followUpLast, stepMinutes: { weather: 25 } })
    const other = new Circle({ title: 'suite', previous: previousOf(first.board), steps: asProposed, stepMinutes: {}, prompts: {} })
    expect(stepsOf(other.board.meeting)).toEqual(asProposed)
    expect(other.board.meeting.templateVersion).toBe('ecosystem-1.2')
    for (const given of ['steps', 'stepMinutes']) expect(other.board.meeting).not.toHaveProperty(given)
    expect(previousOf(other.board).template).toEqual({ version: 'ecosystem-1.2' })
  })
})
