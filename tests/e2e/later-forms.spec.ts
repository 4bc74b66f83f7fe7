import { ticks } from './choices.ts'
import { beginsEvening, opensItem } from './evening.ts'
import { fills, press, sees, sheet } from './gestures.ts'
import { expect, test } from './hall.ts'
import { looksAt } from './looked-at.ts'
import { isIn, goesTo } from './people.ts'
import { atNight } from './night.ts'

/** Forms that open from a page and ask for several things at once: each looked at, filled as a person fills it, and read again where others read it. */
/** What a meeting before left: a decision whose day has come, looked at once already, and another one. */
const previous = {
  improvements: ['Commencer à l’heure'],
  reviews: [
    {
      ref: 'ECO-2026-001',
      title: 'Dix stères de bois pour la halle',
      responsible: 'org:sci',
      reviewOn: '2026-11-01',
      text: 'Nous commandons ensemble dix stères de bois.',
      criteria: ['tout le monde a eu chaud', 'le prix a tenu'],
      said: { on: '2026-06-01', helped: 'Commander à temps', verdict: 'keep' },
    },
    { ref: 'ECO-2026-002', title: 'Ouvrir l’épicerie le dimanche matin', responsible: 'org:sci', reviewOn: '2026-11-10' },
  ],
}
const organisations = [{ id: 'org:sci', label: 'SCI Le Tilleul', kind: 'structure' }]

test('[G5, D13] a decision comes back on its day: the group’s words are written, it is kept until another day, and everyone reads it', async ({
  hall,
}) => {
  const { awa, meeting } = await beginsEvening(hall, { organisations, previous })
  const elise = await hall.laptop('Élise')
  const ben = await hall.phone('Ben')
  await isIn(elise, meeting.join, { name: 'Élise Marchand' })
  await isIn(ben, meeting.join, { name: 'Ben Costa', voice: 'SCI Le Tilleul' })
  await elise.does({ type: 'claim-role', role: 'scribe' })
  await awa.does({ type: 'set-phase', from: 'welcome', to: 'follow-up' })
  await sees([elise, ben], 'Encore 2 à revoir')
  await expect(ben.page.getByRole('button', { name: 'Revoir ensemble' }), 'facilitation and scribe write').toHaveCount(0)
  await press(elise, 'Revoir ensemble')
  await expect(sheet(elise)).toHaveAccessibleName('Dix stères de bois pour la halle')
  await press(elise, 'Noter ce que dit le groupe')
  await sees(elise, /Choisis ce que le groupe en fait/)
  await fills(sheet(elise), 'Ce qui a aidé', 'La commande groupée')
  await fills(sheet(elise), 'Ce qui a gêné', 'La livraison un lundi')
  await ticks(sheet(elise).getByRole('radio', { name: /^plus tard/ }))
  await fills(sheet(elise), 'À revoir le', '2027-06-01')
  await looksAt(elise, 'review-decision')
  await press(elise, 'Noter ce que dit le groupe')
  await expect(sheet(elise)).toBeHidden()
  await sees([elise, ben], 'Encore 1 à revoir')
  await sees(ben, 'Ce qui a aidé : La commande groupée')
  await sees(ben, /Remise au 1er juin/)
  await looksAt(ben, 'reviews')
})

test('[F7, H6] the scribe chooses who reads the minutes and under which licence, and everyone reads what was chosen', async ({ hall }) => {
  const { meeting } = await beginsEvening(hall)
  const elise = await hall.phone('Élise')
  await isIn(elise, meeting.join, { name: 'Élise Marchand' })
  await elise.does({ type: 'claim-role', role: 'scribe' })
  await elise.goes(`/m/${meeting.meetingId}/compte-rendu`)
  await press(elise, 'Changer')
  await ticks(sheet(elise).getByRole('radio', { name: /^tout le monde/ }))
  await sheet(elise).getByLabel('Licence', { exact: true }).selectOption({ label: 'une autre' })
  await press(elise, 'Garder')
  await sees(elise, 'Écris le nom de la licence.')
  await fills(sheet(elise), 'Quelle licence ?', 'Licence Art Libre 1.3')
  await looksAt(elise, 'audience')
  await press(elise, 'Garder')
  await expect(sheet(elise)).toBeHidden()
  await sees(elise, 'Lu par tout le monde. Licence : Licence Art Libre 1.3.')
})

