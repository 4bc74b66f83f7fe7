import { expect, test } from 'vitest'
import { circle } from './circle.ts'

test('[architecture] board = fold(seed, events)', () => {
  const c = circle('ada', 'ben', 'cleo')
  c.did('ada', { type: 'set-phase', from: 'welcome', to: 'weather' })
  const round = c.did('ada', { type: 'start-round', kind: 'weather' })
  c.at(1).did('ben', { type: 'give-weather', value: 'sun', words: 'Bien là.' })
  c.did('ada', { type: 'end-round', roundId: round })
  const item = c.did('cleo', { type: 'propose-item', kind: 'information', title: 'Le four', expectation: 'Écouter' })
  c.did('ada', { type: 'list-item', itemId: item })
  c.at(1).did('ada', { type: 'open-item', itemId: item })
  expect(c.refolded()).toEqual(c.board)
  expect(c.board.items[item]).toMatchObject({ status: 'open', carriers: ['cleo'] })
})
