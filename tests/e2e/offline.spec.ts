import { until } from '../player/until.ts'
import type { Device } from './device.ts'
import { beginsEvening, opensItem } from './evening.ts'
import { expect, test } from './hall.ts'
import { noteTextOf } from './note-text.ts'
import { allSaved, noteField, startsWriting, writes } from './notes.ts'
import { isIn, goesTo, savedMark } from './people.ts'
import { givesWeather } from './weather.ts'

const offline = /^hors ligne, \d+ changements? gardés? ici$/

test('a tunnel in the middle of a note: what waits is said, and arrives when the network is back', async ({ hall }) => {
  const evening = await beginsEvening(hall)
  await opensItem(evening)
  const ada = await hall.phone('Ada')
  const ben = await hall.laptop('Ben')
  await isIn(ada, evening.meeting.join, { name: 'Ada Roux' })
  await isIn(ben, evening.meeting.join, { name: 'Ben Costa' })
  await writes(ada, 'Avant le tunnel. ')
  await allSaved(ada)

  ada.link.cut()
  await writes(ada, 'Dans le tunnel.')
  await expect(savedMark(ada, offline)).toBeVisible()
  await expect(ben.page.getByText('Avant le tunnel.')).toBeVisible()
  await expect(ben.page.getByText('Dans le tunnel.')).toBeHidden()

  ada.link.restore()
  await allSaved(ada)
  await expect(ben.page.getByText('Avant le tunnel. Dans le tunnel.')).toBeVisible()
})

test('a network that swallows everything without breaking: « enregistré » is not said until it is true', async ({ hall }) => {
  const evening = await beginsEvening(hall)
  const itemId = await opensItem(evening)
  const ada = await hall.phone('Ada')
  await isIn(ada, evening.meeting.join, { name: 'Ada Roux' })
  await writes(ada, 'Un début. ')
  await allSaved(ada)

  ada.link.stall()
  await writes(ada, 'La suite.')
  await expect(savedMark(ada, 'en cours…')).toBeVisible()
  expect(noteTextOf(evening.hugo, itemId)).not.toContain('La suite.')
  ada.link.restore()
  await allSaved(ada)
  await until('the rest is with the others', () => noteTextOf(evening.hugo, itemId) === 'Un début. La suite.')
})

test('a page reloaded without network opens with everything typed, and sends it later', async ({ hall }) => {
  const evening = await beginsEvening(hall)
  const itemId = await opensItem(evening)
  const ada = await hall.phone('Ada', { serviceWorkers: 'allow' })
  await isIn(ada, evening.meeting.join, { name: 'Ada Roux' })
  await writes(ada, 'En ligne. ')
  await allSaved(ada)
  await ada.page.evaluate(() => navigator.serviceWorker.ready.then(() => true))

  ada.link.cut()
  await writes(ada, 'Hors ligne')
  await expect(savedMark(ada, offline)).toBeVisible()
  // A letter typed a few ms before the page goes: its way to the disk had begun with the key.
  await noteField(ada).press('.')
  await ada.page.reload()
  await expect(ada.page.getByText('En ligne. Hors ligne.')).toBeVisible()
  await expect(savedMark(ada, offline)).toBeVisible()
  await goesTo(ada, 'Cercle')
  await expect(ada.page.getByRole('heading', { name: 'Le cercle' })).toBeVisible()
  await ada.page.reload()
  await goesTo(ada, 'Maintenant')
  await expect(ada.page.getByText('En ligne. Hors ligne.')).toBeVisible()
  await startsWriting(ada)
  await expect(noteField(ada)).toHaveText('En ligne. Hors ligne.')

  ada.link.restore()
  await allSaved(ada)
  await until('all of it is with the others', () => noteTextOf(evening.hugo, itemId) === 'En ligne. Hors ligne.')
})

test('what is fetched just as the network goes comes by itself when it is back: no page is loaded anew', async ({ hall }) => {
  const evening = await beginsEvening(hall)
  await opensItem(evening)
  const ada = await hall.phone('Ada')
  await isIn(ada, evening.meeting.join, { name: 'Ada Roux' })
  const { page } = ada
  const note = page.getByRole('button', { name: 'Écrire ici' })
  await expect(note).toBeVisible()
  await page.evaluate(() => Object.assign(window, { isSamePage: true }))
  // The editor is on its way when the network breaks; the other places are asked for where there is none.
  ada.link.stall()
  await Promise.all([page.waitForRequest(/tiptap-note/), note.click()])
  ada.link.cut()
  await expect(savedMark(ada, /^hors ligne/)).toBeVisible()
  await Promise.all([page.waitForRequest(/ambiance/), goesTo(ada, 'Ambiance')])
  ada.link.restore()
  await expect(page.getByRole('heading', { name: 'Ambiance', level: 1 })).toBeVisible()
  await goesTo(ada, 'Maintenant')
  await writes(ada, 'Après le tunnel.')
  await allSaved(ada)
  expect(await page.evaluate(() => 'isSamePage' in window)).toBe(true)
})