test('[F11] a meeting is opened as the follow-up of one by its link; a link cut short is said before anything is sent', async ({
  hall,
}) => {
  const {
    awa: host,
    hugo,
    meeting,
  } = await beginsEvening(hall, {
    purpose: 'Tenir le four ensemble',
    place: 'Salle du four',
    frame: ['On parle en « je »'],
    organisations: [
      { id: 'org:four', label: 'Four à pain', kind: 'structure' },
      { id: 'org:fetes', label: 'commission Fêtes', kind: 'commission' },
    ],
  })
  await hugo.does({ type: 'create-action', title: 'Appeler la mairie' })
  await host.does({ type: 'set-next-meeting', date: '2031-01-07T12:30:00.000Z', place: 'Salle des fêtes' })
  const awa = await hall.phone('Awa')
  await awa.goes('/')
  const { page } = awa
  await page.getByRole('textbox', { name: 'Titre' }).fill('Réunion de janvier')
  await page.getByText('Plus de réglages').click()
  await fills(page, 'Lieu', 'Chez Awa')
  await page.getByLabel('Fait suite à').selectOption({ label: 'une réunion dont j’ai un lien' })
  await fills(page, 'Un lien de cette réunion', meeting.observe.split('#')[0] ?? '')
  await sees(awa, /^Ce lien est incomplet/)
  await page.getByText('Le temps de chaque étape').click()
  await sees(awa, /^Tant que rien n’est écrit, les temps de la réunion d’avant/)
  await expect(page.getByText(/min pour les points/), 'of times that nobody here knows').toHaveCount(0)
  await looksAt(awa, 'home-previous')
  await press(awa, 'Ouvrir la réunion')
  await sees(awa, /^La réunion précédente ne se lit pas/)
  await fills(page, 'Un lien de cette réunion', meeting.observe)
  await expect(page.getByText(/^Ce lien est incomplet/)).toBeHidden()
  // The circle goes on: nobody writes its structures anew, and what was typed stays.
  await expect(page.getByRole('textbox', { name: 'Structures et commissions' })).toHaveValue('Four à pain\ncommission Fêtes')
  await expect(page.getByRole('textbox', { name: 'Raison d’être' })).toHaveValue('Tenir le four ensemble')
  await expect(page.getByRole('textbox', { name: 'Cadre' })).toHaveValue('On parle en « je »')
  await expect(page.getByRole('textbox', { name: 'Lieu' })).toHaveValue('Chez Awa')
  await expect(page.getByLabel('Date'), 'when it said that it would meet again').toHaveValue('2031-01-07')
  await press(awa, 'Ouvrir la réunion')
  await expect(page.getByRole('heading', { name: 'Trois liens' })).toBeVisible()
  const join = await page.getByRole('textbox', { name: 'Adresse : Participer' }).inputValue()
  const ben = await hall.phone('Ben')
  await isIn(ben, join, { name: 'Ben Costa' })
  await ben.goes(`${new URL(ben.page.url()).pathname}/registres`)
  await sees(ben, /A-001 · Appeler la mairie/)
})

test('a form sent empty says in its own word what is missing', async ({ hall }) => {
  const { hugo, awa, meeting } = await beginsEvening(hall)
  const decideBy = new Date(Date.now() + 14 * 86_400_000).toISOString().slice(0, 10)
  const ben = await hall.phone('Ben')
  await isIn(ben, meeting.join, { name: 'Ben Costa' })
  await awa.does({ type: 'set-phase', from: 'welcome', to: 'agenda' })
  const { id: itemId } = await ben.does({ type: 'propose-item', kind: 'advice', title: 'Le dimanche', expectation: 'Votre avis' })
  await awa.does({ type: 'list-item', itemId })
  await awa.does({ type: 'open-item', itemId })
  await press(ben, 'Poser la question')
  await sheet(ben).getByRole('button', { name: 'Poser la question' }).click()
  await sees(ben, 'Écris d’abord la question.')
  await sheet(ben).getByRole('button', { name: 'Fermer' }).last().click()
  await ben.does({ type: 'set-advice', itemId, question: 'Ouvrir ?', decider: hugo.id, decideBy })
  await ben.does({ type: 'ask-advice', itemId, target: (await ben.identity()).personId, as: 'impacted' })
  await press(ben, 'Donner mon avis')
  await press(ben, 'Envoyer')
  await sees(ben, 'Écris d’abord ton avis.')
})

atNight('[C11, C3] how gladly one would hold a role, and why for oneself alone', async ({ hall }) => {
  const { hugo, meeting } = await beginsEvening(hall)
  const ben = await hall.phone('Ben')
  await isIn(ben, meeting.join, { name: 'Ben Costa' })
  await goesTo(ben, 'Cercle')
  await press(ben, /^scribe/)
  await sheet(ben).getByLabel('Ce rôle, pour moi').selectOption({ label: 'volontiers' })
  const why = 'J’aime retrouver les mots du groupe.'
  await fills(sheet(ben), 'Pourquoi, si tu veux t’en souvenir', why)
  await looksAt(ben, 'role-wish')
  await press(ben, 'Garder pour moi')
  await expect(sheet(ben).getByRole('button', { name: 'Garder pour moi' })).toBeHidden()
  await ben.page.reload()
  await press(ben, /^scribe/)
  await expect(sheet(ben).getByLabel('Pourquoi, si tu veux t’en souvenir')).toHaveValue(why)
  expect(JSON.stringify(await hugo.board()), 'seen by oneself alone').not.toContain(why)
})

