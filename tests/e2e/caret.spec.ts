import type { Page } from '@playwright/test'
import type { Person } from '../player/person.ts'
import type { Device } from './device.ts'
import { beginsEvening, opensItem } from './evening.ts'
import { expect, test, type Hall } from './hall.ts'
import { allSaved, drawn, noteField, startsWriting, writes } from './notes.ts'
import { noteTextOf } from './note-text.ts'
import { isIn } from './people.ts'
import { atNight } from './night.ts'

declare global {
  interface Window {
    /** What came from the server and waits to be heard; null lets everything through at once. */
    held: (() => void)[] | null
  }
}

/** Lets a test hold back what the server sends, and hear it at a moment of its choosing. Before the page opens. */
const mayHold = async (page: Page): Promise<void> => {
  await page.addInitScript(() => {
    window.held = null
    Object.defineProperty(WebSocket.prototype, 'onmessage', {
      set(this: WebSocket, hear: (event: MessageEvent) => void) {
        this.addEventListener('message', (event) => {
          const go = (): void => hear.call(this, event)
          if (window.held) window.held.push(go)
          else go()
        })
      },
    })
  })
}

const twoWriters = async (hall: Hall): Promise<{ ada: Device; ben: Device; hugo: Person; itemId: string }> => {
  const evening = await beginsEvening(hall)
  const itemId = await opensItem(evening)
  const ada = await hall.phone('Ada')
  await mayHold(ada.page)
  await isIn(ada, evening.meeting.join, { name: 'Ada Roux' })
  const ben = await hall.laptop('Ben')
  await isIn(ben, evening.meeting.join, { name: 'Ben Costa' })
  return { ada, ben, hugo: evening.hugo, itemId }
}

/**
 * What a caret key does in a browser: the caret goes, and the page is told in a later task. In between, all that was held is heard. Answers whether the
 * caret stands where the key put it, once everything has been drawn.
 */
const caretGoesFirstWhileHearing = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const field = document.activeElement
    const first = field && document.createTreeWalker(field, NodeFilter.SHOW_TEXT).nextNode()
    if (!first) return 'no text'
    getSelection()?.collapse(first, 0)
    for (const go of window.held?.splice(0) ?? []) go()
    window.held = null
    for (let frames = 0; frames < 4; frames++) await new Promise((resolve) => requestAnimationFrame(resolve))
    const at = getSelection()
    const before = document.createRange()
    before.setStart(field, 0)
    if (!at?.anchorNode) return 'no caret'
    before.setEnd(at.anchorNode, at.anchorOffset)
    return before.toString()
  })

for (const what of ['a letter', 'a caret'] as const) {
  // By day a letter stands for both.
  const holds = what === 'a letter' ? test : atNight
  holds(`a caret key is not undone by ${what} of somebody else that comes at the same moment`, async ({ hall }) => {
    const { ada, ben, hugo, itemId } = await twoWriters(hall)
    await writes(ada, 'Le toit fuit.')
    await allSaved(ada)
    await expect(ben.page.getByText('Le toit fuit.')).toBeVisible()
    await startsWriting(ben)
    await expect(noteField(ada).getByText('Ben', { exact: true })).toBeVisible()
    await ada.page.evaluate(() => void (window.held = []))
    await noteField(ben).press(what === 'a letter' ? '!' : 'ArrowLeft')
    await ada.page.waitForFunction(() => (window.held?.length ?? 0) > 0)
    expect(await caretGoesFirstWhileHearing(ada.page)).toBe('')
    await noteField(ada).pressSequentially('Vu. ')
    await expect.poll(() => noteTextOf(hugo, itemId)).toBe(what === 'a letter' ? 'Vu. Le toit fuit.!' : 'Vu. Le toit fuit.')
  })
}

test('the line one writes stays at its height on the screen when somebody writes above, or a card comes above', async ({ hall }) => {
  const { ada, ben } = await twoWriters(hall)
  const field = await startsWriting(ada)
  for (let line = 1; line <= 30; line++) await field.press('Enter')
  await field.pressSequentially('Ici')
  await allSaved(ada)
  const height = () => ada.page.evaluate(() => Math.round(getSelection()?.getRangeAt(0).getBoundingClientRect().top ?? -1))
  const bens = await startsWriting(ben)
  await expect(async () => {
    await bens.press('Control+Home')
    expect(await ben.page.evaluate(() => getSelection()?.anchorNode === document.activeElement?.firstElementChild)).toBe(true)
  }).toPass()
  await drawn(ada)
  const before = await height()
  for (let line = 1; line <= 6; line++) await bens.press('Enter')
  await bens.pressSequentially('Au-dessus')
  await expect(ada.page.getByText('Au-dessus')).toBeAttached()
  await allSaved(ben)
  await drawn(ada)
  expect(Math.abs((await height()) - before)).toBeLessThanOrEqual(2)
  await field.evaluate((note) => {
    const card = document.createElement('div')
    card.style.height = '90px'
    note.closest('section')?.prepend(card)
  })
  await drawn(ada)
  expect(Math.abs((await height()) - before)).toBeLessThanOrEqual(2)
  await field.pressSequentially(' même')
  await expect(ben.page.getByText('Ici même')).toBeAttached()
})

test('[§4.8] when carets go because many have come, whoever writes goes on where they were, and whoever does something else is left to it', async ({
  hall,
}) => {
  const evening = await beginsEvening(hall)
  const itemId = await opensItem(evening)
  const ada = await hall.phone('Ada')
  await isIn(ada, evening.meeting.join, { name: 'Ada Roux' })
  const ben = await hall.laptop('Ben')
  await isIn(ben, evening.meeting.join, { name: 'Ben Costa' })
  await writes(ada, 'Le toit fuit.')
  await allSaved(ada)
  await expect(ben.page.getByText('Le toit fuit.')).toBeVisible()
  await startsWriting(ben)
  await expect(noteField(ada).getByText('Ben', { exact: true })).toBeVisible()
  for (let step = 0; step < 5; step++) await noteField(ben).press('ArrowLeft')
  const elsewhere = ada.page.getByRole('link', { name: 'Ambiance' })
  await elsewhere.focus()
  const names = Array.from({ length: 22 }, (_, index) => `Voisine ${String.fromCharCode(65 + index)}`)
  await Promise.all(names.map((name) => hall.person(evening.meeting, name)))
  await expect(noteField(ada).getByText('Ben', { exact: true })).toBeHidden()
  await drawn(ada)
  await expect(elsewhere).toBeFocused()
  await ben.page.keyboard.type('du garage ')
  await allSaved(ben)
  expect(noteTextOf(evening.hugo, itemId)).toBe('Le toit du garage fuit.')
})
