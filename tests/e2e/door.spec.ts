import type { Device } from './device.ts'
import { beginsEvening, opensItem } from './evening.ts'
import { button, press, sees } from './gestures.ts'
import { expect, test } from './hall.ts'
import { looksAt } from './looked-at.ts'
import { enters, goesTo, isIn, savedMark } from './people.ts'

/** Doors that few stand before: what they say is true of who stands there. */

test('a code that opens nothing: the keyboard is where the next one is typed', async ({ hall }) => {
  const meeting = await hall.meeting()
  const ada = await hall.phone('Ada')
  ada.willHear(/status of 403/)
  await ada.goes(`/m/${meeting.meetingId}`)
  const code = ada.page.getByRole('textbox', { name: 'Code de ton autre appareil' })
  await code.fill('abcd-efgh')
  await code.press('Enter')
  await expect(ada.page.getByRole('heading', { name: 'Ce code n’ouvre pas' })).toBeVisible()
  await expect(code).toBeFocused()
  await looksAt(ada, 'enter-wrong-code')
})

test('a server that does not answer at the last step: it is said, and what was written stays', async ({ hall }) => {
  const { meeting } = await beginsEvening(hall)
  const ada = await hall.phone('Ada')
  await ada.goes(meeting.join)
  const name = ada.page.getByRole('textbox', { name: 'Ton prénom et ton nom' })
  await name.fill('Ada Roux')
  await ada.page.getByRole('checkbox', { name: 'En mon nom' }).check()
  ada.link.cut()
  await press(ada, 'Entrer dans le cercle')
  await sees(ada, /^Pas de réponse du serveur\. Vérifie ta connexion/)
  await expect(name).toHaveValue('Ada Roux')
})

test('the door of a meeting that is over says so, counts nobody as there and speaks of no round', async ({ hall }) => {
  const { awa, meeting } = await beginsEvening(hall)
  await awa.does({ type: 'close', postponeRest: true })
  const ada = await hall.phone('Ada')
  await ada.goes(meeting.join)
  await sees(ada, /^Cette réunion est terminée : tu entres pour lire/)
  await expect(ada.page.getByText('déjà là')).toHaveCount(0)
  await expect(ada.page.getByRole('checkbox', { name: /première fois/ })).toHaveCount(0)
  await looksAt(ada, 'enter-over')
  await ada.page.getByRole('textbox', { name: 'Ton prénom et ton nom' }).fill('Ada Roux')
  await ada.page.getByRole('checkbox', { name: 'En mon nom' }).check()
  await press(ada, 'Entrer pour lire')
  await expect(ada.page.getByRole('heading', { level: 1, name: 'Compte rendu' })).toBeVisible()
})

test('a meeting that is cancelled says so, by its name, at the door, where its minutes would be read, and inside', async ({ hall }) => {
  const meeting = await hall.meeting({ title: 'Réunion de la halle' })
  const awa = await hall.phone('Awa')
  await isIn(awa, meeting.host, { name: 'Awa Ferrand' })
  await awa.goes(`/m/${meeting.meetingId}/cercle`)
  await press(awa, 'Annuler la réunion')
  await press(awa, 'Annuler cette réunion')
  await sees(awa, 'Dis pourquoi en quelques mots.')
  await awa.page.getByRole('textbox', { name: 'Pourquoi' }).fill('La salle est fermée ce soir-là.')
  await looksAt(awa, 'cancel-meeting')
  await press(awa, 'Annuler cette réunion')
  await expect(button(awa, 'Annuler la réunion')).toHaveCount(0)
  const ada = await hall.phone('Ada')
  await ada.goes(meeting.join)
  await expect(ada.page.getByRole('heading', { level: 1, name: 'Cette réunion est annulée' })).toBeVisible()
  await sees(ada, 'La salle est fermée ce soir-là.')
  await sees(ada, 'Réunion de la halle')
  await looksAt(ada, 'enter-cancelled')
  ada.willHear(/status of 403/)
  await ada.goes(`/lire/${meeting.meetingId}#${new URL(meeting.observe).hash.slice(1)}`)
  await sees(ada, /^Cette réunion est annulée\s: elle n’aura pas de compte rendu\.$/)
  await awa.goes(`/m/${meeting.meetingId}/compte-rendu`)
  await expect(awa.page.getByRole('heading', { level: 1, name: 'Cette réunion est annulée' })).toBeVisible()
  await sees(awa, 'Elle n’aura pas de compte rendu.')
  await expect(awa.page.getByText('Ce qui n’y sera pas')).toHaveCount(0)
})

test('who comes to observe reads so before they come in', async ({ hall }) => {
  const { meeting } = await beginsEvening(hall)
  const oli = await hall.phone('Oli')
  await oli.goes(meeting.observe)
  await sees(oli, /^Tu viens observer : tu prends part aux tours, .*tu ne décides pas\.$/)
  await looksAt(oli, 'enter-to-observe')
  await oli.page.getByRole('textbox', { name: 'Ton prénom et ton nom' }).fill('Oli Blanc')
  await oli.page.getByRole('checkbox', { name: 'En mon nom' }).check()
  await press(oli, 'Entrer pour observer')
  await expect(savedMark(oli, 'enregistré')).toBeVisible()
})

