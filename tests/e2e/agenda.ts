import { expect } from '@playwright/test'
import type { Device } from './device.ts'
import { goesTo } from './people.ts'

/** What somebody says of an item they bring. */
export interface Brought {
  kind: string
  title: string
  expectation: string
  minutes?: number
  urgency?: string
}

/** Brings an item from a phone; whoever leads lists it. */
export const proposesItem = async (device: Device, { kind, title, expectation, minutes, urgency }: Brought): Promise<void> => {
  const { page } = device
  await goesTo(device, 'Ordre du jour')
  await page.getByRole('button', { name: 'Proposer un point' }).click()
  const form = page.getByRole('dialog')
  await form.getByRole('combobox', { name: 'Nature du point' }).selectOption({ label: kind })
  await form.getByRole('textbox', { name: 'Titre' }).fill(title)
  await form.getByRole('textbox', { name: 'Ce que j’attends de vous' }).fill(expectation)
  if (minutes !== undefined) await form.getByRole('spinbutton', { name: 'Minutes' }).fill(String(minutes))
  if (urgency !== undefined) await form.getByRole('combobox', { name: 'Urgence' }).selectOption({ label: urgency })
  await form.getByRole('button', { name: 'Proposer un point' }).click()
  await expect(form).toBeHidden()
  await expect(page.getByRole('list', { name: 'Proposés' }).getByText(title)).toBeVisible()
  await goesTo(device, 'Maintenant')
}

/** Whoever leads, at a laptop, puts a proposed item on the agenda. */
export const listsItem = async ({ page }: Device, title: string): Promise<void> => {
  const proposed = page.getByRole('list', { name: 'Proposés' }).getByRole('listitem').filter({ hasText: title })
  await proposed.getByRole('button', { name: 'Inscrire' }).click()
  await expect(proposed).toBeHidden()
}

/** Presses « Clore le point », then closes it in the sheet with its next step. */
export const closesItem = async ({ page }: Device, next: string): Promise<void> => {
  await page.getByRole('button', { name: 'Clore le point' }).click()
  const sheet = page.getByRole('dialog')
  await sheet.getByRole('textbox', { name: 'Quelle est la suite ?' }).fill(next)
  await sheet.getByRole('button', { name: 'Clore le point' }).click()
}
