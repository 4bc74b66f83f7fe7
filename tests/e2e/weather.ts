import { picks } from './choices.ts'
import type { Device } from './device.ts'

/** Gives one’s weather: a tile, perhaps a word, « Dire ma météo ». */
export const givesWeather = async (device: Device, weather: string, word = ''): Promise<void> => {
  const { page } = device
  await picks(device, weather)
  if (word !== '') await page.getByRole('textbox', { name: 'Un mot, si tu veux' }).fill(word)
  await page.getByRole('button', { name: 'Dire ma météo' }).click()
}

/** « Je passe », as plain as any weather. */
export const passesWeather = async (device: Device): Promise<void> => {
  await picks(device, 'je passe')
  await device.page.getByRole('button', { name: 'Passer', exact: true }).click()
}
