import { expect, type Locator } from '@playwright/test'
import type { Device } from './device.ts'

/** Takes a free role from its card, during the welcome. Up to four people watch the mood together until somebody takes that alone [§4.7]. */
export const takesRole = async ({ page }: Device, role: string): Promise<void> => {
  await page.getByRole('button', { name: new RegExp(`^${role} (?:à prendre|vigilance partagée)`) }).click()
  const card = page.getByRole('dialog')
  await card.getByRole('button', { name: 'Je prends ce rôle' }).click()
  await expect(card.getByRole('button', { name: 'Je prends ce rôle' })).toBeHidden()
  await card.getByRole('button', { name: 'Fermer' }).last().click()
  await expect(card).toBeHidden()
}

/** Opens a role's card, does something there, and closes it. */
export const onRoleCard = async ({ page }: Device, role: string, does: (card: Locator) => Promise<void>): Promise<void> => {
  await page
    .getByRole('button', { name: new RegExp(`^${role} `) })
    .first()
    .click()
  const card = page.getByRole('dialog')
  await does(card)
  await card.getByRole('button', { name: 'Fermer' }).last().click()
  await expect(card).toBeHidden()
}

/** Offers a role to somebody from its card, or passes one's own on. */
export const passesRole = (device: Device, role: string, to: string): Promise<void> =>
  onRoleCard(device, role, async (card) => {
    await card.getByRole('combobox', { name: /^(?:Proposer à|Passer le rôle à)…$/ }).selectOption({ label: to })
    await card.getByRole('button', { name: /^(?:Proposer|Passer le rôle)$/ }).click()
  })
