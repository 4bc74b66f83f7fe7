import { expect, test } from 'vitest'
import { evening } from './test/evening.ts'

/** An evening at its first item, of the person who proposed it. */
async function atItem() {
  const circle = await evening()
  const item = await circle.rehearsal.does(circle.ada, { type: 'propose-item', kind: 'information', title: 'Toit' })
  return { ...circle, item }
}

const note = (itemId: string, text: string) => ({ type: 'add-note', itemId, text }) as const

test('[pitfall 25] notes without end: their author is asked to wait, while the document stands far from full and the others go on', async () => {
  const { rehearsal, eve, dan, item } = await atItem()
  const answers = []
  // Three bytes a character, as Chinese or an apostrophe of ours.
  for (let count = 0; count < 400; count++) answers.push(await rehearsal.perform(eve, note(item, '’'.repeat(1990))))
  const passed = answers.filter(({ ok }) => ok).length
  expect(answers[0]).toMatchObject({ ok: true })
  expect(passed).toBeGreaterThan(150)
  expect(passed).toBeLessThan(180)
  expect(answers.at(-1)).toMatchObject({ ok: false, refused: 'too-many' })
  await rehearsal.does(dan, note(item, 'je continue'))
})

test('a minute later they may go on with a few thousand words, no more', async () => {
  const { rehearsal, eve, item } = await atItem()
  const write = async (count: number) => {
    let passed = 0
    for (let time = 0; time < count; time++) if ((await rehearsal.perform(eve, note(item, 'x'.repeat(2000)))).ok) passed++
    return passed
  }
  await write(600)
  expect(await write(10)).toBe(0)
  rehearsal.machine += 60_000
  expect(await write(20)).toBeGreaterThanOrEqual(6)
  expect(await write(20)).toBe(0)
})

test('a hall of a hundred and fifty never meets it: what facilitator and scribe record in an evening passes at one moment', async () => {
  const { rehearsal, ada, item } = await atItem()
  for (let person = 6; person <= 150; person++) await rehearsal.join(`Personne ${person}`)
  for (let round = 0; round < 20; round++) {
    const order = Object.keys(rehearsal.room.board.people)
    const roundId = await rehearsal.does(ada, { type: 'start-round', kind: 'free', prompt: 'Un tour de table', order })
    await rehearsal.does(ada, { type: 'end-round', roundId })
  }
  for (let count = 0; count < 300; count++) await rehearsal.does(ada, note(item, 'Ce qui fut dit, en une phrase assez longue. '.repeat(12)))
  expect(Object.keys(rehearsal.room.board.notes)).toHaveLength(300)
})
