import { browser } from '../devices.ts'
import { beginsEvening, opensItem } from './evening.ts'
import { expect, test } from './hall.ts'
import { allSaved, writes } from './notes.ts'
import { opensByForm } from './opening.ts'
import { enters } from './people.ts'
import { givesWeather } from './weather.ts'

/** A name as a laptop has on the Wi-Fi of a village hall: not localhost, and no https. */
const host = 'halle.test'
test.use({ launchOptions: { ...browser, args: [...(browser.args ?? []), `--host-resolver-rules=MAP ${host} 127.0.0.1`] } })

test('over plain http, where browsers take away the clipboard, randomUUID and workers, all that matters works', async ({ hall }) => {
  const evening = await beginsEvening(hall)
  const ada = await hall.phone('Ada', { host })
  await enters(ada, evening.meeting.join, { name: 'Ada Roux' })
  const missing = await ada.page.evaluate(() => ({
    secure: isSecureContext,
    randomUUID: 'randomUUID' in crypto,
    clipboard: 'clipboard' in navigator,
    serviceWorker: 'serviceWorker' in navigator,
  }))
  expect(missing).toEqual({ secure: false, randomUUID: false, clipboard: false, serviceWorker: false })

  await evening.awa.does({ type: 'set-phase', from: 'welcome', to: 'weather' })
  await givesWeather(ada, 'éclaircies', 'contente d’être là')
  await expect(ada.page.getByText('Ma météo : éclaircies')).toBeVisible()

  await opensItem(evening)
  await writes(ada, 'Écrit dans la halle.')
  await allSaved(ada)
})

test('over plain http a meeting is opened and its link copied', async ({ hall }) => {
  const { page } = await opensByForm(await hall.laptop('Awa', { host }))
  await page.getByRole('button', { name: 'Copier' }).first().click()
  await expect(page.getByText('L’adresse est sélectionnée : copie-la à la main.')).toBeVisible()
  await page.keyboard.press('Control+c')
  await page.getByRole('link', { name: 'Entrer dans la réunion' }).click()
  const name = page.getByRole('textbox', { name: 'Ton prénom et ton nom' })
  await name.focus()
  await page.keyboard.press('Control+v')
  await expect(name).toHaveValue(new RegExp(`^http://${host}:\\d+/m/[^#]+#.+`))
})
