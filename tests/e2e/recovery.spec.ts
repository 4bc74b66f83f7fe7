import type { Page } from '@playwright/test'
import { beginsEvening, opensItem, type Evening } from './evening.ts'
import { expect, test } from './hall.ts'
import { looksAt } from './looked-at.ts'
import { noteTextOf } from './note-text.ts'
import { allSaved, writes } from './notes.ts'
import { isIn, savedMark } from './people.ts'
import { until } from '../player/until.ts'

const offline = /^hors ligne, \d+ changements? gardés? ici$/
const title = 'Ce qui n’était pas arrivé'

const listed = (page: Page) => page.getByRole('listitem').filter({ has: page.getByRole('button', { name: 'Laisser' }) })

/** The page dies in the middle of the first recovery: the old document is kept, the count has not gone up. */
const diesOnce = async (page: Page): Promise<void> => {
  await page.evaluate(() => {
    Object.defineProperty(Storage.prototype, 'setItem', {
      value(this: Storage, key: string, value: string) {
        if (!key.startsWith('clairiere:replaced:')) return void (this[key] = value)
        location.reload()
        throw new Error('the page is gone')
      },
    })
  })
}

const seals = async ({ awa, hugo }: Evening, itemId: string, ada: { does(act: object): Promise<unknown> }): Promise<void> => {
  await awa.does({ type: 'close-item', itemId, nextStep: 'Rien de plus' })
  await awa.does({ type: 'close' })
  for (const person of [awa, hugo, ada]) await person.does({ type: 'agree-review' })
  for (const person of [awa, hugo]) await person.does({ type: 'seal' })
}

test('sealed while two tabs were away, and one dies in the middle: what both had written is listed once, in both, and settled for both', async ({
  hall,
}) => {
  const evening = await beginsEvening(hall)
  const itemId = await opensItem(evening)
  const ada = await hall.phone('Ada')
  await isIn(ada, evening.meeting.join, { name: 'Ada Roux' })
  await writes(ada, 'Arrivé. ')
  await allSaved(ada)
  const other = await ada.anotherTab()
  await other.goto(ada.page.url())
  await expect(other.getByText('Arrivé.')).toBeVisible()

  ada.link.cut()
  await writes(ada, 'Dans le train. ')
  await expect(savedMark(ada, offline)).toBeVisible()
  await other.getByRole('button', { name: 'Écrire ici' }).click()
  await other.getByRole('textbox', { name: 'Notes du groupe' }).pressSequentially('Dans l’autre onglet.')
  await expect(other.getByRole('banner').getByText(offline).filter({ visible: true }).first()).toBeVisible()
  await seals(evening, itemId, ada)
  await diesOnce(ada.page)
  ada.link.restore()

  for (const page of [ada.page, other]) {
    await expect(page.getByRole('heading', { name: title })).toBeVisible({ timeout: 20_000 })
    // They stood side by side in one paragraph: one passage, with both in it and nothing of what had arrived.
    await expect(listed(page)).toHaveCount(1)
    for (const text of ['Dans le train. ', 'Dans l’autre onglet.']) await expect(listed(page)).toContainText(text)
    await expect(listed(page)).not.toContainText('Arrivé.')
  }
  await looksAt(ada, 'handed-back')
  await listed(other).getByRole('button', { name: 'Laisser' }).click()
  for (const page of [ada.page, other]) await expect(page.getByRole('heading', { name: title })).toBeHidden()
})

test('refused in the middle of a sentence: what had not arrived is listed, and put back where it stood it reaches the others', async ({
  hall,
}) => {
  const evening = await beginsEvening(hall)
  const itemId = await opensItem(evening)
  const ada = await hall.laptop('Ada')
  // The server's side of a refusal: nothing more of the socket is looked at, then it is closed for good.
  let isFenced = false
  const refusals: (() => void)[] = []
  await ada.page.routeWebSocket(/\/live\//, (socket) => {
    const server = socket.connectToServer()
    socket.onMessage((message) => void (isFenced || server.send(message)))
    refusals.push(() => void socket.close({ code: 4403, reason: 'limit' }))
  })
  await isIn(ada, evening.meeting.join, { name: 'Ada Roux' })
  await writes(ada, 'la salle est ouverte')
  await allSaved(ada)
  isFenced = true
  await ada.page.keyboard.press('Home')
  await ada.page.keyboard.type('Oui, ')
  await ada.page.keyboard.press('End')
  await ada.page.keyboard.press('Enter')
  await ada.page.keyboard.type('et la cuisine')
  refusals.at(-1)?.()
  isFenced = false

  await expect(ada.page.getByRole('heading', { name: title })).toBeVisible({ timeout: 20_000 })
  await expect(listed(ada.page)).toHaveCount(2)
  await looksAt(ada, 'put-back')
  expect(noteTextOf(evening.hugo, itemId)).toBe('la salle est ouverte')
  await listed(ada.page).filter({ hasText: 'Oui, ' }).getByRole('button', { name: 'Remettre' }).press('Enter')
  await expect(listed(ada.page)).toHaveCount(1)
  // Who works by keyboard stays where they were: the next Tab is the first verb of what is left.
  await ada.page.keyboard.press('Tab')
  await expect(listed(ada.page).getByRole('button', { name: 'Remettre' })).toBeFocused()
  await ada.page.keyboard.press('Enter')
  await expect(ada.page.getByRole('heading', { name: title })).toBeHidden()
  await expect(ada.page.getByRole('heading', { level: 1 })).toBeFocused()
  await allSaved(ada)
  await until(
    'all of it is with the others',
    () => noteTextOf(evening.hugo, itemId).replaceAll('\n', ' ') === 'Oui, la salle est ouverte et la cuisine',
  )
})

