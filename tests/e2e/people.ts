import { expect, type Locator } from '@playwright/test'
import type { Device } from './device.ts'

/** What somebody gives at the door; without a voice they come in their own name. */
export interface Entering {
  name: string
  voice?: string
  /** Several voices, each with the quality in which one comes. */
  voices?: readonly { label: string; quality: string }[]
  newcomer?: boolean
  /** From a distance, not in the room. */
  remote?: boolean
}

/** Somebody opens the link and enters the circle, as a person does: name, voice, ready. */
export const enters = async (
  device: Device,
  link: string,
  { name, voice = 'En mon nom', voices = [{ label: voice, quality: '' }], newcomer = false, remote = false }: Entering,
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
  if (remote) await page.getByRole('checkbox', { name: 'Je participe à distance' }).check()
  await page.getByRole('button', { name: /^Entrer (dans le cercle|pour observer)$/ }).click()
  await expect(savedMark(device, 'enregistré')).toBeVisible()
}

/** Somebody who is in already, for what is not about the door: they joined over the contract, and the page lets them in by the cookie of their device. */
export const isIn = async (
  device: Device,
  link: string,
  { name, voice = 'En mon nom', voices = [{ label: voice, quality: '' }], newcomer = false, remote = false }: Entering,
): Promise<void> => {
  await device.joins(link, (organisations) => ({
    name,
    voices: voices.map(({ label, quality }) => ({ org: label === 'En mon nom' ? null : idOf(organisations, label), quality })),
    newcomer,
    remote,
  }))
  await device.goes(new URL(link).pathname)
  await expect(savedMark(device, 'enregistré')).toBeVisible()
}

const idOf = (organisations: readonly { id: string; label: string }[], label: string): string => {
  const found = organisations.find((one) => one.label === label)
  if (!found) throw new Error(`nobody comes here in the name of ${label}`)
  return found.id
}

/** What the header says of this person’s own words, where it stands on this screen. */
export const savedMark = (device: Device, words: string | RegExp): Locator =>
  device.page.getByRole('banner').getByText(words, { exact: true }).filter({ visible: true }).first()

/** Goes to one of the four places by the bar of a phone. */
export const goesTo = async (device: Device, place: 'Maintenant' | 'Ordre du jour' | 'Cercle' | 'Ambiance'): Promise<void> => {
  await device.page.getByRole('navigation', { name: 'Lieux de la réunion' }).getByRole('link', { name: place }).click()
}
