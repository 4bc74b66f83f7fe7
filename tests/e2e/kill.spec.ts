import type { Locator } from '@playwright/test'
import { until } from '../player/until.ts'
import type { Device } from './device.ts'
import { beginsEvening, opensItem } from './evening.ts'
import { expect, test } from './hall.ts'
import { noteTextOf } from './note-text.ts'
import { allSaved, drawn, noteField, startsWriting } from './notes.ts'
import { isIn, savedMark } from './people.ts'

test.use({ ownServer: true })

const sentence =
  'Le devis du menuisier est arrivé mardi : trois fenêtres à double vitrage, la porte du fond reprise, et un délai de six semaines à partir de la commande.'

/** Types on, bit by bit, and keeps the longest text beside which « enregistré » was seen. */
const typesWatched = async (device: Device, field: Locator, text: string, shown: { text: string }): Promise<void> => {
  for (const bit of text.match(/.{1,4}/gsu) ?? []) {
    await field.pressSequentially(bit)
    const there = (await field.innerText()).trimEnd()
    await drawn(device)
    if (await savedMark(device, 'enregistré').isVisible()) shown.text = there
  }
}

test('the server is killed in the middle of a sentence: what showed « enregistré » is there, the rest comes from its device', async ({
  hall,
}) => {
  const evening = await beginsEvening(hall)
  const itemId = await opensItem(evening)
  const ada = await hall.phone('Ada')
  await isIn(ada, evening.meeting.join, { name: 'Ada Roux' })
  const field = await startsWriting(ada)
  const shown = { text: '' }
  await typesWatched(ada, field, sentence.slice(0, 60), shown)
  await allSaved(ada)
  shown.text = (await field.innerText()).trimEnd()

  const typing = typesWatched(ada, field, sentence.slice(60), shown)
  await until('some letters after the saved ones', async () => (await field.innerText()).length > 75)
  await hall.blackout()
  await typing
  await expect(field).toHaveText(sentence)
  await expect(savedMark(ada, /^hors ligne, \d+ changements? gardés? ici$/)).toBeVisible()

  // Her device stays away while somebody new reads: only what the server had on disk is there.
  ada.link.cut()
  await hall.server.restart()
  const reader = await hall.person(evening.meeting, 'Zoé Lenoir')
  await until('the note is read', () => noteTextOf(reader, itemId) !== '')
  const kept = noteTextOf(reader, itemId)
  expect(kept.length, `« ${shown.text} » had shown « enregistré »`).toBeGreaterThanOrEqual(shown.text.length)
  expect(sentence.startsWith(kept), kept).toBe(true)

  ada.link.restore()
  await allSaved(ada)
  await until('the whole sentence is with the others', () => noteTextOf(reader, itemId) === sentence)
  await expect(noteField(ada)).toHaveText(sentence)
})
