import { expect, test } from 'vitest'
import { fromConfidence, joined } from './use-position.ts'

test('[§4.9] one person, one position: the most protective voice speaks, both stay written', () => {
  expect(joined({ 'org:sci': 'concern', 'org:coop': 'no-objection' })).toEqual({
    position: 'concern',
    voice: 'org:sci',
    positions: { 'org:sci': 'concern', 'org:coop': 'no-objection' },
  })
  expect(joined({ 'org:coop': 'no-objection', '': 'objection' })).toMatchObject({ position: 'objection', voice: null })
})

test('one voice is said alone; nothing chosen is nothing sent', () => {
  expect(joined({ '': 'no-objection' })).toEqual({ position: 'no-objection', voice: null })
  expect(joined({})).toBeNull()
})

test('what the server keeps comes back as it was chosen', () => {
  const positions = { 'org:sci': 'concern', 'org:coop': 'no-objection' } as const
  const mine = fromConfidence({ position: 'concern', voice: 'org:sci', text: 'Le chauffage', positions, attribution: 'voice-only' })
  expect(mine).toEqual({ byVoice: positions, text: 'Le chauffage', attribution: 'voice-only' })
  expect(joined(mine.byVoice)).toEqual({ position: 'concern', voice: 'org:sci', positions })
})
