import type { Locator, Page } from '@playwright/test'
import { beginsEvening, opensItem } from './evening.ts'
import { press, sheet } from './gestures.ts'
import { expect, test } from './hall.ts'
import { fitsTheWidth } from './looked-at.ts'
import { startsWriting } from './notes.ts'
import { enters, isIn, goesTo, savedMark } from './people.ts'

/** Tabs on until the focus is where it should be, as somebody without a mouse does; gives up after a whole tour of the page. */
const tabsTo = async (page: Page, target: Locator): Promise<void> => {
  for (let presses = 0; presses < 60; presses++) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  await expect(target, 'reached by Tab').toBeFocused()
}

/** Whether a sentence is in a live region that speaks so. */
const isTold = async (page: Page, sentence: string | RegExp, how: 'polite' | 'assertive'): Promise<void> => {
  const said = page.getByText(sentence)
  await said.first().waitFor({ state: 'attached' })
  expect(await said.evaluateAll((all) => all.map((one) => one.closest('[aria-live]')?.getAttribute('aria-live')))).toContain(how)
}

/** Words of the page's head or of a sheet that a box cuts. */
const cutWords = (page: Page): Promise<string[]> =>
  page.locator('header *, [role=dialog] *').evaluateAll((all) =>
    all
      .filter((element) => [...element.childNodes].some(({ nodeType }) => nodeType === Node.TEXT_NODE) && element.checkVisibility())
      .filter((element) => getComputedStyle(element).overflow === 'hidden' && element.getBoundingClientRect().width > 1)
      .filter((element) => element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1)
      .map(({ textContent }) => textContent),
  )

test('[AC-28] with text twice as large a phone cuts no word of the door, of the head and of a sheet, and none lies under the sky', async ({
  hall,
}) => {
  const evening = await beginsEvening(hall, { title: 'Réunion écosystème du jeudi 3 décembre' })
  const { awa } = evening
  await awa.does({ type: 'set-phase', from: 'welcome', to: 'weather' })
  const ada = await hall.phone('Ada')
  const { page } = ada
  await page.addInitScript(() => document.addEventListener('DOMContentLoaded', () => (document.documentElement.style.fontSize = '200%')))
  await ada.goes(evening.meeting.join)
  await expect(page.getByRole('textbox', { name: 'Ton prénom et ton nom' })).toBeVisible()
  await fitsTheWidth(ada, 'door')
  await isIn(ada, evening.meeting.join, { name: 'Ada Roux' })
  await fitsTheWidth(ada, 'room')
  for (const person of [awa, evening.hugo, ada]) await person.does({ type: 'give-weather', value: 'storm' })
  const { id: roundId } = await awa.does({ type: 'start-round', kind: 'weather', mode: 'circle', prompt: 'Quelle est ta météo ?' })
  await awa.does({ type: 'end-round', roundId })
  const words = page.getByText('météos dans le ciel')
  await words.waitFor()
  const [vault, under] = [await page.getByRole('main').locator('ul[aria-hidden]').boundingBox(), await words.boundingBox()]
  expect(under?.y, 'the words under the vault').toBeGreaterThanOrEqual((vault?.y ?? Infinity) + (vault?.height ?? 0))
  await opensItem(evening)
  await startsWriting(ada)
  ada.link.cut()
  await page.keyboard.type('Oui.')
  await expect(savedMark(ada, /^hors ligne, 4 changements gardés ici$/)).toBeVisible()
  expect(await cutWords(page)).toEqual([])
  ada.link.restore()
  await goesTo(ada, 'Cercle')
  await press(ada, /^scribe/)
  await expect(sheet(ada).getByRole('button', { name: 'Fermer' })).toBeInViewport({ ratio: 1 })
  await fitsTheWidth(ada, 'sheet')
  expect(await cutWords(page)).toEqual([])
})

test('[AC-28] nobody scrolls a wall: a long text, with letters set twice as large too, and a pause over it, are drawn to fit', async ({
  hall,
}) => {
  const evening = await beginsEvening(hall, { title: 'Réunion écosystème du jeudi 3 décembre' })
  const wall = await hall.laptop('Mur')
  const { page } = wall
  await page.addInitScript(() => document.addEventListener('DOMContentLoaded', () => (document.documentElement.style.fontSize = '200%')))
  await isIn(wall, evening.meeting.observe, { name: 'Le mur' })
  await wall.goes(`/m/${evening.meeting.meetingId}/ecran`)
  await expect(page.getByRole('heading', { name: /^Réunion écosystème/ })).toBeVisible()
  const over = (): Promise<number> => page.evaluate(() => document.documentElement.scrollHeight - innerHeight)
  await expect.poll(over, 'the welcome').toBeLessThanOrEqual(0)
  await opensItem(evening, {
    title: 'Charte d’usage de la salle commune',
    expectation: 'Une phrase que tout le monde lit. '.repeat(8).trim(),
  })
  await expect(page.getByRole('heading', { name: /^Charte d’usage/ })).toBeVisible()
  await expect.poll(over, 'an item').toBeLessThanOrEqual(0)
  await fitsTheWidth(wall, 'wall')
  await evening.awa.does({ type: 'pause', minutes: 5 })
  const pause = page.getByRole('dialog', { name: 'Pause' })
  await expect(pause).toBeVisible()
  expect(await pause.evaluate(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight), 'the pause').toBeLessThanOrEqual(0)
})

