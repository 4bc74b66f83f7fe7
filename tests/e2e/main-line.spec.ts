import type { Page } from '@playwright/test'
import { readFile } from 'node:fs/promises'
import { closesItem, listsItem, proposesItem } from './agenda.ts'
import { picks } from './choices.ts'
import type { Device } from './device.ts'
import { expect, test, type Hall } from './hall.ts'
import { allSaved, drawn, noteField, startsWriting } from './notes.ts'
import { linkOnScreen, opensByForm } from './opening.ts'
import { enters, goesTo } from './people.ts'
import { takesRole } from './roles.ts'
import { speakInTurn } from './rounds.ts'
import { givesWeather, passesWeather } from './weather.ts'

const heating = { kind: 'Partage d’information', title: 'Le chauffage de la halle', expectation: 'Écouter et poser vos questions' }
const wood = { kind: 'Décision par consentement', title: 'Acheter le bois ensemble', expectation: 'Décider ce soir' }
const first = 'Nous commandons ensemble dix stères de bois, livrés le 10 décembre.'
const second = 'Nous commandons ensemble dix stères de bois, livrés le 21 décembre.'
const objection = 'Personne n’est à la halle avant le 20 pour recevoir le bois.'
const benNote = 'Le devis est de 4 200 €.'
const chloeNote = 'Réponse attendue avant Noël.'

/** The one meeting of the day in which things move as they do on people's own screens. */
const lively = { reducedMotion: 'no-preference' } as const

interface Circle {
  awa: Device
  gwen: Device
  ben: Device
  chloe: Device
  all: readonly Device[]
}

/** Opened by the form on the laptop; the others come by the link that stands there. */
const gathers = async (hall: Hall): Promise<Circle> => {
  const awa = await hall.laptop('Awa', { ...lively, acceptDownloads: true })
  const gwen = await hall.phone('Gwenola', lively)
  const ben = await hall.phone('Ben', lively)
  const chloe = await hall.phone('Chloé', lively)
  await opensByForm(awa, 'Réunion de la halle')
  const link = await linkOnScreen(awa, 'Participer')
  await awa.page.getByRole('link', { name: 'Entrer dans la réunion' }).click()
  await enters(awa, awa.page.url(), { name: 'Awa Ferrand', voice: 'Association TERA' })
  await enters(gwen, link, { name: 'Gwenola Riou' })
  await enters(ben, link, { name: 'Ben Costa', voice: 'SCI Le Tilleul' })
  await enters(chloe, link, { name: 'Chloé Marchand' })
  return { awa, gwen, ben, chloe, all: [awa, gwen, ben, chloe] }
}

const press = (device: Device, name: string): Promise<void> => device.page.getByRole('button', { name, exact: true }).click()

const sees = async (devices: readonly Device[], words: string | RegExp): Promise<void> => {
  for (const device of devices) await expect(device.page.getByText(words).filter({ visible: true }).first(), device.name).toBeVisible()
}

const welcomes = async ({ awa, gwen, ben, chloe, all }: Circle): Promise<void> => {
  await takesRole(awa, 'facilitation')
  await takesRole(gwen, 'guet d’ambiance')
  await takesRole(chloe, 'scribe')
  await proposesItem(ben, heating)
  await proposesItem(ben, wood)
  await awa.page.getByRole('link', { name: 'Voir l’ordre du jour' }).click()
  for (const { title } of [heating, wood]) await listsItem(awa, title)
  await awa.page.keyboard.press('m')
  await press(awa, 'Ouvrir la réunion')
  for (const device of all) await press(device, 'D’accord avec le cadre')
  await sees([awa], '4 sur 4 ont dit')
}

const sharesWeather = async ({ awa, gwen, ben, chloe, all }: Circle): Promise<void> => {
  await press(awa, 'Passer à la météo')
  await givesWeather(awa, 'soleil')
  await givesWeather(gwen, 'éclaircies', 'contente d’être là')
  await givesWeather(ben, 'nuages')
  await passesWeather(chloe)
  await press(awa, 'Lancer le tour')
  await speakInTurn(awa, all)
  await sees([awa, ben], 'météos dans le ciel')
  await sees([ben], 'contente d’être là')
  await press(awa, 'Passer au suivi')
  await press(awa, 'Passer aux points')
}

