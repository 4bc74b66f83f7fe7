import { expect, type Locator } from '@playwright/test'
import type { Device } from './device.ts'

/** What somebody gives at the door; without a voice they come in their own name. */
export interface Entering {
  name: string
  voice?: string
  /** Several voices, each with the quality in which one comes. */
  voices?: readonly { label: string; quality: string }[]
  newcomer?: boolean
}

/** Somebody opens the link and enters the circle, as a person does: name, voice, ready. */
export const enters = async (
  device: Device,
  link: string,
  { name, voice = 'En mon nom', voices = [{ label: voice, quality: '' }], newcomer = false }: Entering,
): Promise<void> => {
  const { page } = device
  await device.goes(link)
  await page.getByRole('textbox', { name: 'Ton prénom et ton nom' }).fill(name)
  const seeAll = page.getByRole('button', { name: /^Voir les \d+ structures/ })
  for (const { label, quality } of voices) {
    const choice = page.getByRole('checkbox', { name: label, exact: true })
    if ((await seeAll.isVisible()) && !(await choice.isVisible())) await seeAll.click()
    await choice.check()
    if (quality !== '')
      await page.getByRole('listitem').filter({ has: choice }).getByRole('textbox', { name: 'en qualité de' }).fill(quality)
  }
  if (newcomer) await page.getByRole('checkbox', { name: /première fois/ }).check()
  await page.getByRole('button', { name: /^Entrer (dans le cercle|pour observer)$/ }).click()
  await expect(savedMark(device, 'enregistré')).toBeVisible()
}

/** What the header says of this person’s own words, where it stands on this screen. */
export const savedMark = (device: Device, words: string | RegExp): Locator =>
  device.page.getByRole('banner').getByText(words, { exact: true }).filter({ visible: true }).first()

/** Goes to one of the four places by the bar of a phone. */
export const goesTo = async (device: Device, place: 'Maintenant' | 'Ordre du jour' | 'Cercle' | 'Ambiance'): Promise<void> => {
  await device.page.getByRole('navigation', { name: 'Lieux de la réunion' }).getByRole('link', { name: place }).click()
}
