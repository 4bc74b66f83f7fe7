import { picks } from './choices.ts'
import { press, sheet } from './gestures.ts'
import type { Device } from './device.ts'
import { expect, test } from './hall.ts'
import { looksAt } from './looked-at.ts'
import { atNight } from './night.ts'
import { opensByForm } from './opening.ts'
import { isIn, goesTo } from './people.ts'
import { writes } from './notes.ts'
import { BigMeeting } from './big-meeting.ts'

/** Each screen at the size it is used at: a picture in screenshots/ to be looked at, and axe in both themes. */

test('before the meeting: opening it, its links, the door', async ({ hall }) => {
  const awa = await hall.laptop('Awa')
  const ben = await hall.phone('Ben')
  await awa.goes('/')
  await expect(awa.page.getByRole('heading', { name: 'Ouvrir une réunion' })).toBeVisible()
  await looksAt(awa, 'home', { byDay: false })
  await opensByForm(awa, 'Réunion écosystème du jeudi 3 décembre')
  await expect(awa.page.getByRole('img', { name: /^Carré/ })).toHaveCount(2)
  await looksAt(awa, 'home-links', { night: true })
  await ben.goes('/')
  await looksAt(ben, 'home')
  const meeting = await hall.meeting({ title: 'Réunion écosystème', place: 'Salle des fêtes' })
  for (const device of [awa, ben]) {
    await device.goes(meeting.join)
    await expect(device.page.getByRole('textbox', { name: 'Ton prénom et ton nom' })).toBeVisible()
    await looksAt(device, 'enter', { byDay: device === ben })
    await device.reopens()
    device.willHear(/status of 401/)
    await device.goes(`/m/${meeting.meetingId}#a-key-that-was-renewed-since-then`)
    await expect(device.page.getByRole('heading', { name: 'Ce lien n’ouvre plus' })).toBeVisible()
    await looksAt(device, 'enter-refused', { byDay: device === ben })
  }
})

atNight('welcome, weather, follow-up', async ({ hall }) => {
  const big = await BigMeeting.begins(hall)
  const { awa, gwen, ben } = big
  await looksAt(awa, 'welcome')
  await looksAt(ben, 'welcome')
  await goesTo(ben, 'Cercle')
  await expect(ben.page.getByRole('heading', { name: 'Le cercle' })).toBeVisible()
  await looksAt(ben, 'circle')
  await ben.page.getByRole('button', { name: /scribe/ }).click()
  await expect(ben.page.getByRole('dialog')).toBeVisible()
  await looksAt(ben, 'role')
  await ben.page.getByRole('button', { name: 'Fermer' }).last().click()
  await goesTo(ben, 'Maintenant')

  await big.phase('weather')
  for (const device of [awa, ben]) {
    await picks(device, 'éclaircies')
    await looksAt(device, 'weather', { night: device === ben })
  }
  await big.givesWeathers()
  await big.startsRound('weather')
  for (const device of [awa, ben]) {
    await expect(device.page.getByText('La parole est à').or(device.page.getByText('C’est à toi')).first()).toBeVisible()
    await looksAt(device, 'weather-round')
  }
  await big.endsRound()
  for (const device of [awa, ben]) {
    await expect(device.page.getByText('météos dans le ciel')).toBeVisible()
    await looksAt(device, 'sky', { night: device === ben })
  }
  await big.phase('follow-up')
  for (const device of [awa, gwen]) {
    await expect(device.page.getByRole('heading', { name: 'Suivi' })).toBeVisible()
    await looksAt(device, 'follow-up')
  }
})

atNight('agenda and items of every kind', async ({ hall }) => {
  test.setTimeout(240_000)
  const big = await BigMeeting.begins(hall)
  const { awa, ben } = big
  await big.proposesAll()
  await big.phase('agenda')
  await goesTo(ben, 'Ordre du jour')
  await looksAt(ben, 'agenda')
  await looksAt(awa, 'between-items')
  await ben.page.getByRole('button', { name: 'Proposer un point' }).click()
  await expect(ben.page.getByRole('dialog')).toBeVisible()
  await looksAt(ben, 'propose-item')
  await ben.page.getByRole('button', { name: 'Fermer' }).last().click()
  await goesTo(ben, 'Maintenant')
  for (const item of big.items) {
    const { kind, title } = item
    await big.opens(title)
    await big.fills(item)
    for (const device of [awa, ben]) {
      await expect(device.page.getByRole('heading', { level: 1, name: title })).toBeVisible()
      await looksAt(device, `item-${kind}`, { night: kind === 'advice' })
    }
    if (kind === 'information') {
      await writes(ben, 'Une note du groupe, à plusieurs mains.')
      await looksAt(ben, 'item-writing')
      await awa.page.getByRole('button', { name: 'Clore le point' }).click()
      await expect(awa.page.getByRole('dialog')).toBeVisible()
      await looksAt(awa, 'close-item')
      await awa.page.getByRole('button', { name: 'Fermer' }).last().click()
    }
    await big.putsAside(title)
  }
})

