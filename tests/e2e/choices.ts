import type { Device } from './device.ts'

/** Picks one of several. A choice's picture stands above its native control: the tap lands on the picture and the label passes it on, hence `force`. */
export const picks = ({ page }: Device, name: string | RegExp): Promise<void> =>
  page.getByRole('radio', { name, exact: typeof name === 'string' }).check({ force: true })
