import { expect } from '@playwright/test'
import { button, press, sees } from '../gestures.ts'
import { goesTo } from '../people.ts'
import type { Circle } from './circle.ts'
import { caresWith, raisesFromWhisper, settles } from './feedback.ts'
import { whispers } from './items.ts'
import { speaksRound } from './round.ts'

/** 19:00–19:01: two whispers without a name, then an alert: everything stops on every screen, and no name is said. */
export const stopsEverything = async (circle: Circle): Promise<void> => {
  const { screens } = circle
  const gwenola = circle.screen('gwenola')
  const [w3, w4] = (['W3', 'W4'] as const).map((id) => circle.fixture.whispers?.find((one) => one.id === id)?.text ?? '')
  await whispers(circle, 'katell', w3 ?? '')
  await circle.evening.secondsPass(16)
  await circle.itIs('19:01')
  await whispers(circle, 'dario', w4 ?? '')
  await circle.evening.secondsPass(16)
  for (const id of ['katell', 'dario'] as const) await goesTo(circle.screen(id), 'Maintenant')
  await goesTo(gwenola, 'Ambiance')
  await raisesFromWhisper(circle, 'W4', 'tension', /^Alerte/)
  await Promise.all(screens.map(({ page, name }) => expect(page.getByRole('heading', { name: 'Pause' }), name).toBeVisible()))
  await sees(screens, 'Le guet propose un temps.')
  for (const { page } of screens) await expect(page.getByRole('dialog')).not.toContainText(/Gwenola|Katell|Dario|Léonard/)
}

/** 19:01–19:05: a minute of silence, then one turn of feelings inside the pause; settled, the item opens again where it was [AC-15]. */
export const breathesTogether = async (circle: Circle): Promise<void> => {
  const awa = circle.screen('awa')
  const gwenola = circle.screen('gwenola')
  await button(awa, 'Accueillir').first().click()
  await caresWith(circle, /^minute de silence/)
  await sees(circle.screens, 'minute de silence')
  await caresWith(circle, /^tour de ressentis/)
  await press(awa, 'Lancer le tour')
  await speaksRound(circle)
  await circle.itIs('19:05')
  await settles(circle)
  await goesTo(gwenola, 'Maintenant')
  for (const screen of circle.screens) await expect(screen.page.getByRole('heading', { name: 'Pause' }), screen.name).toBeHidden()
  await press(awa, 'Reprendre le point')
}
