import { expect, type Locator } from '@playwright/test'
import type { Device } from './device.ts'

const button = ({ page }: Device, name: string): Locator => page.getByRole('button', { name, exact: true })

/** What ends this person’s own turn; who facilitates may have only « Donner la suite », which says whose turn it is. */
const ownEnd = async (device: Device, facilitates: boolean): Promise<Locator> => {
  const done = button(device, 'J’ai terminé')
  if (!facilitates) {
    await done.waitFor()
    return done
  }
  const mine = device.page.getByText(new RegExp(`^${device.name} a la parole\\.`)).filter({ visible: true })
  await done.or(mine).first().waitFor()
  return (await done.isVisible()) ? done : button(device, 'Donner la suite')
}

/** The word goes round: whoever’s screen says that it is their turn speaks and ends it, until everyone has; then facilitation ends the round. */
export const speakInTurn = async (facilitator: Device, devices: readonly Device[]): Promise<void> => {
  let left = [...devices]
  while (left.length > 0) {
    const { speaker, end } = await Promise.any(
      left.map(async (device) => ({ speaker: device, end: await ownEnd(device, device === facilitator) })),
    )
    await end.click()
    left = left.filter((device) => device !== speaker)
    // The next turn begins with the end of this one: its screen says so before anybody looks for theirs.
    if (left.length > 0) await expect(button(speaker, 'J’ai terminé')).toBeHidden()
  }
  await expect(facilitator.page.getByText('La parole a fait le tour')).toBeVisible()
  await button(facilitator, 'Finir le tour').click()
}