test('[G3] a closing without a word is not called one; a published word that is emptied is taken back from everyone', async ({ hall }) => {
  const { awa, meeting } = await beginsEvening(hall)
  const ben = await hall.phone('Ben')
  await isIn(ben, meeting.join, { name: 'Ben Costa' })
  await awa.does({ type: 'set-phase', from: 'welcome', to: 'closing' })
  await press(ben, 'Poser mon mot')
  await sees(ben, 'Écris un mot, ou passe.')
  await fills(ben.page, 'Ton mot', 'Content d’avoir avancé.')
  await ticks(ben.page.getByRole('checkbox', { name: /^Publier/ }))
  await press(ben, 'Poser mon mot')
  await sees(ben, 'C’est posé.')
  await press(ben, 'Modifier')
  await fills(ben.page, 'Ton mot', '')
  await press(ben, 'Poser mon mot')
  await expect(ben.page.getByText('Content d’avoir avancé.')).toHaveCount(0)
  await sees(ben, 'Tu as passé.')
  expect(JSON.stringify(await awa.board())).not.toContain('Content d’avoir avancé.')
})

test('[C5] read once together at the end, an action only proposed is nobody’s yet, and is still accepted there', async ({ hall }) => {
  const { awa, meeting } = await beginsEvening(hall)
  const ben = await hall.phone('Ben')
  await isIn(ben, meeting.join, { name: 'Ben Costa' })
  const { personId } = await ben.identity()
  await awa.does({ type: 'create-action', title: 'Relever les compteurs', takers: [personId] })
  await awa.does({ type: 'set-phase', from: 'welcome', to: 'wrap-up' })
  await sees(ben, /proposée à Ben/)
  await press(ben, 'J’accepte')
  await sees(ben, 'A-001 · Ben')
})

test('[§2.5-19] once the minutes are sealed my words say how I appear, and offer no other way', async ({ hall }) => {
  const evening = await beginsEvening(hall)
  const { awa, hugo, meeting } = evening
  const itemId = await opensItem(evening)
  const ben = await hall.phone('Ben')
  await isIn(ben, meeting.join, { name: 'Ben Costa' })
  await ben.does({ type: 'add-note', itemId, text: 'Le devis tient jusqu’à la fin du mois.', channel: 'written' })
  await awa.does({ type: 'close-item', itemId, nextStep: 'Rien de plus' })
  await awa.does({ type: 'close' })
  const mine = ben.page.getByRole('list', { name: 'Mes paroles' })
  await expect(mine.getByRole('radio', { name: 'nom et voix' })).toBeChecked()
  for (const person of [awa, hugo, ben]) await person.does({ type: 'agree-review' })
  for (const person of [awa, hugo]) await person.does({ type: 'seal' })
  await sees(ben, /^Compte rendu scellé/)
  await expect(mine.getByText('nom et voix')).toBeVisible()
  await expect(mine.getByRole('radio')).toHaveCount(0)
})

test('[§4.7] among three the second key is told whose the first was', async ({ hall }) => {
  const { awa, hugo, meeting } = await beginsEvening(hall)
  const ben = await hall.phone('Ben')
  await isIn(ben, meeting.join, { name: 'Ben Costa' })
  await awa.does({ type: 'close' })
  for (const who of [awa, hugo, ben]) await who.does({ type: 'agree-review' })
  await awa.does({ type: 'seal' })
  await ben.goes(`/m/${meeting.meetingId}/compte-rendu`)
  const keys = ben.page.getByRole('region', { name: 'Sceller à deux clés' })
  await expect(keys.getByRole('listitem').filter({ hasText: 'Awa' })).toContainText('tournée')
  await expect(keys.getByRole('button', { name: 'Tourner ma clé et sceller' })).toBeVisible()
})

test('a field that is full says so: what is pasted beyond its end would be cut without a word', async ({ hall }) => {
  const ada = await hall.phone('Ada')
  await ada.goes('/')
  const title = ada.page.getByRole('textbox', { name: 'Titre' })
  await title.fill('Un titre')
  await expect(ada.page.getByText(/signes au plus/)).toHaveCount(0)
  await title.fill('Un titre bien trop long '.repeat(20))
  await expect(title).toHaveAccessibleDescription(/^200 signes au plus/)
  await title.press('Backspace')
  await expect(ada.page.getByText(/signes au plus/)).toHaveCount(0)
})

test('the links of a meeting that was just opened come into view, also from the end of the long form', async ({ hall }) => {
  for (const device of [await hall.laptop('Ada'), await hall.phone('Ben')]) {
    await device.goes('/')
    await device.page.getByText('Plus de réglages').click()
    await device.page.getByRole('button', { name: 'Ouvrir la réunion' }).click()
    await expect(device.page.getByRole('heading', { name: 'Trois liens' })).toBeInViewport()
  }
})