test('a note added without network is said to wait here, and not to be added', async ({ hall }) => {
  const evening = await beginsEvening(hall)
  await opensItem(evening)
  const ada = await hall.phone('Ada')
  await isIn(ada, evening.meeting.join, { name: 'Ada Roux' })
  const { page } = ada
  await page.getByRole('button', { name: 'Ajouter une note signée' }).click()
  await page.getByRole('textbox', { name: 'Ta note' }).fill('Le devis tient jusqu’au 15.')
  ada.link.cut()
  await expect(savedMark(ada, /^hors ligne/)).toBeVisible()
  await page.getByRole('button', { name: 'Enregistrer', exact: true }).click()
  await expect(page.getByText(/^Gardé sur cet appareil/).filter({ visible: true })).toBeVisible()
  await expect(page.getByText('Note ajoutée.')).toHaveCount(0)
  const waiting = page.getByText('1 envoi attend le réseau')
  await waiting.click()
  await expect(page.getByText('Le devis tient jusqu’au 15.', { exact: true }).filter({ visible: true })).toBeVisible()
  ada.link.restore()
  await allSaved(ada)
  await expect(waiting).toBeHidden()
  await until('the note is with the others', async () => JSON.stringify(await evening.awa.board()).includes('Le devis tient jusqu’au 15.'))
})

test('sealed while a phone was away: what had not arrived is listed on it, to copy or to send late', async ({ hall }) => {
  const evening = await beginsEvening(hall)
  const { awa, hugo } = evening
  const itemId = await opensItem(evening)
  const ada = await hall.phone('Ada')
  await isIn(ada, evening.meeting.join, { name: 'Ada Roux' })
  await writes(ada, 'Arrivé à temps. ')
  await allSaved(ada)
  await ada.page.getByRole('button', { name: 'Ajouter une note signée' }).click()
  await ada.page.getByRole('textbox', { name: 'Ta note' }).fill('Signé dans le train.')
  ada.willHear(/status of 409/)
  ada.link.cut()
  await expect(savedMark(ada, /^hors ligne/)).toBeVisible()
  await ada.page.getByRole('button', { name: 'Enregistrer', exact: true }).click()
  await writes(ada, 'Écrit dans le train.')
  await expect(savedMark(ada, offline)).toBeVisible()

  await awa.does({ type: 'close-item', itemId, nextStep: 'Rien de plus' })
  await awa.does({ type: 'close' })
  for (const person of [awa, hugo]) await person.does({ type: 'agree-review' })
  await ada.does({ type: 'agree-review' })
  for (const person of [awa, hugo]) await person.does({ type: 'seal' })

  ada.link.restore()
  const { page } = ada
  await expect(page.getByRole('heading', { name: 'Ce qui n’était pas arrivé' })).toBeVisible()
  await expect(page.getByText('Écrit dans le train.', { exact: true })).toBeVisible()
  await expect(page.getByText('Signé dans le train.', { exact: true })).toBeVisible()
  await expect(page.getByText('Le compte rendu a été scellé pendant ce temps.')).toBeVisible()
  const send = page.getByRole('button', { name: 'Envoyer au scribe' })
  await expect(send, 'a piece of the notes and a signed note; what had arrived is not in the list').toHaveCount(2)
  await send.first().click()
  await expect(send).toHaveCount(1)
  await send.click()
  await expect(page.getByRole('heading', { name: 'Ce qui n’était pas arrivé' })).toBeHidden()
  await expect.poll(() => lateTexts(ada)).toEqual(['Écrit dans le train.', 'Signé dans le train.'])
  await expect(page.getByText(/^Ada Roux, le .+ à \d+/)).toHaveCount(2)
})

/** What came after sealing, as the contract gives it to its author. */
const lateTexts = async (device: Device): Promise<string[]> => {
  const { late } = (await device.reads('/late')) as { late: { text: string }[] }
  return late.map(({ text }) => text)
}

test('a weather and a closing word given without network stand where they were given, are said to wait, and lose nothing to a second tap', async ({
  hall,
}) => {
  const meeting = await hall.meeting()
  const ben = await hall.person(meeting, 'Ben Costa', { link: meeting.host })
  await hall.person(meeting, 'Cleo Zidi')
  const ada = await hall.phone('Ada')
  await isIn(ada, meeting.join, { name: 'Ada Roux' })
  await ben.does({ type: 'open' })
  await ben.does({ type: 'claim-role', role: 'facilitator' })
  await ben.does({ type: 'set-phase', from: 'welcome', to: 'weather' })

  await expect(ada.page.getByRole('button', { name: 'Dire ma météo' })).toBeVisible()
  ada.link.cut()
  await givesWeather(ada, 'vent', 'fatiguée')
  const waits = ada.page.getByText('Gardé sur cet appareil : ce sera envoyé dès que le réseau revient.')
  const word = ada.page.getByRole('textbox', { name: 'Un mot, si tu veux' })
  await expect(savedMark(ada, offline)).toBeVisible()
  await expect(waits.first()).toBeVisible()
  await expect(word).toHaveValue('fatiguée')
  await ada.page.getByRole('button', { name: 'Dire ma météo' }).click()
  await expect(word).toHaveValue('fatiguée')
  ada.link.restore()
  await expect(ada.page.getByText('« fatiguée »')).toBeVisible()

  await ben.does({ type: 'set-phase', from: 'weather', to: 'closing' })
  await ada.page.getByRole('textbox', { name: 'Ton mot' }).fill('À bientôt')
  ada.link.cut()
  await ada.page.getByRole('button', { name: 'Poser mon mot' }).click()
  await expect(waits.first()).toBeVisible()
  await expect(ada.page.getByRole('textbox', { name: 'Ton mot' })).toHaveValue('À bientôt')
  await ada.page.getByRole('button', { name: 'Poser mon mot' }).click()
  ada.link.restore()
  await expect(ada.page.getByRole('heading', { name: 'Merci.' })).toBeVisible()
  await expect(ada.page.getByText('À bientôt')).toBeVisible()
})
