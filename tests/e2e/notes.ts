import { expect, type Locator } from '@playwright/test'
import type { Device } from './device.ts'
import { savedMark } from './people.ts'

/** The common note of the item on screen, while it is being written. */
export const noteField = (device: Device): Locator => device.page.getByRole('textbox', { name: 'Notes du groupe' })

/** Taps the note, which brings the editor; where the editor is, taps into it. */
export const startsWriting = async (device: Device): Promise<Locator> => {
  const field = noteField(device)
  if (await field.isVisible()) await field.click()
  else await device.page.getByRole('button', { name: 'Écrire ici' }).click()
  await expect(field).toBeFocused()
  return field
}

/** Writes at the end of the common note, key by key. */
export const writes = async (device: Device, text: string): Promise<void> => {
  const field = await startsWriting(device)
  await field.pressSequentially(text)
}

/** Lets the screen draw what has just been typed, so that the mark beside it is about it. */
export const drawn = (device: Device): Promise<unknown> =>
  device.page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))

/** Waits until this device says that all of its person’s words are saved. */
export const allSaved = async (device: Device): Promise<void> => {
  await drawn(device)
  await expect(savedMark(device, 'enregistré')).toBeVisible()
}
