import { expect } from '@playwright/test'
import type { Device } from './device.ts'

/** Opens a meeting by the form of the first screen; its links then stand beside. */
export const opensByForm = async (device: Device, title = 'Réunion de la halle'): Promise<Device> => {
  const { page } = device
  await device.goes('/')
  await page.getByRole('textbox', { name: 'Titre' }).fill(title)
  await page.getByRole('button', { name: 'Ouvrir la réunion' }).click()
  await expect(page.getByRole('heading', { name: 'Trois liens' })).toBeVisible()
  return device
}

/** The address of a link as it stands on screen to be copied. */
export const linkOnScreen = (device: Device, name: 'Participer' | 'Observer'): Promise<string> =>
  device.page.getByRole('textbox', { name: `Adresse : ${name}` }).inputValue()
