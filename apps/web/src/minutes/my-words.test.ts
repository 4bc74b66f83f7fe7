import { circle } from '@clairiere/ritual/circle'
import { expect, test } from 'vitest'
import { comparable, myEntries } from './my-words.ts'

const evening = () => {
  const c = circle('ada', 'ben', 'cleo', 'dan')
  c.did('ada', { type: 'set-phase', from: 'welcome', to: 'weather' })
  const roundId = c.did('ada', { type: 'start-round', kind: 'weather', mode: 'simultaneous' })
  c.did('cleo', { type: 'give-weather', value: 'sun' })
  c.did('ada', { type: 'end-round', roundId })
  c.did('ada', { type: 'set-phase', from: 'weather', to: 'follow-up' })
  c.did('ada', { type: 'set-phase', from: 'follow-up', to: 'agenda' })
  const itemId = c.did('cleo', { type: 'propose-item', kind: 'information', title: 'Le four', expectation: 'écouter', plannedMinutes: 5 })
  c.did('ada', { type: 'list-item', itemId })
  c.did('ada', { type: 'open-item', itemId })
  c.did('cleo', { type: 'add-note', itemId, text: 'Il chauffe' })
  c.did('cleo', { type: 'add-note', itemId, text: 'Il fume', attribution: 'unnamed' })
  c.did('dan', { type: 'add-note', itemId, text: 'Il coûte' })
  return c
}
const keptBy = (c: ReturnType<typeof evening>, personId: string) =>
  new Set(c.secrets.all('authorship').flatMap((one) => (one.personId === personId ? [one.subject] : [])))

test('[§2.5-19] one’s own entries and nobody else’s, also those without a name, which one’s device alone knows', () => {
  const c = evening()
  const mine = myEntries(c.board, 'cleo', keptBy(c, 'cleo'))
  expect(mine.map(({ kind, text, attribution }) => [kind, text, attribution])).toEqual([
    ['weather', '', undefined],
    ['note', 'Il chauffe', 'name-and-voice'],
    ['note', 'Il fume', 'unnamed'],
  ])
  expect(myEntries(c.board, 'dan', keptBy(c, 'dan')).map(({ text }) => text)).toEqual(['Il coûte'])
  expect(myEntries(c.board, 'dan', new Set()).map(({ text }) => text)).not.toContain('Il fume')
})

test('a closing that was given is one’s own to take back, published or not; who passed has none', () => {
  const c = evening()
  c.did('ada', { type: 'set-phase', from: 'agenda', to: 'closing' })
  for (const name of ['ada', 'ben']) c.did(name, { type: 'pass-closing' })
  c.did('dan', { type: 'give-closing', words: 'Content.', publish: true })
  const closings = (name: string, gaveClosing: boolean) =>
    myEntries(c.board, name, new Set(), { gaveClosing }).flatMap(({ kind, text }) => (kind === 'closing' ? [text] : []))
  expect(closings('ada', false)).toEqual([])
  expect(closings('ben', true)).toEqual([''])
  expect(closings('dan', false)).toEqual(['Content.'])
})

test('a text is found again on the printed page, whatever its spaces and final stop', () => {
  expect(comparable('Qui paie\u202F?  Nous.')).toBe('Qui paie ? Nous')
  expect(comparable(' Qui paie ? Nous')).toBe('Qui paie ? Nous')
})
