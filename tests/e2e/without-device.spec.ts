import { ticks } from './choices.ts'
import { beginsEvening } from './evening.ts'
import { press, sees } from './gestures.ts'
import { expect, test } from './hall.ts'
import { looksAt } from './looked-at.ts'
import { isIn } from './people.ts'
import { givesWeather } from './weather.ts'

/** Somebody without a device takes part like the others, by the hand of who entered them. */
test('[I7] whoever entered somebody without a device ends their turn, and writes their closing word', async ({ hall }) => {
  const { meeting, awa } = await beginsEvening(hall)
  const ada = await hall.phone('Ada')
  await isIn(ada, meeting.join, { name: 'Ada Roux' })
  const { id: paul } = await ada.does({ type: 'enter-person', name: 'Paul Noir' })
  await awa.does({ type: 'set-phase', from: 'welcome', to: 'weather' })
  const { id: roundId } = await awa.does({ type: 'start-round', kind: 'weather', mode: 'circle', prompt: 'météo ?', order: [paul] })
  await givesWeather(ada, 'soleil')
  await press(ada, 'Paul a terminé')
  await sees(ada, /C’est à toi|La parole est à/)
  const turns = (await awa.board())['rounds'] as readonly { id: string; turns: Record<string, string> }[]
  expect(turns.find(({ id }) => id === roundId)?.turns[paul]).toBe('said')
  await awa.does({ type: 'end-round', roundId })

  await awa.does({ type: 'set-phase', from: 'weather', to: 'closing' })
  await press(ada, 'Je passe')
  await press(ada, 'Le mot de Paul')
  await ada.page.getByRole('textbox', { name: 'Le mot de Paul' }).fill('Content d’être venu.')
  await ticks(ada.page.getByRole('checkbox', { name: /^Publier/ }))
  await looksAt(ada, 'closing-without-device')
  await press(ada, 'Poser son mot')
  await expect.poll(async () => JSON.stringify((await awa.board())['closing'])).toContain('Content d’être venu.')
  expect(JSON.stringify((await awa.board())['closing'])).toContain(paul)
})
