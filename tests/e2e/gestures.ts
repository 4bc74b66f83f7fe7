import { expect, type Locator, type Page } from '@playwright/test'
import type { Device } from './device.ts'

/** A button of this screen by its whole name, where it can be pressed: not behind a pause or a sheet. */
export const button = ({ page }: Device, name: string | RegExp): Locator =>
  page
    .getByRole('button', { name, ...(typeof name === 'string' ? { exact: true } : {}) })
    .and(page.locator(':not([inert] *)'))
    .filter({ visible: true })

export const press = (device: Device, name: string | RegExp): Promise<void> => button(device, name).first().click()

/** French puts a no-break space where one types a space. */
const anySpace = (words: string | RegExp): string | RegExp =>
  typeof words === 'string' ? words : new RegExp(words.source.replaceAll(' ', String.raw`\s`), words.flags)

/** Words that people read on their screens, each within the usual wait. */
export const sees = async (devices: Device | readonly Device[], words: string | RegExp): Promise<void> => {
  const all = 'page' in devices ? [devices] : devices
  await Promise.all(
    all.map((device) => expect(device.page.getByText(anySpace(words)).filter({ visible: true }).first(), device.name).toBeVisible()),
  )
}

/** Words that must not stand on any of these screens now. */
export const doesNotSee = async (devices: Device | readonly Device[], words: string | RegExp): Promise<void> => {
  const all = 'page' in devices ? [devices] : devices
  for (const device of all) await expect(device.page.getByText(anySpace(words)).filter({ visible: true }), device.name).toHaveCount(0)
}

/** Writes into a field by its label, in a part of the screen or anywhere on it. */
export const fills = async (where: Page | Locator, label: string | RegExp, text: string): Promise<void> => {
  await where
    .getByLabel(label, typeof label === 'string' ? { exact: true } : {})
    .filter({ visible: true })
    .fill(text)
}

/** The sheet that is open on this screen. */
export const sheet = ({ page }: Device): Locator => page.getByRole('dialog')
