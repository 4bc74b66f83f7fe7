import { crowd } from './crowd.ts'
import { beginsEvening } from './evening.ts'
import { expect, test } from './hall.ts'
import { press, sees, sheet } from './gestures.ts'
import { looksAt } from './looked-at.ts'
import { enters, goesTo, isIn, savedMark } from './people.ts'
import { givesWeather } from './weather.ts'
import { picks, ticks } from './choices.ts'

/** Who is in the circle and how they come in: two people on one phone, somebody late, a meeting with fewer parts. */
test('[§4 others] two people on one phone: each their weather, whoever does not hold it stays in the circle', async ({ hall }) => {
  const evening = await beginsEvening(hall)
  const { awa, meeting } = evening
  const ada = await hall.phone('Ada')
  await enters(ada, meeting.join, { name: 'Ada Roux' })
  await goesTo(ada, 'Cercle')
  const { page } = ada
  await page.getByRole('button', { name: 'Partager cet appareil' }).click()
  const name = page.getByRole('textbox', { name: 'Son prénom et son nom' })
  await name.fill('Hugo')
  await page.getByRole('checkbox', { name: 'En son nom' }).check()
  await page.getByRole('button', { name: 'Entrer dans le cercle' }).click()
  await expect(page.getByText('Une autre personne s’appelle Hugo')).toBeVisible()
  await name.fill('Zoé Roux')
  await page.getByRole('button', { name: 'Entrer dans le cercle' }).click()
  const who = page.getByRole('navigation', { name: 'Qui se sert de cet appareil' })
  await expect(who).toContainText('Je suis Zoé')
  await awa.does({ type: 'set-phase', from: 'welcome', to: 'weather' })
  await picks(ada, 'soleil')
  await page.getByRole('textbox', { name: 'Un mot, si tu veux' }).fill('contente')
  await looksAt(ada, 'shared-phone')
  await who.getByRole('button', { name: /^Passer à Ada/ }).click()
  await expect(who).toContainText('Je suis Ada')
  await expect(page.getByRole('textbox', { name: 'Un mot, si tu veux' }), 'a neighbour’s draft').toHaveValue('')
  await picks(ada, 'pluie')
  await page.getByRole('button', { name: 'Dire ma météo' }).click()
  await expect(page.getByText('Ma météo : pluie')).toBeVisible()
  await who.getByRole('button', { name: /^Passer à Zoé.*on l’attend/ }).click()
  await expect(page.getByRole('textbox', { name: 'Un mot, si tu veux' })).toHaveValue('contente')
  await picks(ada, 'soleil')
  await page.getByRole('button', { name: 'Dire ma météo' }).click()
  await expect(page.getByText('Ma météo : soleil')).toBeVisible()
  const board = (await awa.board()) as { people: { name: string; presence: string }[]; weather: unknown[] }
  expect(board.people.filter(({ presence }) => presence === 'present').map((person) => person.name)).toEqual(
    expect.arrayContaining(['Ada Roux', 'Zoé Roux']),
  )
  await page.reload()
  await expect(who).toContainText('Je suis Zoé')

  await awa.does({ type: 'set-phase', from: 'weather', to: 'closing' })
  const words = page.getByRole('textbox', { name: 'Ton mot' })
  await words.fill('reposée')
  // The button stands below the first screen: whoever presses it still reads as whom.
  const give = page.getByRole('button', { name: 'Poser mon mot' })
  await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight))
  await expect(who).toBeInViewport({ ratio: 1 })
  await looksAt(ada, 'shared-phone-closing', { night: true })
  await who.getByRole('button', { name: /^Passer à Ada.*on l’attend/ }).click()
  await expect(who).toContainText('Je suis Ada')
  await expect(words, 'a neighbour’s draft').toHaveValue('')
  await give.click()
  await who.getByRole('button', { name: /^Passer à Zoé.*on l’attend/ }).click()
  await expect(words).toHaveValue('reposée')
  await give.click()
  await expect(page.getByRole('heading', { name: 'Merci.' })).toBeVisible()
})

