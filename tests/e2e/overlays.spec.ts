import type { Device } from './device.ts'
import { beginsEvening } from './evening.ts'
import { button, press, sheet } from './gestures.ts'
import { expect, test, type Hall } from './hall.ts'
import { isIn, goesTo } from './people.ts'

/** Awa leads a meeting from her phone; Hugo is there. */
const leads = async (hall: Hall): Promise<Device> => {
  const meeting = await hall.meeting()
  const awa = await hall.phone('Awa')
  await isIn(awa, meeting.host, { name: 'Awa Ferrand' })
  await hall.person(meeting, 'Hugo Petit')
  await awa.does({ type: 'open' })
  await awa.does({ type: 'claim-role', role: 'facilitator' })
  return awa
}

test('a menu open while the next step is still being fetched closes as ever, and the page under it is awake again', async ({ hall }) => {
  const awa = await leads(hall)
  const { id: itemId } = await awa.does({
    type: 'propose-item',
    kind: 'information',
    title: 'Le chauffage de la halle',
    expectation: 'Écouter',
    plannedMinutes: 20,
  })
  await awa.does({ type: 'list-item', itemId })
  const { page } = awa
  let arrives = (): void => undefined
  const isOnItsWay = new Promise<void>((resolve) => (arrives = resolve))
  await page.route(/item-page-/, async (route) => {
    await isOnItsWay
    await route.continue()
  })
  await awa.does({ type: 'set-phase', from: 'welcome', to: 'agenda' })
  await expect(page.getByRole('heading', { name: 'Ordre du jour' })).toBeVisible()
  await press(awa, 'Autrement')
  await expect(page.getByRole('menuitem').first()).toBeVisible()
  await awa.does({ type: 'open-item', itemId })
  await expect(page.locator('h1', { hasText: 'Ordre du jour' })).toBeHidden()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('menuitem')).toHaveCount(0)
  await goesTo(awa, 'Cercle')
  await expect(page.getByRole('heading', { name: 'Le cercle' })).toBeVisible()
  await goesTo(awa, 'Maintenant')
  arrives()
  await expect(page.getByRole('heading', { name: 'Le chauffage de la halle' })).toBeVisible()
})

test('a sheet and what is typed in it outlive the column from which it was opened, when the window grows narrow', async ({ hall }) => {
  const { meeting, hugo } = await beginsEvening(hall)
  // Three people speak to each other; from four on one whispers.
  await hall.person(meeting, 'Cléo Marin')
  await hall.person(meeting, 'Dan Oury')
  await hugo.does({ type: 'claim-role', role: 'moodWatcher' })
  const zoe = await hall.laptop('Zoé')
  await isIn(zoe, meeting.join, { name: 'Zoé Blanc' })
  await press(zoe, 'Souffler au guet')
  const words = sheet(zoe).getByRole('textbox').first()
  // The one that a screen reader meets first says the same as the one in view.
  await expect(zoe.page.getByRole('button', { name: 'Fermer' })).toHaveCount(2)
  await expect(zoe.page.getByRole('button', { name: /Rejeter|Dismiss/ })).toHaveCount(0)
  const said = 'On va trop vite pour moi, et je crois que nous n’avons pas encore entendu les personnes du fond de la salle.'
  await words.fill(said)
  await zoe.page.setViewportSize({ width: 820, height: 1180 })
  await expect(words).toHaveValue(said)
  // As narrow as a phone the words take more lines, and all of them are read.
  await zoe.page.setViewportSize({ width: 320, height: 1180 })
  await expect.poll(() => words.evaluate(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight)).toBeLessThanOrEqual(1)
  await sheet(zoe).getByRole('button', { name: 'Fermer' }).last().click()
  await expect(sheet(zoe)).toHaveCount(0)
  await goesTo(zoe, 'Ambiance')
  await expect(zoe.page.getByRole('heading', { name: 'Ambiance', level: 1 })).toBeVisible()
})

test('a message on a phone covers neither the act of the moment nor the bar', async ({ hall }) => {
  const awa = await leads(hall)
  await awa.does({ type: 'set-phase', from: 'welcome', to: 'agenda' })
  const act = button(awa, 'Passer à la clôture').first()
  await expect(act).toBeVisible()
  // All of the step has come: a network lost sooner would take its words.
  await expect(awa.page.getByRole('heading', { name: 'Ordre du jour', level: 1 })).toBeVisible()
  awa.link.cut()
  await act.click()
  const message = awa.page.getByRole('status').filter({ hasText: 'réseau' })
  await expect(message, awa.faults.join('\n')).toBeVisible()
  const [above, below] = [await message.boundingBox(), await act.boundingBox()]
  if (!above || !below) throw new Error('nothing to compare')
  expect(above.y + above.height).toBeLessThanOrEqual(below.y)
})

test('a sheet whose pressed button goes keeps the keyboard: Escape closes it still', async ({ hall }) => {
  const { meeting } = await beginsEvening(hall)
  const zoe = await hall.laptop('Zoé')
  await isIn(zoe, meeting.join, { name: 'Zoé Blanc' })
  await press(zoe, /^scribe/)
  const claim = sheet(zoe).getByRole('button', { name: 'Je prends ce rôle' })
  await claim.press('Enter')
  await expect(claim).toHaveCount(0)
  await expect(sheet(zoe)).toContainText('Zoé')
  await zoe.page.keyboard.press('Escape')
  await expect(sheet(zoe)).toHaveCount(0)
})

test('a double click on what opens a sheet leaves it open; a click beside it closes it still', async ({ hall }) => {
  const meeting = await hall.meeting()
  const awa = await hall.laptop('Awa')
  await isIn(awa, meeting.host, { name: 'Awa Ferrand' })
  await hall.person(meeting, 'Hugo Petit')
  await awa.does({ type: 'open' })
  await awa.does({ type: 'claim-role', role: 'facilitator' })
  await awa.does({ type: 'set-phase', from: 'welcome', to: 'wrap-up' })
  await press(awa, 'Clore la réunion')
  await expect(sheet(awa)).toBeVisible()
  await awa.page.keyboard.press('Escape')
  await expect(sheet(awa)).toHaveCount(0)
  await button(awa, 'Clore la réunion').dblclick()
  // What the second press would close is gone two frames later.
  await awa.page.evaluate(() => new Promise((seen) => requestAnimationFrame(() => requestAnimationFrame(seen))))
  await expect(sheet(awa).getByRole('button', { name: 'Clore', exact: true })).toBeVisible()
  await expect(async () => {
    await awa.page.mouse.click(20, 300)
    await expect(sheet(awa)).toHaveCount(0, { timeout: 200 })
  }).toPass()
})