test('[AC-28] the first screen and the minutes fit a phone whose letters are set twice as large', async ({ hall }) => {
  const { awa, hugo, meeting } = await beginsEvening(hall)
  // Up to four any two people seal; from five on the keys are named.
  for (const name of ['Cléo Marin', 'Dan Oury']) await hall.person(meeting, name)
  await hugo.does({ type: 'claim-role', role: 'scribe' })
  const ada = await hall.phone('Ada')
  // What a person sets in the browser, so that what yields to large letters does.
  const large = await ada.context.newCDPSession(ada.page)
  await large.send('Page.setFontSizes', { fontSizes: { standard: 32, fixed: 26 } })
  await ada.goes('/')
  await expect(ada.page.getByRole('textbox', { name: 'Titre' })).toBeVisible()
  await fitsTheWidth(ada, 'first screen')
  await enters(ada, meeting.join, { name: 'Ada Roux' })
  await awa.does({ type: 'close' })
  await ada.goes(`/m/${meeting.meetingId}/compte-rendu`)
  await expect(ada.page.getByText('en attente').first()).toBeVisible()
  await fitsTheWidth(ada, 'minutes')
})

test('[AC-29] from the link to one’s weather by keyboard alone', async ({ hall }) => {
  const evening = await beginsEvening(hall)
  await evening.awa.does({ type: 'set-phase', from: 'welcome', to: 'weather' })
  const { page, ...ada } = await hall.laptop('Ada')
  await page.goto(`${ada.origin}${evening.meeting.join.slice(evening.meeting.join.indexOf('/m/'))}`)
  const name = page.getByRole('textbox', { name: 'Ton prénom et ton nom' })
  await name.waitFor()
  await tabsTo(page, name)
  await page.keyboard.type('Ada Roux')
  await tabsTo(page, page.getByRole('checkbox', { name: 'En mon nom' }))
  await page.keyboard.press('Space')
  await tabsTo(page, page.getByRole('button', { name: 'Entrer dans le cercle' }))
  await page.keyboard.press('Enter')

  const sun = page.getByRole('radio', { name: 'soleil' })
  await sun.waitFor()
  await tabsTo(page, sun)
  await page.keyboard.press('Space')
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('radio', { name: 'éclaircies' })).toBeChecked()
  await tabsTo(page, page.getByRole('textbox', { name: 'Un mot, si tu veux' }))
  await page.keyboard.type('curieuse')
  await tabsTo(page, page.getByRole('button', { name: 'Dire ma météo' }))
  await page.keyboard.press('Enter')
  await expect(page.getByText('Ma météo : éclaircies')).toBeVisible()
  await expect(page.getByText('curieuse').first()).toBeVisible()
})

test('[AC-29] what holds the keyboard goes with its own act: the title of what came, the menu’s button, the part around it take it', async ({
  hall,
}) => {
  const evening = await beginsEvening(hall)
  const { awa } = evening
  await awa.does({ type: 'set-phase', from: 'welcome', to: 'weather' })
  const ada = await hall.laptop('Ada')
  const { page } = ada
  await enters(ada, evening.meeting.join, { name: 'Ada Roux' })
  await page.getByRole('radio', { name: 'soleil' }).press('Space')
  await page.getByRole('button', { name: 'Dire ma météo' }).press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
  await awa.does({ type: 'hand-over-role', role: 'facilitator', personId: (await ada.identity()).personId })
  await ada.does({ type: 'accept-role', role: 'facilitator' })
  const more = page.getByRole('button', { name: 'Autrement' })
  await more.press('Enter')
  await expect(page.getByRole('menuitem').first()).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(more).toBeFocused()
  await evening.hugo.does({ type: 'raise-signal', kind: 'tension', level: 3 })
  const pause = page.getByRole('dialog', { name: 'Pause' })
  await pause.getByRole('button', { name: 'Accueillir' }).press('Enter')
  await expect(pause.getByRole('button', { name: 'Accueillir' })).toHaveCount(0)
  await expect(pause.locator(':focus')).toHaveCount(1)
})

test('[AC-29] a turn, an item and a signal are told to screen readers', async ({ hall }) => {
  const evening = await beginsEvening(hall)
  const { awa } = evening
  const ada = await hall.phone('Ada')
  const { page } = ada
  await isIn(ada, evening.meeting.join, { name: 'Ada Roux' })
  const { id: itemId } = await awa.does({
    type: 'propose-item',
    kind: 'information',
    title: 'Le toit',
    expectation: 'Écouter',
    plannedMinutes: 5,
  })
  await awa.does({ type: 'list-item', itemId })
  await awa.does({ type: 'set-phase', from: 'welcome', to: 'agenda' })
  await awa.does({ type: 'open-item', itemId })
  await isTold(page, 'Nouveau point : Le toit', 'polite')
  await expect(page.getByText('Nouveau point : Le toit'), 'no text of the page: nobody meets it again').toHaveCount(0)
  await page.evaluate(() => {
    const told: string[] = []
    Object.assign(window, { told })
    for (const region of document.querySelectorAll('body > * [aria-live].sr-only'))
      new MutationObserver((changes) => {
        for (const { addedNodes } of changes) for (const node of addedNodes) told.push(node.textContent ?? '')
      }).observe(region, { childList: true, subtree: true })
  })
  const personId = awa.id
  const given = await awa.does({ type: 'give-floor', personId })
  await awa.does({ type: 'end-floor', turnId: given.id })
  await awa.does({ type: 'give-floor', personId })
  await expect
    .poll(() => page.evaluate(() => (window as unknown as { told: string[] }).told), { message: 'the same words twice' })
    .toEqual(['Awa a la parole.', 'Awa a la parole.'])
  await ada.does({ type: 'raise-signal', kind: 'pace', level: 2 })
  await isTold(page, /^Signal de vigilance\s: rythme/, 'polite')
  await awa.does({ type: 'raise-signal', kind: 'joy', level: 3 })
  await isTold(page, /^Pause\. On prend un temps/, 'assertive')
})
