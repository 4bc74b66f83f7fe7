import { expect } from '@playwright/test'
import { picks } from './choices.ts'
import type { Device } from './device.ts'
import { button, press, sheet } from './gestures.ts'

/** « Réagir » to what a commission circulates: its kind, one sentence. */
export const reacts = async (device: Device, type: 'question' | 'soutien' | 'réserve' | 'objection', text: string): Promise<void> => {
  await press(device, 'Réagir')
  const form = sheet(device)
  await picks(device, type)
  await form.getByRole('textbox', { name: 'En une phrase' }).fill(text)
  await form.getByRole('button', { name: 'Envoyer' }).click()
  await expect(form).toBeHidden()
}

/** « Donner mon avis », in what capacity, and for whom one speaks. */
export const givesAdvice = async (device: Device, as: 'impact' | 'compétence', text: string): Promise<void> => {
  await press(device, 'Donner mon avis')
  const form = sheet(device)
  await picks(device, as)
  await form.getByRole('textbox', { name: 'Ton avis' }).fill(text)
  await form.getByRole('button', { name: 'Envoyer' }).click()
  await expect(form).toBeHidden()
}

/** What, who, for whom and by when, in one gesture. */
export interface ActionToTake {
  title: string
  takers: readonly string[]
  forOrg: string
  due: string
}

/** « Ajouter une action » on the item in front of everyone; whoever is named is asked. */
export const asksForAction = async (device: Device, { title, takers, forOrg, due }: ActionToTake): Promise<void> => {
  const { page } = device
  await press(device, 'Ajouter une action')
  await page.getByRole('textbox', { name: 'Quoi ?' }).fill(title)
  for (const [index, name] of takers.entries()) {
    if (index > 0) await press(device, 'À plusieurs')
    await page
      .getByRole('combobox', { name: index === 0 ? 'Qui ?' : 'Avec qui ?' })
      .last()
      .selectOption({ label: name })
  }
  await page.getByRole('combobox', { name: 'Pour quelle structure ?' }).selectOption({ label: forOrg })
  await page.getByLabel('Pour quand ?').fill(due)
  await press(device, 'Ajouter une action')
  await expect(page.getByRole('textbox', { name: 'Quoi ?' })).toBeHidden()
}

/** The taker says yes on their own screen. */
export const acceptsAction = async (device: Device, title: string): Promise<void> => {
  await expect(device.page.getByText(title).filter({ visible: true }).first()).toBeVisible()
  await press(device, 'J’accepte')
  await expect(button(device, 'J’accepte')).toHaveCount(0)
}
