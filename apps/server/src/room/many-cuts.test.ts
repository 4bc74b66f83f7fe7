import { expect, test } from 'vitest'
import { Rehearsal } from './test/rehearsal.ts'
import { until } from './test/until.ts'

test('[sync.md 4.20] a stock client that wrote at 3,000 places offline is asked for the rest until all is there, while it goes on typing', async () => {
  const rehearsal = await Rehearsal.start()
  const ada = await rehearsal.join('Ada', { host: true })
  const item = await rehearsal.does(ada, { type: 'propose-item', kind: 'information', title: 'Toit' })
  const one = rehearsal.device().connect(ada)
  await until('in step', () => one.saved === 1)
  one.doc.getText(`draft:${item}`).insert(0, 'x'.repeat(30_000))
  await until('the long text is saved', () => one.saved === one.sent)
  one.hangUp()
  const stock = rehearsal.device()
  stock.adopt(rehearsal.room.doc)
  const text = stock.doc.getText(`draft:${item}`)
  for (let place = 3_000; place > 0; place--) {
    text.delete(9 * place, 3)
    text.insert(9 * place, 'mot')
  }
  stock.connect(ada, { speaksMore: false })
  const there = rehearsal.room.doc.getText(`draft:${item}`)
  await until('a part of it is there', () => there.toString().includes('mot'))
  for (let word = 0; word < 6; word++) text.insert(0, `${word} `)
  await until('all of it is there', () => there.toString() === text.toString())
  expect([stock.closed, stock.asked > 3]).toEqual([null, true])
})