atNight('mood: whispers, ripple, banner, pause; an item set aside, the meeting interrupted', async ({ hall }) => {
  test.setTimeout(240_000)
  const big = await BigMeeting.begins(hall)
  const { awa, gwen, ben } = big
  await big.proposesAll()
  await big.phase('agenda')
  await big.opens('Le chauffage de la halle')
  await goesTo(gwen, 'Ambiance')
  await expect(gwen.page.getByRole('heading', { name: 'Que sens-tu ?' })).toBeVisible()
  await looksAt(gwen, 'mood-watch')
  await picks(gwen, 'tension')
  await looksAt(gwen, 'mood-watch-chosen', { night: true })
  await goesTo(ben, 'Ambiance')
  await looksAt(ben, 'mood')
  await goesTo(ben, 'Maintenant')
  const banner = await big.raises('fatigue', 2)
  const beside = awa.page.getByRole('complementary', { name: 'Cercle' })
  await expect(beside.getByRole('button', { name: 'Accueillir' })).toBeInViewport()
  await expect(ben.page.getByText('L’énergie baisse.').first()).toBeVisible()
  for (const device of [awa, ben]) await looksAt(device, 'signal-raised', { night: device === awa })
  await big.welcomes(banner)
  await expect(beside.getByText('Qu’est-ce qui aiderait maintenant')).toBeInViewport()
  await looksAt(awa, 'signal-toolbox')
  await big.settles(banner)
  const alert = await big.raises('tension', 3)
  for (const device of [awa, gwen, ben]) {
    await expect(device.page.getByRole('dialog', { name: 'Pause' })).toBeVisible()
    await looksAt(device, device === gwen ? 'pause-watch' : 'pause', { night: device === ben })
  }
  await big.welcomes(alert)
  await big.settles(alert)
  // The alert has set the item aside: it stays so until facilitation takes it up again.
  for (const device of [awa, ben]) {
    await expect(device.page.getByText('Ce point est en pause').filter({ visible: true })).toBeVisible()
    await looksAt(device, 'item-paused', { night: true })
  }
  await press(awa, 'Autrement')
  await awa.page.getByRole('menuitem', { name: 'Interrompre la réunion' }).click()
  await expect(sheet(awa)).toBeVisible()
  await looksAt(awa, 'interrupt', { night: true })
})

atNight('a decision, step by step', async ({ hall }) => {
  test.setTimeout(240_000)
  const big = await BigMeeting.begins(hall)
  const { awa, gwen, ben } = big
  await big.proposesAll()
  await big.phase('agenda')
  await big.opens('Acheter le bois ensemble')
  const on = async (screen: string, devices: readonly Device[], words: string | RegExp): Promise<void> => {
    for (const device of devices) {
      await expect(device.page.getByText(words).filter({ visible: true }).first(), `${screen} on ${device.name}`).toBeVisible()
      await looksAt(device, `decision-${screen}`, { night: screen === 'positions' || screen === 'integration' })
    }
  }
  await on('writing', [ben, awa], /proposition/i)
  await big.proposes()
  await on('proposal', [ben, awa], /dix stères/)
  await big.nextStep('proposal')
  await on('clarification', [ben, awa], /Est-ce clair/)
  await big.nextStep('clarification')
  await big.startsRound('feelings')
  await on('feelings', [ben, awa], /La parole est à|À toi|C’est à toi/)
  await awa.page.getByRole('button', { name: 'Donner la suite' }).click()
  await expect(awa.page.getByText(/Encore 6 à entendre/)).toBeVisible()
  await big.endsRound()
  await big.nextStep('feelings')
  await on('amendment', [ben, awa], /dix stères/)
  await big.nextStep('amendment')
  await on('positions', [gwen, awa], /As-tu une objection/)
  await big.givesPositions(1)
  await big.reveals(1)
  await on('revealed', [gwen, awa], /à intégrer/)
  await big.nextStep('objections')
  await on('integration', [gwen, awa], /Objection de/)
  await big.integrates()
  await on('lifting', [gwen, awa], /Objection de/)
  await big.nextStep('integration')
  await big.givesPositions(2)
  await big.reveals(2)
  await on('no-objection', [gwen, awa], /Personne ne fait objection/)
  await big.nextStep('objections')
  await on('improvement', [gwen, awa], /Bonifications/)
  await big.adopts()
  await on('adopted', [ben, awa], /Décision adoptée/)
})

