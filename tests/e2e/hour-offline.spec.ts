import type { Page } from '@playwright/test'
import { clockTo, EVENING } from '../contract/circle.ts'
import { until } from '../player/until.ts'
import type { Device } from './device.ts'
import { beginsEvening, opensItem, type Evening } from './evening.ts'
import { expect, test, type Hall } from './hall.ts'
import { looksAt } from './looked-at.ts'
import { atNight } from './night.ts'
import { noteTextOf } from './note-text.ts'
import { allSaved, noteField, writes } from './notes.ts'
import { isIn, savedMark } from './people.ts'

/** An hour without network, by the standing one comes back to: nothing typed is lost without a word, and nothing arrives that may not [sync.md §5]. */
test.use({ clock: 'manual' })

const kept = /^hors ligne, \d+ changements? gardés? ici$/
const title = 'Ce qui n’était pas arrivé'
const listed = (page: Page) => page.getByRole('listitem').filter({ has: page.getByRole('button', { name: 'Copier' }) })

interface Away {
  readonly evening: Evening
  readonly itemId: string
  readonly ada: Device
}

/** Ada has written, and goes into a valley without network. */
const goesAway = async (hall: Hall, more: { leads?: boolean } = {}): Promise<Away> => {
  await clockTo(hall.server, EVENING)
  const evening = await beginsEvening(hall)
  const itemId = await opensItem(evening)
  const ada = await hall.phone('Ada')
  await isIn(ada, evening.meeting.join, { name: 'Ada Roux' })
  if (more.leads) {
    await evening.awa.does({ type: 'hand-over-role', role: 'facilitator', personId: (await ada.identity()).personId })
    await ada.does({ type: 'accept-role', role: 'facilitator' })
  }
  await writes(ada, 'Avant.')
  await allSaved(ada)
  ada.link.cut()
  await noteField(ada).press('Enter')
  await writes(ada, 'Pendant une heure.')
  await expect(savedMark(ada, kept)).toBeVisible()
  return { evening, itemId, ada }
}

const anHourLater = (hall: Hall): Promise<void> => clockTo(hall.server, Date.parse(EVENING) + 3_600_000)

for (const leads of [false, true]) {
  // By day a participant stands for both.
  const holds = leads ? atNight : test
  holds(`${leads ? 'who leads' : 'a participant'}: what was typed arrives whole and once, also after a reload`, async ({ hall }) => {
    const { evening, itemId, ada } = await goesAway(hall, { leads })
    await anHourLater(hall)
    ada.link.restore()
    await allSaved(ada)
    const whole = 'Avant.\nPendant une heure.'
    await until('the others have it', () => noteTextOf(evening.hugo, itemId) === whole)
    await ada.page.reload()
    await allSaved(ada)
    await expect(ada.page.getByText('Pendant une heure.')).toHaveCount(1)
    expect(noteTextOf(evening.hugo, itemId)).toBe(whole)
    await expect(ada.page.getByRole('heading', { name: title })).toBeHidden()
  })
}

test('made an observer meanwhile: nothing of it enters, all of it is handed back, and the board goes on', async ({ hall }) => {
  const { evening, itemId, ada } = await goesAway(hall)
  const { personId } = await ada.identity()
  await evening.awa.does({ type: 'set-standing', personId, standing: 'observer' })
  await anHourLater(hall)
  ada.link.restore()
  await expect(ada.page.getByRole('heading', { name: title })).toBeVisible({ timeout: 20_000 })
  await expect(listed(ada.page)).toHaveCount(1)
  await expect(listed(ada.page)).toContainText('Pendant une heure.')
  await expect(listed(ada.page)).not.toContainText('Avant.')
  // It would be refused again.
  await expect(ada.page.getByRole('button', { name: 'Remettre' })).toBeHidden()
  await expect(ada.page.getByText('Tu observes à présent')).toBeVisible()
  expect(noteTextOf(evening.hugo, itemId)).toBe('Avant.')
  await looksAt(ada, 'observer-handed-back')
})

test('not recognised any more: what had not arrived is shown at the door, to copy', async ({ hall }) => {
  const { evening, itemId, ada } = await goesAway(hall)
  await ada.context.clearCookies()
  ada.willHear(/status of 401/) // of the socket alone, or of HTTP beside it, whichever comes first
  await anHourLater(hall)
  ada.link.restore()
  await expect(ada.page.getByRole('alert')).toContainText('n’est plus reconnu')
  await expect(listed(ada.page)).toHaveCount(1)
  await expect(listed(ada.page)).toContainText('Pendant une heure.')
  await expect(listed(ada.page)).not.toContainText('Avant.')
  expect(noteTextOf(evening.hugo, itemId)).toBe('Avant.')
  await looksAt(ada, 'left-behind')
})

test('the device’s storage emptied half-way: nothing is called kept or saved that is not, and writing goes on', async ({ hall }) => {
  const { evening, itemId, ada } = await goesAway(hall)
  const browser = await ada.context.newCDPSession(ada.page)
  // Heard as it is said, however short: the new store takes all of it a moment later.
  await ada.page.evaluate(() => {
    const heard = ((globalThis as { heard?: string[] }).heard = [] as string[])
    new MutationObserver(() => heard.push(document.querySelector('header')?.textContent ?? '')).observe(document.body, {
      subtree: true,
      childList: true,
      characterData: true,
    })
  })
  await browser.send('Storage.clearDataForOrigin', { origin: ada.origin, storageTypes: 'indexeddb' })
  await expect
    .poll(() => ada.page.evaluate(() => (globalThis as { heard?: string[] }).heard?.some((said) => said.includes('hors ligne, non gardé'))))
    .toBe(true)
  await writes(ada, ' Encore.')
  await expect(savedMark(ada, kept)).toBeVisible()
  expect(await ada.page.evaluate(async () => (await indexedDB.databases()).length)).toBeGreaterThan(0)
  await anHourLater(hall)
  ada.link.restore()
  await allSaved(ada)
  await until('the others have all of it', () => noteTextOf(evening.hugo, itemId) === 'Avant.\nPendant une heure. Encore.')
})