test('[§4.4] somebody late reads the digest, gives their weather in silence, and finds the digest again', async ({ hall }) => {
  const { awa, meeting } = await beginsEvening(hall, {
    glossary: { GT: 'groupe de travail' },
    organisations: [
      { id: 'org:sci', label: 'SCI Le Tilleul', kind: 'structure' },
      { id: 'com:planif', label: 'GT Planification', kind: 'commission' },
    ],
  })
  await awa.does({ type: 'set-phase', from: 'welcome', to: 'agenda' })
  const nas = await hall.phone('Nassim')
  await enters(nas, meeting.join, { name: 'Nassim Tahraoui', voice: 'SCI Le Tilleul' })
  const { page } = nas
  await expect(page.getByRole('heading', { name: 'Tu arrives en cours de route' })).toBeVisible()
  await looksAt(nas, 'late')
  await page.getByRole('button', { name: 'Lire le rattrapage' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Rattrapage' })).toBeVisible()
  for (const part of ['Où nous en sommes', 'Notre cadre', 'Ce qui a été décidé', 'Qui fait quoi', 'Ta météo, en silence'])
    await expect(page.getByRole('heading', { name: part })).toBeVisible()
  await looksAt(nas, 'catch-up', { night: true })
  await picks(nas, 'vent')
  await page.getByRole('button', { name: 'Dire ma météo' }).click()
  await expect(page.getByRole('heading', { name: 'Ta météo, en silence' })).toBeHidden()
  await goesTo(nas, 'Maintenant')
  await expect(page.getByRole('heading', { name: 'Tu arrives en cours de route' })).toBeHidden()
  await goesTo(nas, 'Cercle')
  await page.getByRole('button', { name: 'GT', exact: true }).first().click()
  await expect(page.getByText('(groupe de travail)').first()).toBeVisible()
  await expect(page.getByRole('listitem', { name: 'GT Planification, personne ici' })).toBeVisible()
  await looksAt(nas, 'circle-empty-seat')
  await page.getByRole('link', { name: 'Rattrapage' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Rattrapage' })).toBeVisible()
})

test('[I2, §4.6] a meeting of weather, agenda and closing alone, opened by whoever is there, led by one button', async ({ hall }) => {
  const awa = await hall.laptop('Awa')
  await awa.goes('/')
  const { page } = awa
  await page.getByText('Plus de réglages').click()
  await page.getByRole('checkbox', { name: 'rôles', exact: true }).uncheck()
  await page.getByRole('checkbox', { name: 'suivi', exact: true }).uncheck()
  await page.getByRole('textbox', { name: 'Structures et commissions' }).fill('Coop des Halles')
  await looksAt(awa, 'home-more')
  await page.getByRole('button', { name: 'Ouvrir la réunion' }).click()
  const join = await page.getByRole('textbox', { name: 'Adresse : Participer' }).inputValue()
  const ben = await hall.phone('Ben')
  await enters(ben, join, { name: 'Ben Costa', voice: 'Coop des Halles' })
  await page.getByRole('link', { name: 'Entrer dans la réunion' }).click()
  await page.getByRole('textbox', { name: 'Ton prénom et ton nom' }).fill('Awa Ferrand')
  await page.getByRole('checkbox', { name: 'En mon nom' }).check()
  await page.getByRole('button', { name: 'Entrer dans le cercle' }).click()
  await expect(savedMark(awa, 'enregistré')).toBeVisible()
  await page.getByRole('button', { name: 'Ouvrir la réunion' }).click()
  await expect(page.getByText(/à tour de rôle/)).toBeVisible()
  await looksAt(awa, 'nobody-leads')
  await page.getByRole('button', { name: 'Je facilite' }).click()
  await expect(page.getByRole('heading', { name: 'Rôles' })).toBeHidden()
  await page.getByRole('button', { name: 'Passer à la météo' }).click()
  await page.getByRole('button', { name: 'Autrement' }).click()
  await page.getByRole('menuitem', { name: 'Choisir la forme du tour' }).click()
  await ticks(page.getByRole('dialog').getByRole('radio', { name: /Qui veut/ }))
  await page.getByRole('dialog').getByRole('button', { name: 'Lancer le tour' }).click()
  await page.getByRole('button', { name: 'Donner la parole à…' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Ben' }).click()
  await picks(ben, 'soleil')
  await ben.page.getByRole('button', { name: 'Dire ma météo' }).click()
  await ben.page.getByRole('button', { name: 'J’ai terminé' }).click()
  await page.getByRole('button', { name: 'Autrement' }).click()
  await page.getByRole('menuitem', { name: 'Finir le tour' }).click()
  await expect(page.getByRole('button', { name: 'Passer aux points' })).toBeVisible()
  const rail = page.getByRole('list', { name: 'Ordre du jour' })
  await expect(rail).toContainText('Tour de clôture')
  await expect(rail, 'a part left out').not.toContainText('Suivi')
  // Each item may have its own facilitation: when one ends, the next is passed on from where it would be opened.
  const items: string[] = []
  for (const title of ['Les clés', 'Le compost']) {
    const { id: itemId } = await awa.does({ type: 'propose-item', kind: 'information', title, expectation: 'Écouter' })
    await awa.does({ type: 'list-item', itemId })
    items.push(itemId)
  }
  await page.getByRole('button', { name: 'Passer aux points' }).click()
  await expect(page.getByRole('button', { name: 'Ouvrir le point' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Passer la facilitation' })).toBeHidden()
  await awa.does({ type: 'postpone-item', itemId: items[0] })
  await page.getByRole('button', { name: 'Passer la facilitation' }).click()
  await looksAt(awa, 'facilitation-passed-on')
  await page.getByRole('dialog').getByRole('button', { name: 'Passer le rôle' }).click()
  await ben.page.getByRole('button', { name: 'J’accepte' }).click()
  await expect(ben.page.getByRole('button', { name: 'Ouvrir le point' })).toBeVisible()
})

test('what is missing at the door comes into view and takes the focus, however far from the button', async ({ hall }) => {
  const meeting = await hall.meeting({
    organisations: ['abeille', 'boussole', 'cabane', 'digue', 'escale'].map((label) => ({ id: `org:${label}`, label, kind: 'structure' })),
  })
  const ada = await hall.phone('Ada')
  const { page } = ada
  await ada.goes(meeting.join)
  const enter = page.getByRole('button', { name: 'Entrer dans le cercle' })
  await page.getByRole('checkbox', { name: /première fois/ }).check()
  await enter.click()
  await expect(page.getByText('Écris ton prénom et ton nom.')).toBeInViewport({ ratio: 1 })
  const name = page.getByRole('textbox', { name: 'Ton prénom et ton nom' })
  await expect(name).toBeFocused()
  await expect(name).toBeInViewport({ ratio: 1 })
  await name.fill('Ada Roux')
  await page.evaluate(() => window.scrollTo(0, 0))
  await enter.click()
  await expect(page.getByText('Choisis une voix, ou « En mon nom ».')).toBeInViewport({ ratio: 1 })
  await expect(page.getByRole('checkbox', { name: 'En mon nom' })).toBeFocused()
})

test('[§2.3] beside the weather one’s energy and need may be said: the circle reads them, and they stay when the weather changes', async ({
  hall,
}) => {
  const { awa, meeting } = await beginsEvening(hall)
  await awa.does({ type: 'set-phase', from: 'welcome', to: 'weather' })
  const ada = await hall.phone('Ada')
  const ben = await hall.phone('Ben')
  await isIn(ada, meeting.join, { name: 'Ada Roux' })
  await isIn(ben, meeting.join, { name: 'Ben Costa' })
  for (const device of [ada, ben]) await givesWeather(device, 'pluie')
  await press(ada, 'Ajouter')
  const more = sheet(ada)
  await picks(ada, '2')
  await more.getByRole('textbox', { name: 'Ce dont j’ai besoin' }).fill('Du calme')
  await looksAt(ada, 'weather-more')
  await press(ada, 'Ajouter')
  await expect(more).toHaveCount(0)
  await sees([ada, ben], /besoin : « Du calme »/)
  await sees([ada, ben], /énergie 2 sur 5/)
  await press(ada, 'Modifier')
  await givesWeather(ada, 'soleil')
  await sees(ada, 'Ma météo : soleil')
  await sees(ben, /besoin : « Du calme »/)
})

test('nobody is offline on their own screen: one’s presence is not sent back', async ({ hall }) => {
  const { meeting } = await beginsEvening(hall)
  const ada = await hall.phone('Ada')
  const { page } = ada
  await page.clock.install()
  await enters(ada, meeting.join, { name: 'Ada Roux' })
  await goesTo(ada, 'Cercle')
  await expect(page.getByRole('listitem', { name: 'Ada Roux', exact: true })).toBeVisible()
  await page.clock.runFor(25_000)
  // People of the contract hold no socket, so they show that the time has passed.
  await expect(page.getByRole('listitem', { name: 'Hugo Petit, hors ligne' })).toBeVisible()
  await expect(page.getByRole('listitem', { name: 'Ada Roux', exact: true })).toBeVisible()
})

test('whoever looks elsewhere sees that they are awaited, and at whose turn it is to say a weather not yet written', async ({ hall }) => {
  const { awa, meeting } = await beginsEvening(hall)
  const ada = await hall.phone('Ada')
  await enters(ada, meeting.join, { name: 'Ada Roux' })
  const now = ada.page.getByRole('link', { name: /^Maintenant/ })
  await goesTo(ada, 'Ordre du jour')
  await expect(now).toHaveAccessibleName('Maintenant')
  await awa.does({ type: 'set-phase', from: 'welcome', to: 'weather' })
  await expect(now).toHaveAccessibleName(/^Maintenant ?, on t’attend$/)
  await looksAt(ada, 'awaited-elsewhere')
  await now.click()
  await expect(ada.page.getByText('Aucune n’est meilleure qu’une autre.', { exact: true })).toBeVisible()
  const { id: roundId } = await awa.does({ type: 'start-round', kind: 'weather' })
  const { people } = (await awa.board()) as { people: { id: string; name: string }[] }
  const adaId = people.find((person) => person.name === 'Ada Roux')?.id ?? ''
  await awa.does({ type: 'start-turn', roundId, personId: adaId })
  await expect(ada.page.getByText('C’est à toi. Aucune n’est meilleure qu’une autre.')).toBeVisible()
})

test('with more weathers than discs the sky counts them, and no count lies under its words', async ({ hall }) => {
  const evening = await beginsEvening(hall)
  await evening.awa.does({ type: 'set-phase', from: 'welcome', to: 'weather' })
  const people = await crowd(hall, evening.meeting, 35)
  const ada = await hall.phone('Ada')
  await enters(ada, evening.meeting.join, { name: 'Ada Roux' })
  for (const [index, person] of people.entries()) person.says({ type: 'give-weather', value: index % 2 === 0 ? 'sun' : 'storm' })
  await ada.does({ type: 'give-weather', value: 'clouds' })
  const words = ada.page.getByText('météos dans le ciel')
  await expect(ada.page.getByText('36', { exact: true })).toBeVisible()
  const counts = ada.page.getByRole('main').locator('ul[aria-hidden] .said')
  await expect(counts).toHaveCount(3)
  // The sky grows as it fills: where things stand is read at one moment, once it stands still.
  const lowestUnder = async (): Promise<number> => {
    const [under, ...boxes] = await Promise.all([words.boundingBox(), ...(await counts.all()).map((count) => count.boundingBox())])
    return Math.max(...boxes.map((box) => (box?.y ?? Infinity) + (box?.height ?? 0))) - (under?.y ?? 0)
  }
  await expect.poll(lowestUnder).toBeLessThanOrEqual(0)
  // So many seats have no letters: the dots themselves must be seen, in the ink whose contrast the tokens assert [WCAG 1.4.11].
  await goesTo(ada, 'Cercle')
  const seat = ada.page.getByRole('main').getByRole('list').first().getByRole('listitem').first()
  await expect(seat).toHaveText('')
  await expect(seat).toHaveCSS('background-color', 'rgb(60, 74, 65)')
  for (const person of people) person.leaves()
})

test('a neighbour without a device whose name somebody bears already is asked for more, and speaks in their own name', async ({ hall }) => {
  const { meeting } = await beginsEvening(hall)
  const ada = await hall.phone('Ada')
  await enters(ada, meeting.join, { name: 'Ada Roux' })
  await goesTo(ada, 'Cercle')
  await press(ada, 'Ajouter une personne sans appareil')
  const name = sheet(ada).getByRole('textbox', { name: 'Son prénom et son nom' })
  await name.fill('hugo petit')
  await press(ada, 'Ajouter')
  await sees(ada, /^Quelqu’un porte déjà ce nom ici/)
  await name.fill('Lou Brun')
  await ticks(sheet(ada).getByRole('checkbox', { name: 'En son nom' }))
  await press(ada, 'Ajouter')
  await expect(sheet(ada)).toHaveCount(0)
  await sees(ada, 'Lou Brun')
})

test('a name typed wrongly at the door is put right by its owner, on every screen, and stays right on the device', async ({ hall }) => {
  const { meeting, awa } = await beginsEvening(hall)
  const ada = await hall.phone('Ada')
  await isIn(ada, meeting.join, { name: 'Ada Ruox' })
  await goesTo(ada, 'Cercle')
  await press(ada, 'Mon nom, mes voix')
  await expect(sheet(ada)).toBeVisible()
  await looksAt(ada, 'my-name')
  await sheet(ada).getByRole('textbox', { name: 'Ton prénom et ton nom' }).fill('Ada Roux')
  await press(ada, 'Garder')
  await expect(sheet(ada)).toBeHidden()
  await expect.poll(async () => JSON.stringify((await awa.board())['people'])).toContain('Ada Roux')
  await ada.goes('/')
  await expect(ada.page.getByText('tu y es Ada Roux')).toBeVisible()
})