test('refused, and the network goes before anything of the meeting is here again: the page says that the words are kept', async ({
  hall,
}) => {
  const evening = await beginsEvening(hall)
  await opensItem(evening)
  const ada = await hall.phone('Ada')
  let refuses = (): void => undefined
  let isFenced = false
  await ada.page.routeWebSocket(/\/live\//, (socket) => {
    const server = socket.connectToServer()
    socket.onMessage((message) => void (isFenced || server.send(message)))
    refuses = () => void socket.close({ code: 4403, reason: 'limit' })
  })
  await isIn(ada, evening.meeting.join, { name: 'Ada Roux' })
  await writes(ada, 'la salle est ouverte')
  await allSaved(ada)
  isFenced = true
  await ada.page.keyboard.type(' et la cuisine')
  ada.link.cut()
  refuses()
  const { page } = ada
  await expect(page.getByRole('heading', { level: 1, name: 'La réunion ne s’ouvre pas' })).toBeVisible()
  await expect(page.getByRole('alert')).toContainText('Ce que tu as écrit est gardé ici')
  await looksAt(ada, 'no-network-after-refusal')
  isFenced = false
  ada.link.restore()
  await expect(listed(page)).toContainText('et la cuisine', { timeout: 30_000 })
})

test('refused while the fields of a common list are being filled: what was typed in them is there afterwards', async ({ hall }) => {
  const evening = await beginsEvening(hall)
  await opensItem(evening)
  const ada = await hall.laptop('Ada')
  const refusals: (() => void)[] = []
  await ada.page.routeWebSocket(/\/live\//, (socket) => {
    socket.connectToServer()
    refusals.push(() => void socket.close({ code: 4403, reason: 'limit' }))
  })
  await isIn(ada, evening.meeting.join, { name: 'Ada Roux' })
  const { page } = ada
  const add = page.getByRole('button', { name: 'Ajouter une ressource' })
  const name = page.getByRole('textbox', { name: 'Nom' })
  await add.click()
  await name.fill('Le four à pain')
  await page.getByRole('textbox', { name: 'Licence' }).fill('CC0')
  const sockets = refusals.length
  refusals.at(-1)?.()
  await until('the document is replaced', () => refusals.length > sockets)
  await expect(name).toBeHidden()
  await add.click()
  await expect(name).toHaveValue('Le four à pain')
  await page.getByRole('textbox', { name: 'Sorte' }).fill('outil')
  await page.getByRole('button', { name: 'Garder' }).click()
  await expect(page.getByText('outil · CC0')).toBeVisible()
  await add.click()
  await expect(name, 'kept: the next one begins empty').toHaveValue('')
})

test('a device that keeps nothing works online and says so', async ({ hall }) => {
  const evening = await beginsEvening(hall)
  const itemId = await opensItem(evening)
  const ada = await hall.phone('Ada')
  await ada.page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('denied', 'SecurityError')
    }
  })
  await isIn(ada, evening.meeting.join, { name: 'Ada Roux' })
  await writes(ada, 'En ligne.')
  await allSaved(ada)
  await until('it is with the others', () => noteTextOf(evening.hugo, itemId) === 'En ligne.')
  ada.link.cut()
  await writes(ada, ' Sans filet.')
  await expect(savedMark(ada, 'hors ligne, non gardé')).toBeVisible()
  await expect(ada.page.getByText(/ne ferme pas cette page/)).toBeVisible()
  await looksAt(ada, 'keeps-nothing')
  ada.link.restore()
  await allSaved(ada)
  await until('the rest too', () => noteTextOf(evening.hugo, itemId) === 'En ligne. Sans filet.')
})
