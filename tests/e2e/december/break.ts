import { expect } from '@playwright/test'
import { picks } from '../choices.ts'
import { button, press, sees } from '../gestures.ts'
import { goesTo } from '../people.ts'
import type { Circle } from './circle.ts'
import { caresWith, settles, welcomesSignal } from './feedback.ts'
import { closesDespiteSilence } from './items.ts'

/** 18:46–18:50: the energy drops; three minutes, window open, which the item does not count; then the item closes although one advice is still awaited. */
export const takesABreak = async (circle: Circle): Promise<void> => {
  const awa = circle.screen('awa')
  const gwenola = circle.screen('gwenola')
  await circle.itIs('18:46')
  await goesTo(gwenola, 'Ambiance')
  await picks(gwenola, 'fatigue')
  await press(gwenola, /^Vigilance/)
  await sees(circle.screen('dario'), 'L’énergie baisse.')
  await welcomesSignal(circle)
  await circle.itIs('18:47')
  await caresWith(circle, /^pause Quelques minutes/)
  await press(awa, '5 min')
  await Promise.all(circle.screens.map(({ page, name }) => expect(page.getByRole('heading', { name: 'Pause' }), name).toBeVisible()))
  await circle.itIs('18:50')
  await press(awa, 'Reprendre')
  await expect(gwenola.page.getByRole('heading', { name: 'Pause' })).toBeHidden()
  await settles(circle)
  await goesTo(gwenola, 'Maintenant')
  await expect(button(awa, 'Clore le point')).toBeVisible()
  await closesDespiteSilence(circle)
}
