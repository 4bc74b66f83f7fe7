import { expect } from '@playwright/test'
import type { Device } from './device.ts'

/** Takes a free role from its card, during the welcome. */
export const takesRole = async ({ page }: Device, role: string): Promise<void> => {
  await page.getByRole('button', { name: new RegExp(`^${role} à prendre`) }).click()
  const card = page.getByRole('dialog')
  await card.getByRole('button', { name: 'Je prends ce rôle' }).click()
  await expect(card.getByRole('button', { name: 'Je prends ce rôle' })).toBeHidden()
  await card.getByRole('button', { name: 'Fermer' }).click()
  await expect(card).toBeHidden()
}
