import type { Locator } from '@playwright/test'
import type { Device } from './device.ts'

/**
 * Ticks a control. A choice's picture stands above its native control: the tap lands on the picture and the label passes it on, hence `force`; and since
 * nothing then looks whether a strip or a message lies over it, it is brought to the middle of the screen first.
 */
export const ticks = async (choice: Locator): Promise<void> => {
  await choice.evaluate((control) => control.scrollIntoView({ block: 'center', behavior: 'instant' }))
  await choice.check({ force: true })
}

/** Picks one of several. */
export const picks = ({ page }: Device, name: string | RegExp): Promise<void> =>
  ticks(page.getByRole('radio', { name, exact: typeof name === 'string' }))
