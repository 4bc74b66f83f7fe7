import { expect } from '@playwright/test'
import { picks, ticks } from './choices.ts'
import type { Device } from './device.ts'
import { button, press, sees } from './gestures.ts'

/** What whoever carries a decision puts before the group. */
export interface Proposal {
  text: string
  responsible: string
  reviewOn: string
  copies?: readonly string[]
  criteria?: readonly string[]
  financial?: string
}

/** Writes the proposal in the common text and lays it before the group. */
export const proposes = async (device: Device, proposal: Proposal): Promise<void> => {
  const { page } = device
  await page.getByRole('textbox', { name: 'Texte de la proposition' }).fill(proposal.text)
  await page.getByRole('combobox', { name: 'Structure responsable' }).selectOption({ label: proposal.responsible })
  await page.getByLabel('À revoir le').fill(proposal.reviewOn)
  for (const copy of proposal.copies ?? []) await ticks(page.getByRole('checkbox', { name: copy, exact: true }))
  if (proposal.criteria || proposal.financial) {
    await press(device, 'Critères, argent, autre processus')
    await page.getByRole('textbox', { name: 'Critères de suivi, un par ligne' }).fill((proposal.criteria ?? []).join('\n'))
    await page.getByRole('textbox', { name: /^Argent/ }).fill(proposal.financial ?? '')
  }
  await press(device, 'Poser la proposition')
}

/** The carrier writes the next version: the whole text, and what changes in one sentence. */
export const amends = async (device: Device, version: number, text: string, change = ''): Promise<void> => {
  const { page } = device
  const field = page.getByRole('textbox', { name: 'Texte de la proposition' })
  // The button gives way to the field by itself when it becomes the carrier's turn to write, perhaps while it is being pressed.
  await expect(async () => {
    if (!(await field.isVisible())) await button(device, 'Modifier le texte').first().click({ timeout: 1_000 })
    await expect(field).toBeVisible({ timeout: 1_000 })
  }).toPass()
  await field.fill(text)
  if (change !== '') await page.getByRole('textbox', { name: 'Ce qui change, en une phrase' }).fill(change)
  await press(device, `Poser la version ${version}`)
  await expect(button(device, `Poser la version ${version}`)).toHaveCount(0)
}

/** Facilitation or scribe keeps what was said in a step, for the minutes. */
export const keepsSummary = async (device: Device, step: 'Clarifications' | 'Ressentis', text: string): Promise<void> => {
  const { page } = device
  const section = page
    .getByRole('region', { name: step })
    .or(page.locator('section').filter({ has: page.getByRole('heading', { name: step }) }))
  await section.getByRole('button', { name: 'Écrire le résumé' }).first().click()
  await page.getByRole('textbox', { name: step }).fill(text)
  await press(device, 'Garder ce résumé')
  await sees(device, text)
}

/** One’s position, and the reason where one is asked. It is saved before anybody reads it. */
export const takesPosition = async (
  device: Device,
  position: 'pas d’objection' | 'pas d’objection, une réserve' | 'j’ai une objection',
  reason = '',
): Promise<void> => {
  await picks(device, position)
  if (reason === '') return
  const field = device.page.getByRole('textbox', { name: /^Ta (?:raison|réserve)$/ })
  await field.fill(reason)
  await field.blur()
}