test('who shares their device is asked about the neighbour, not about themselves', async ({ hall }) => {
  const { meeting } = await beginsEvening(hall)
  const ada = await hall.phone('Ada')
  await enters(ada, meeting.join, { name: 'Ada Roux' })
  await goesTo(ada, 'Cercle')
  await press(ada, 'Partager cet appareil avec une autre personne')
  await expect(ada.page.getByRole('textbox', { name: 'Son prénom et son nom' })).toBeVisible()
  await press(ada, 'Entrer dans le cercle')
  await sees(ada, 'Écris son prénom et son nom.')
  await expect(ada.page.getByRole('main').getByText(/\b(ta|ton|tienne|tu)\b/i)).toHaveCount(0)
  await looksAt(ada, 'enter-beside')
  await ada.page.getByRole('textbox', { name: 'Son prénom et son nom' }).fill('Lou Brun')
  await ada.page.getByRole('checkbox', { name: 'En son nom' }).check()
  await press(ada, 'Entrer dans le cercle')
  await sees(ada, 'Je suis')
})

test('[§2.9] who takes part from a distance says so at the door, and it is read in the circle', async ({ hall }) => {
  const { meeting } = await beginsEvening(hall)
  const ada = await hall.phone('Ada')
  await enters(ada, meeting.join, { name: 'Ada Roux', remote: true })
  await goesTo(ada, 'Cercle')
  await press(ada, /Ada Roux/)
  await sees(ada, /Participe à distance\./)
})

/** As a browser does that empties what pages keep after a week without a visit: what scripts wrote goes, the cookie stays. */
const emptiesItsPages = async (device: Device): Promise<void> => {
  await device.goes('/')
  await device.page.evaluate(async () => {
    localStorage.clear()
    sessionStorage.clear()
    for (const { name } of await indexedDB.databases()) if (name !== undefined) indexedDB.deleteDatabase(name)
  })
}

test('a browser that emptied what pages keep: who was in is let back in as themselves, and by a link is asked first', async ({ hall }) => {
  const { awa, meeting } = await beginsEvening(hall)
  const ada = await hall.phone('Ada')
  await enters(ada, meeting.join, { name: 'Ada Roux' })
  const { personId } = await ada.identity()
  await emptiesItsPages(ada)
  await ada.goes(`/m/${meeting.meetingId}`)
  await expect(savedMark(ada, 'enregistré')).toBeVisible()
  expect(await ada.identity()).toMatchObject({ personId })
  await emptiesItsPages(ada)
  await ada.goes(meeting.join)
  await expect(ada.page.getByRole('heading', { name: 'Tu es déjà entré·e ici' })).toBeVisible()
  await press(ada, 'Entrer comme une autre personne')
  await expect(ada.page.getByRole('textbox', { name: 'Ton prénom et ton nom' })).toHaveValue('')
  await ada.page.reload()
  await press(ada, 'Continuer : Ada Roux')
  await expect(savedMark(ada, 'enregistré')).toBeVisible()
  expect((await awa.board())['people']).toHaveLength(3)
})

/** What the browser keeps that names this meeting: keys of its stores, and databases. */
const keptOf = (device: Device, meetingId: string): Promise<string[]> =>
  device.page.evaluate(async (id) => {
    const databases = (await indexedDB.databases()).map(({ name }) => name ?? '')
    return [...Object.keys(localStorage), ...Object.keys(sessionStorage), ...databases].filter((name) => name.includes(id))
  }, meetingId)

test('« Oublier ici » is meant: the cookie of the device lets nobody back in either, and nothing of the meeting stays on it', async ({
  hall,
}) => {
  const { meeting } = await beginsEvening(hall)
  const ada = await hall.laptop('Ada')
  await enters(ada, meeting.join, { name: 'Ada Roux' })
  await ada.goes('/')
  expect(await keptOf(ada, meeting.meetingId)).not.toEqual([])
  await expect(button(ada, 'Oublier ici')).toBeVisible()
  ada.link.cut()
  await press(ada, 'Oublier ici')
  await sees(ada, /^Pas de réponse du serveur/)
  ada.link.restore()
  await press(ada, 'Oublier ici')
  await sees(ada, 'Oubliée sur cet appareil.')
  await expect.poll(() => keptOf(ada, meeting.meetingId)).toEqual([])
  await ada.goes(`/m/${meeting.meetingId}`)
  await expect(ada.page.getByRole('heading', { name: 'Il manque la fin du lien' })).toBeVisible()
})

test('[§2.7] a note « pour moi » is on this device and nowhere else, and is not forgotten unasked', async ({ hall }) => {
  const evening = await beginsEvening(hall)
  const { meeting, awa } = evening
  await opensItem(evening)
  const ada = await hall.phone('Ada')
  await isIn(ada, meeting.join, { name: 'Ada Roux' })
  await ada.page.locator('summary', { hasText: 'Pour moi' }).click()
  const note = ada.page.getByRole('textbox', { name: 'Pour moi' })
  await note.fill('Je n’ose pas dire que le prix me gêne.')
  await looksAt(ada, 'for-me')
  await ada.page.reload()
  await ada.page.locator('summary', { hasText: 'Pour moi (une note)' }).click()
  await expect(note).toHaveValue('Je n’ose pas dire que le prix me gêne.')
  expect(JSON.stringify(await awa.board())).not.toContain('le prix me gêne')

  await ada.goes('/')
  await press(ada, 'Oublier ici')
  await sees(ada, /des mots de toi qui ne sont nulle part ailleurs/)
  await looksAt(ada, 'forget-what-is-only-here')
  await press(ada, 'Tout effacer et oublier')
  await sees(ada, 'Oubliée sur cet appareil.')
  await expect.poll(() => keptOf(ada, meeting.meetingId)).toEqual([])
})