/** Two write the same note at the same moment, each on a line of their own, and see each other’s name at the caret. */
const writesTogether = async ({ awa, ben, chloe }: Circle): Promise<void> => {
  await press(awa, 'Ouvrir le point')
  const bens = await startsWriting(ben)
  await bens.pressSequentially('Ben')
  await bens.press('Enter')
  await allSaved(ben)
  await expect(chloe.page.getByText('Ben', { exact: true }).first()).toBeVisible()
  const chloes = await startsWriting(chloe)
  await chloes.press('Control+End')
  await chloes.pressSequentially('Chloé')
  await expect(bens).toContainText('Chloé')
  await allSaved(chloe)
  // A key that moves the caret at the very moment at which another's caret is drawn may be undone by it: one looks, and presses again.
  await expect(async () => {
    await bens.press('Control+Home')
    await bens.press('End')
    await drawn(ben)
    expect(await ben.page.evaluate(() => getSelection()?.anchorNode?.textContent)).toBe('Ben')
  }).toPass()
  await Promise.all([bens.pressSequentially(` : ${benNote}`, { delay: 15 }), chloes.pressSequentially(` : ${chloeNote}`, { delay: 15 })])
  for (const device of [ben, chloe]) {
    await allSaved(device)
    await expect(noteField(device)).toContainText(`Ben : ${benNote}`)
    await expect(noteField(device)).toContainText(`Chloé : ${chloeNote}`)
  }
  await expect(bens.getByText('Chloé', { exact: true }), 'the other’s caret carries its name').toBeVisible()
  await expect(chloes.getByText('Ben', { exact: true })).toBeVisible()
}

/** From the tap on the phone to the laptop, in under a second; nothing closes before it is treated. */
const meetsASignal = async ({ awa, gwen, ben }: Circle): Promise<void> => {
  await goesTo(gwen, 'Ambiance')
  await picks(gwen, 'fatigue')
  const shown = awa.page
    .getByRole('button', { name: 'Accueillir' })
    .first()
    .waitFor()
    .then(() => performance.now())
  const level = gwen.page.getByRole('button', { name: /Vigilance/ })
  await level.hover()
  const tapped = performance.now()
  await level.click()
  expect((await shown) - tapped, 'milliseconds from the tap to the laptop').toBeLessThan(1000)
  await sees([ben], 'L’énergie baisse.')
  await awa.page.getByRole('button', { name: 'Accueillir' }).first().click()
  await sees([awa], 'Qu’est-ce qui aiderait maintenant')
  await sees([awa], 'Un signal est levé : le point se clôt quand c’est apaisé.')
  await expect(awa.page.getByRole('button', { name: 'Clore le point' })).toBeHidden()
  await awa.page.getByRole('button', { name: /^changer de rythme/ }).click()
  await press(gwen, 'C’est apaisé')
  await goesTo(gwen, 'Maintenant')
  await closesItem(awa, 'Ben relance le menuisier')
  await expect(awa.page.getByRole('dialog')).toBeHidden()
}

const proposesText = async ({ awa, ben }: Circle): Promise<void> => {
  await press(awa, 'Ouvrir le point')
  const { page } = ben
  await page.getByRole('textbox', { name: 'Texte de la proposition' }).pressSequentially(first)
  await page.getByRole('combobox', { name: 'Structure responsable' }).selectOption({ label: 'SCI Le Tilleul' })
  await press(ben, 'Poser la proposition')
  await sees([awa], first)
}

/** Everyone takes position; nothing is read before all is shown at once. */
const takePositions = async (circle: Circle, objects: boolean): Promise<void> => {
  const { awa, gwen, chloe, ben, all } = circle
  await sees(all, 'As-tu une objection')
  for (const device of [awa, ben, gwen]) await picks(device, 'pas d’objection')
  await picks(chloe, objects ? 'j’ai une objection' : 'pas d’objection')
  if (objects) {
    await chloe.page.getByRole('textbox', { name: 'Ta raison' }).fill(objection)
    await chloe.page.getByRole('textbox', { name: 'Ta raison' }).blur()
    await allSaved(chloe)
  }
  await sees([awa, ben], '4 sur 4 ont répondu.')
  for (const device of [awa, ben, gwen]) await expect(device.page.getByText(objection)).toBeHidden()
  await press(awa, 'Dévoiler')
}

