import type { Device } from './device.ts'

/**
 * Picks one of several. A choice's picture stands above its native control: the tap lands on the picture and the label passes it on, hence `force`; and since
 * nothing then looks whether a strip lies over it, it is brought to the middle of the screen first.
 */
export const picks = async ({ page }: Device, name: string | RegExp): Promise<void> => {
  const choice = page.getByRole('radio', { name, exact: typeof name === 'string' })
  await choice.evaluate((control) => control.scrollIntoView({ block: 'center', behavior: 'instant' }))
  await choice.check({ force: true })
}
