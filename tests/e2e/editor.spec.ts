import type { Page } from '@playwright/test'
import type { Device } from './device.ts'
import { beginsEvening, opensItem, type Evening } from './evening.ts'
import { expect, test, type Hall } from './hall.ts'
import { allSaved, noteField, startsWriting, writes } from './notes.ts'
import { isIn, goesTo } from './people.ts'
import { atNight } from './night.ts'

/** Counts what a page sends that could change a document: SyncStep2 with content (`0 1 …`) and Update (`0 2 …`). Listen before the page opens. */
const changesSentBy = (page: Page): { updates: number } => {
  const sent = { updates: 0 }
  page.on('websocket', (socket) =>
    socket.on('framesent', ({ payload }) => {
      if (typeof payload !== 'string' && payload[0] === 0 && payload[1] === 2) sent.updates += 1
    }),
  )
  return sent
}

/** Waits until something made after everything before it is on the screen: all that the page had to send, it has sent. */
const afterwards = async (page: Page, { awa }: Evening): Promise<void> => {
  const title = 'Un point de plus'
  await awa.does({ type: 'propose-item', kind: 'information', title, expectation: 'Écouter', plannedMinutes: 5 })
  await expect(page.getByText(title).filter({ visible: true }).first()).toBeVisible()
}

const withDevice = async (
  hall: Hall,
  evening: Evening,
  link = evening.meeting.join,
): Promise<{ ada: Device; sent: { updates: number } }> => {
  const ada = await hall.phone('Ada')
  const sent = changesSentBy(ada.page)
  await isIn(ada, link, { name: 'Ada Roux' })
  return { ada, sent }
}

for (const content of ['', 'Ce qui était écrit avant.']) {
  // By day a full note stands for both.
  const holds = content === '' ? atNight : test
  holds(`opening and leaving the editor on ${content === '' ? 'an empty' : 'a full'} note changes nothing`, async ({ hall }) => {
    const evening = await beginsEvening(hall)
    await opensItem(evening)
    if (content !== '') {
      const ben = await hall.phone('Ben')
      await isIn(ben, evening.meeting.join, { name: 'Ben Costa' })
      await writes(ben, content)
      await allSaved(ben)
    }
    const { ada, sent } = await withDevice(hall, evening)
    if (content !== '') await expect(ada.page.getByText(content)).toBeVisible()
    for (let times = 0; times < 2; times++) {
      await startsWriting(ada)
      await goesTo(ada, 'Cercle')
      await expect(ada.page.getByRole('heading', { name: 'Le cercle' })).toBeVisible()
      await expect(noteField(ada)).toBeHidden()
      await goesTo(ada, 'Maintenant')
    }
    await startsWriting(ada)
    await goesTo(ada, 'Ordre du jour')
    await expect(ada.page.getByRole('heading', { level: 1, name: 'Ordre du jour' })).toBeVisible()
    await afterwards(ada.page, evening)
    expect(sent.updates).toBe(0)
    await goesTo(ada, 'Maintenant')
    await writes(ada, ' Et une suite.')
    await allSaved(ada)
    expect(sent.updates).toBeGreaterThan(0)
  })
}

test('an observer reads the note as text: no editor, nothing sent', async ({ hall }) => {
  const evening = await beginsEvening(hall)
  await opensItem(evening)
  const { ada, sent } = await withDevice(hall, evening, evening.meeting.observe)
  const ben = await hall.phone('Ben')
  await isIn(ben, evening.meeting.join, { name: 'Ben Costa' })
  await writes(ben, 'À lire par tout le monde.')
  await expect(ada.page.getByText('À lire par tout le monde.')).toBeVisible()
  await expect(ada.page.getByRole('button', { name: 'Écrire ici' })).toBeHidden()
  await expect(ada.page.getByRole('textbox', { name: 'Notes du groupe' })).toBeHidden()
  await goesTo(ada, 'Ordre du jour')
  await afterwards(ada.page, evening)
  expect(sent.updates).toBe(0)
})

test('bold, a list, a heading and a link are there for others, and after a reload', async ({ hall }) => {
  const evening = await beginsEvening(hall)
  await opensItem(evening)
  const { ada } = await withDevice(hall, evening)
  const field = await startsWriting(ada)
  await field.press('Control+b')
  await field.pressSequentially('Urgent')
  await field.press('Control+b')
  await field.pressSequentially(' : voir https://exemple.org ')
  await field.press('Enter')
  await field.pressSequentially('## Ce qui reste')
  await field.press('Enter')
  await field.pressSequentially('- le devis')
  await field.press('Enter')
  await field.pressSequentially('la porte')
  await allSaved(ada)

  const ben = await hall.laptop('Ben')
  await isIn(ben, evening.meeting.join, { name: 'Ben Costa' })
  const isAllThere = async (page: Page): Promise<void> => {
    await expect(page.getByRole('strong').filter({ hasText: /^Urgent$/ })).toBeVisible()
    await expect(page.getByRole('link', { name: 'https://exemple.org' })).toHaveAttribute('href', 'https://exemple.org')
    await expect(page.getByRole('heading', { name: 'Ce qui reste' })).toBeVisible()
    await expect(page.getByRole('listitem').filter({ hasText: /^le devis$/ })).toBeVisible()
    await expect(page.getByRole('listitem').filter({ hasText: /^la porte$/ })).toBeVisible()
  }
  await isAllThere(ben.page)
  await ada.page.reload()
  await isAllThere(ada.page)
  await startsWriting(ada)
  await isAllThere(ada.page)
})

test('a table that is pasted into a note stays readable: a line each row, its cells apart', async ({ hall }) => {
  const evening = await beginsEvening(hall)
  await opensItem(evening)
  const { ada } = await withDevice(hall, evening)
  const field = await startsWriting(ada)
  await field.evaluate((editor) => {
    const clipboardData = new DataTransfer()
    const row = (...cells: string[]) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`
    clipboardData.setData(
      'text/html',
      `<p>Le budget</p><table><tbody>${row('Farine', '<b>28</b>', '34')}${row('Bois', '12', '15')}</tbody></table>`,
    )
    editor.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  })
  for (const line of ['Le budget', 'Farine · 28 · 34', 'Bois · 12 · 15']) await expect(field.getByText(line, { exact: true })).toBeVisible()
})