atNight('closing, wrap-up, review, sealed minutes, registers', async ({ hall }) => {
  test.setTimeout(240_000)
  const big = await BigMeeting.begins(hall)
  const { awa, gwen, ben } = big
  await big.hasDecided()
  const lise = await hall.phone('Lise')
  await isIn(lise, big.meeting.join, { name: 'Lise Marot' })
  await lise.does({ type: 'claim-role', role: 'scribe', rank: 'pair' })
  await big.phase('closing')
  for (const device of [awa, ben]) {
    await expect(device.page.getByText('Publier ce mot au compte rendu')).toBeVisible()
    await looksAt(device, 'closing', { night: device === ben })
  }
  await big.givesClosings()
  for (const device of [awa, ben]) {
    await expect(device.page.getByText('Merci.')).toBeVisible()
    await looksAt(device, 'closing-given')
  }
  await big.phase('wrap-up')
  for (const device of [awa, ben]) {
    await expect(device.page.getByRole('heading', { name: 'On se quitte' })).toBeVisible()
    await looksAt(device, 'wrap-up')
  }
  await awa.page.getByRole('button', { name: 'Clore la réunion' }).click()
  await expect(awa.page.getByRole('dialog')).toBeVisible()
  await looksAt(awa, 'close-meeting')
  await awa.page.getByRole('button', { name: 'Fermer' }).last().click()
  await big.closes()
  for (const device of [awa, gwen]) {
    await device.goes(`/m/${big.meetingId}/compte-rendu`)
    await expect(device.page.getByText('PROJET').first()).toBeVisible()
    await looksAt(device, 'minutes-review', { night: device === awa })
  }
  for (const device of [awa, gwen]) {
    await device.goes(`/m/${big.meetingId}/decision/ECO-${new Date().getFullYear()}-001`)
    await press(device, 'Réagir')
    await expect(sheet(device)).toBeVisible()
    await looksAt(device, 'decision-react', { night: true })
  }
  for (const device of [awa, gwen]) {
    await device.goes(`/m/${big.meetingId}/registres`)
    await expect(device.page.getByRole('heading', { level: 1 })).toBeVisible()
    await looksAt(device, 'registers')
  }
  await lise.does({ type: 'agree-review' })
  await big.seals()
  for (const device of [awa, gwen]) {
    await device.goes(`/m/${big.meetingId}/compte-rendu`)
    await expect(device.page.getByRole('heading', { level: 1 })).toBeVisible()
    await looksAt(device, 'minutes-sealed')
  }
  await lise.goes(`/m/${big.meetingId}/compte-rendu`)
  await press(lise, 'Retirer une mention personnelle')
  await sheet(lise).getByLabel('De qui ?').selectOption('Gwenola Riou')
  await picks(lise, /^une objection/)
  await looksAt(lise, 'redact', { night: true })
})

atNight('the wall: welcome, an item, a proposal, a pause', async ({ hall }) => {
  const big = await BigMeeting.begins(hall)
  const { awa } = big
  await big.givesWeathers()
  const wall = await hall.laptop('Mur')
  await isIn(wall, big.meeting.observe, { name: 'Le mur' })
  await wall.goes(`/m/${big.meetingId}/ecran`)
  await expect(wall.page.getByRole('heading').first()).toBeVisible()
  await looksAt(wall, 'wall-welcome')
  await big.proposesAll()
  await big.phase('agenda')
  await big.opens('Acheter le bois ensemble')
  await big.proposes()
  await expect(wall.page.getByText(/dix stères/)).toBeVisible()
  await looksAt(wall, 'wall-proposal', { night: true })
  await awa.does({ type: 'pause', minutes: 5 })
  await expect(wall.page.getByRole('heading', { name: 'Pause' })).toBeVisible()
  await looksAt(wall, 'wall-pause')
})
