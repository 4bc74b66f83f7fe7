import { until } from '../player/until.ts'
import { picks } from './choices.ts'
import { beginsEvening, opensItem } from './evening.ts'
import { expect, test } from './hall.ts'
import { looksAt } from './looked-at.ts'
import { noteTextOf } from './note-text.ts'
import { allSaved, noteField, writes } from './notes.ts'
import { isIn, goesTo, savedMark } from './people.ts'
import { givesWeather } from './weather.ts'

test('a network that forbids sockets: one’s voice passes, the board is seen, notes stay and leave once it lets them', async ({ hall }) => {
  const evening = await beginsEvening(hall)
  const { awa, hugo } = evening
  const ada = await hall.phone('Ada')
  await isIn(ada, evening.meeting.join, { name: 'Ada Roux' })
  ada.link.filter()
  await expect(savedMark(ada, 'réseau filtré')).toBeVisible({ timeout: 20_000 })
  await expect(ada.page.getByText('Ta parole passe ; tes notes restent ici et partiront plus tard.')).toBeVisible()

  await awa.does({ type: 'set-phase', from: 'welcome', to: 'weather' })
  await givesWeather(ada, 'soleil')
  await expect(ada.page.getByText('Ma météo : soleil')).toBeVisible()
  await until('her weather is with the others', async () => JSON.stringify((await awa.board())['weather']).includes('sun'))

  const itemId = await opensItem(evening)
  await writes(ada, 'Écrit à l’hôtel.')
  await expect(savedMark(ada, /^filtré, \d+ changements? gardés?$/)).toBeVisible()
  await looksAt(ada, 'filtered-network')
  await goesTo(ada, 'Ambiance')
  await picks(ada, 'fatigue')
  await ada.page.getByRole('button', { name: /bandeau calme/ }).click()
  await until('her signal is with the others', async () => JSON.stringify((await awa.board())['signals']).includes('fatigue'))
  expect(noteTextOf(hugo, itemId)).toBe('')

  ada.link.restore()
  await allSaved(ada)
  await until('her note is with the others', () => noteTextOf(hugo, itemId) === 'Écrit à l’hôtel.')
  await goesTo(ada, 'Maintenant')
  await expect(noteField(ada).or(ada.page.getByText('Écrit à l’hôtel.')).first()).toBeVisible()
})
