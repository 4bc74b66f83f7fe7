import { expect, type Locator } from '@playwright/test'
import { ticks } from './choices.ts'
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

/** Writes a bullet list under one heading of a workshop, as one types it. */
export const writesBullets = async (device: Device, heading: string, lines: readonly string[]): Promise<void> => {
  const { page } = device
  const section = page.locator('section').filter({ has: page.getByRole('heading', { name: heading, exact: true }) })
  await section.getByRole('button', { name: 'Écrire ici' }).click()
  const field = page.getByRole('textbox', { name: new RegExp(`^${heading}`) })
  await expect(field).toBeFocused()
  for (const [index, line] of lines.entries()) {
    if (index > 0) await field.press('Enter')
    await field.pressSequentially(index === 0 ? '- ' : '')
    await page.keyboard.insertText(line)
  }
}

/** Adds a note that carries a name, or none, under a heading of the workshop. */
export const addsNote = async (
  device: Device,
  note: { text: string; channel: 'à l’oral' | 'via le chat' | 'par écrit'; heading: string; unsigned?: boolean },
): Promise<void> => {
  const { page } = device
  await page.getByRole('button', { name: 'Ajouter une note signée' }).click()
  await page.getByRole('textbox', { name: 'Ta note' }).fill(note.text)
  await ticks(page.getByRole('radio', { name: note.channel, exact: true }))
  if (note.unsigned) await page.getByRole('combobox', { name: 'Qui l’a dit ?' }).selectOption({ label: 'sans nom' })
  await page.getByRole('combobox', { name: 'Sous quel titre ?' }).selectOption({ label: note.heading })
  await page.getByRole('button', { name: 'Enregistrer', exact: true }).click()
  await expect(page.getByRole('textbox', { name: 'Ta note' })).toBeHidden()
}

/** Waits until this device says that all of its person’s words are saved. */
export const allSaved = async (device: Device): Promise<void> => {
  await drawn(device)
  await expect(savedMark(device, 'enregistré')).toBeVisible()
}