const decides = async (circle: Circle): Promise<void> => {
  const { awa, gwen, ben, chloe, all } = circle
  await proposesText(circle)
  await press(awa, 'Passer aux clarifications')
  await press(awa, 'Passer aux ressentis')
  await press(awa, 'Lancer le tour de ressentis')
  await speakInTurn(awa, all)
  await press(awa, 'Passer à l’amendement')
  await press(awa, 'Ouvrir les positions')
  await takePositions(circle, true)
  await sees(all, 'Une objection à intégrer')
  await sees([awa, gwen, ben], objection)
  await press(awa, 'Passer à l’intégration')
  await press(awa, 'Accueillir l’objection')
  await ben.page.getByRole('textbox', { name: 'Texte de la proposition' }).fill(second)
  await press(ben, 'Poser la version 2')
  await press(chloe, 'Je lève mon objection')
  await press(ben, 'Ça répond toujours au besoin')
  await press(awa, 'Ouvrir un nouveau tour')
  await takePositions(circle, false)
  await sees(all, 'Personne ne fait objection')
  await press(awa, 'Passer aux bonifications')
  await press(awa, 'Relire à voix haute')
  await sees([awa], second)
  await press(awa, 'Texte lu : adopter')
  await sees(all, 'Décision adoptée')
}

const takesAnAction = async ({ awa, gwen }: Circle): Promise<void> => {
  const { page } = awa
  await press(awa, 'Ajouter une action')
  await page.getByRole('textbox', { name: 'Quoi ?' }).fill('Commander le bois')
  await page.getByRole('combobox', { name: 'Qui ?' }).selectOption({ label: 'Gwenola Riou' })
  await press(awa, 'Ajouter une action')
  await press(gwen, 'J’accepte')
  await sees([awa], /A-001 · Gwenola/)
  await closesItem(awa, 'La SCI enregistre')
  await expect(page.getByRole('dialog')).toBeHidden()
}

const closes = async ({ awa, gwen, ben, chloe, all }: Circle): Promise<void> => {
  await press(awa, 'Passer à la clôture')
  for (const device of all) {
    const { page } = device
    await page.getByRole('textbox', { name: 'Ton mot' }).fill(device === ben ? 'Merci pour le calme.' : 'Un mot qui ne sort pas du cercle.')
    if (device === ben) await page.getByRole('checkbox', { name: 'Publier ce mot au compte rendu' }).check()
    await picks(device, device === chloe ? /^3/ : /^4/)
    await press(device, 'Poser mon mot')
    await sees([device], 'Merci.')
  }
  await press(awa, 'Lancer le tour')
  await speakInTurn(awa, all)
  await press(awa, 'Finir la réunion')
  await sees([gwen], 'Commander le bois')
  await press(awa, 'Clore la réunion')
  await awa.page.getByRole('dialog').getByRole('button', { name: 'Clore', exact: true }).click()
}

const seals = async ({ awa, chloe, all }: Circle): Promise<void> => {
  for (const device of all) await press(device, 'C’est bon pour moi')
  await sees([awa], 'Tout le monde a dit « c’est bon ».')
  await press(awa, 'Tourner ma clé')
  await press(chloe, 'Tourner ma clé et sceller')
  await sees([awa, chloe], 'Compte rendu scellé, version 1')
}

const takesAway = async (page: Page, format: string): Promise<string> => {
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: format }).click()
  return readFile(await (await download).path(), 'utf8')
}

/** What was typed, and nothing of what stays in the circle. */
const isInTheMinutes = (minutes: string): void => {
  for (const typed of [
    'Réunion de la halle',
    heating.title,
    `Ben : ${benNote}`,
    `Chloé : ${chloeNote}`,
    'Ben relance le menuisier',
    wood.title,
    second,
    objection,
    'Commander le bois',
    'La SCI enregistre',
    'Merci pour le calme.',
  ])
    expect(minutes).toContain(typed)
  for (const kept of ['contente d’être là', 'Un mot qui ne sort pas du cercle.', 'PROJET']) expect(minutes).not.toContain(kept)
}

test('a whole meeting: a laptop that facilitates, three phones, from the link to the sealed minutes', async ({ hall }) => {
  const circle = await gathers(hall)
  await test.step('welcome', () => welcomes(circle))
  await test.step('weather', () => sharesWeather(circle))
  await test.step('a note by two at once', () => writesTogether(circle))
  await test.step('a signal', () => meetsASignal(circle))
  await test.step('a decision', () => decides(circle))
  await test.step('an action', () => takesAnAction(circle))
  await test.step('closing', () => closes(circle))
  await test.step('review and seal', () => seals(circle))
  await test.step('taken away', async () => {
    const markdown = await takesAway(circle.awa.page, 'Markdown')
    const dokuwiki = await takesAway(circle.awa.page, 'DokuWiki')
    for (const minutes of [markdown, dokuwiki]) isInTheMinutes(minutes)
    expect(markdown).toMatch(/^# /m)
    expect(dokuwiki).toMatch(/^====== .+ ======$/m)
  })
})
