import { clockTo, EVENING } from '../contract/circle.ts'
import { expect, test } from './hall.ts'
import { looksAt } from './looked-at.ts'
import { atNight } from './night.ts'
import { linkOnScreen } from './opening.ts'
import { enters } from './people.ts'

test('[A17, A16] a group puts its follow-up last, plans its own minutes, asks its own question, and says where the meeting decides: shown from the welcome to the wall', async ({
  hall,
}) => {
  const awa = await hall.laptop('Awa')
  const { page } = awa
  await awa.goes('/')
  await page.getByRole('textbox', { name: 'Titre' }).fill('Notre réunion')
  await page.getByText('Plus de réglages').click()
  await page.getByRole('combobox', { name: 'Le suivi des actions et décisions d’avant' }).selectOption({ label: 'après les points' })
  await page.getByText('Le temps de chaque étape').click()
  const weather = page.getByRole('spinbutton', { name: 'Tour météo' })
  await expect(weather).toHaveAccessibleDescription(/^proposé.: 9.min$/)
  await expect(page.getByText('Il reste 58 min pour les points.')).toBeVisible()
  await weather.fill('20')
  await expect(page.getByText('Il reste 47 min pour les points.')).toBeVisible()
  await page.getByText('Les questions du groupe').click()
  await page.getByRole('textbox', { name: 'Au tour météo' }).fill('De quel bois es-tu ce soir ?')
  await page.getByText('Sauf dans ces domaines, où la réunion décide').click()
  await page.getByRole('checkbox', { name: 'SCI Le Tilleul' }).check()
  await looksAt(awa, 'own-ritual-lobby', { night: true })
  await page.getByRole('button', { name: 'Ouvrir la réunion' }).click()
  const join = await linkOnScreen(awa, 'Participer')
  await page.getByRole('link', { name: 'Entrer dans la réunion' }).click()
  await page.getByRole('textbox', { name: 'Ton prénom et ton nom' }).fill('Awa Ferrand')
  await page.getByRole('checkbox', { name: 'En mon nom', exact: true }).check()
  await page.getByRole('button', { name: 'Entrer dans le cercle' }).click()
  await expect(page.getByText('Le suivi vient après les points.')).toBeVisible()
  await expect(
    page.getByText(/^Temps prévu.: accueil 5.min, tour météo 20.min, points 47.min, suivi 5.min, tour de clôture 9.min, fin 4.min\.$/),
  ).toBeVisible()
  await expect(page.getByText('Au tour météo : « De quel bois es-tu ce soir ? »')).toBeVisible()
  await awa.does({ type: 'claim-role', role: 'facilitator' })
  await page.getByRole('button', { name: 'Changer le cadre' }).click()
  const sheet = page.getByRole('dialog')
  await sheet.getByText('Le temps de chaque étape').click()
  await expect(sheet.getByRole('spinbutton', { name: 'Tour météo' })).toHaveValue('20')
  await sheet.getByRole('spinbutton', { name: 'Tour de clôture' }).fill('12')
  await sheet.getByText('Les questions du groupe').click()
  await sheet.getByRole('textbox', { name: 'Au tour de clôture' }).fill('Qu’emportes-tu ?')
  await looksAt(awa, 'own-ritual-frame')
  await sheet.getByRole('button', { name: 'Garder' }).click()
  await expect(page.getByText('Au tour de clôture : « Qu’emportes-tu ? »')).toBeVisible()
  await expect(page.getByText(/tour météo 20.min, points 44.min, suivi 5.min, tour de clôture 12.min/)).toBeVisible()

  const ben = await hall.phone('Ben')
  await enters(ben, join, { name: 'Ben Roche' })
  await looksAt(ben, 'own-ritual-welcome', { night: true })
  await awa.does({ type: 'open' })
  await awa.does({ type: 'set-phase', from: 'welcome', to: 'weather' })
  await expect(ben.page.getByRole('heading', { name: 'De quel bois es-tu ce soir ?' })).toBeVisible()
  await looksAt(ben, 'own-ritual-weather')
  await awa.does({ type: 'pass-weather' })
  await awa.does({ type: 'set-phase', from: 'weather', to: 'agenda' })
  const rail = page.getByRole('complementary', { name: 'Ordre du jour' }).getByRole('list')
  await expect(rail).toContainText(/Tour météo.*Suivi.*5.min.*Tour de clôture.*12.min/s)
  // Nothing is listed: what comes next is the follow-up, in the group's order.
  await expect(page.getByText(/^Il ne reste plus de point/)).toBeVisible()
  await page.getByRole('button', { name: 'Passer au suivi' }).click()
  await expect(page.getByRole('heading', { name: 'Suivi', level: 1 })).toBeVisible()
  await page.getByRole('button', { name: 'Passer à la clôture' }).click()
  await expect(ben.page.getByRole('heading', { name: 'Qu’emportes-tu ?' })).toBeVisible()
  await awa.goes(`${new URL(page.url()).pathname}/ecran`)
  await expect(page.getByRole('heading', { name: 'Qu’emportes-tu ?' })).toBeVisible()
})

test.describe('time of a step', () => {
  test.use({ clock: 'manual' })

  atNight(
    '[A17] everyone reads what the step has taken of its minutes; once they are held, whoever leads is asked, and nothing else changes',
    async ({ hall }) => {
      await clockTo(hall.server, EVENING)
      const meeting = await hall.meeting({ scheduledStart: EVENING, stepMinutes: { weather: 12 } })
      const awa = await hall.laptop('Awa')
      await enters(awa, meeting.host, { name: 'Awa Ferrand' })
      const ben = await hall.phone('Ben')
      await enters(ben, meeting.join, { name: 'Ben Roche' })
      await awa.does({ type: 'claim-role', role: 'facilitator' })
      await awa.does({ type: 'open' })
      await awa.does({ type: 'set-phase', from: 'welcome', to: 'weather' })
      const screens = [
        { device: awa, path: `/m/${meeting.meetingId}` },
        { device: ben, path: `/m/${meeting.meetingId}/ordre-du-jour` },
      ]
      const at = async (minutes: number): Promise<void> => {
        await clockTo(hall.server, Date.parse(EVENING) + minutes * 60_000)
        for (const { device, path } of screens) await device.goes(path)
      }
      await at(5)
      for (const { device } of screens) await expect(device.page.getByText(/^Tour météo.: 5.min sur 12\.$/)).toBeVisible()
      const asked = /^Temps de l’étape tenu, 15.min sur 12.: on continue.\?$/
      await expect(awa.page.getByRole('button', { name: 'Lancer le tour' })).toBeVisible()
      await expect(awa.page.getByText(/^Temps de l’étape/)).toHaveCount(0)
      await looksAt(awa, 'step-time', { byDay: false })
      await at(15)
      for (const { device } of screens) await expect(device.page.getByText(/^Tour météo.: 15.min sur 12\.$/)).toBeVisible()
      await expect(awa.page.getByText(asked)).toBeVisible()
      await expect(awa.page.getByRole('button', { name: 'Lancer le tour' })).toBeVisible()
      await expect(ben.page.getByText(asked)).toHaveCount(0)
      await looksAt(awa, 'step-past', { night: true, byDay: false })
      await looksAt(ben, 'step-time-agenda', { byDay: false })
      // Facilitation in the hand: the same question over the act of the moment.
      await awa.does({ type: 'hand-over-role', role: 'facilitator', personId: (await ben.identity()).personId })
      await ben.does({ type: 'accept-role', role: 'facilitator' })
      await ben.does({ type: 'pass-weather' })
      await ben.goes(`/m/${meeting.meetingId}`)
      await expect(ben.page.getByText(asked)).toBeVisible()
      await looksAt(ben, 'step-past')
    },
  )
})

// By day the same settings are chosen on a laptop.
atNight('the same settings on a phone in English', async ({ hall }) => {
  const zoe = await hall.phone('Zoe', { locale: 'en-GB' })
  const { page } = zoe
  await zoe.goes('/')
  await page.getByText('More settings').click()
  await page.getByText('The time of each step').click()
  await page.getByRole('spinbutton', { name: 'Closing round' }).fill('66')
  await expect(page.getByText('1 min are left for the items.')).toBeVisible()
  await page.getByText('The group’s own questions').click()
  await expect(page.getByRole('textbox', { name: 'In the closing round' })).toBeVisible()
  await page.getByText('Except in these domains, where the meeting decides').click()
  await looksAt(zoe, 'own-ritual-lobby-en', { night: true })
})

atNight(
  '[G4, D11] what the next meeting knows: numbers about nobody in the registers, and the decision of an action that spends',
  async ({ hall }) => {
    const meeting = await hall.meeting({
      previous: {
        transmissions: [{ ref: 'ECO-2026-013', title: 'Le bois', to: 'org:sci', state: 'sent', date: '2026-12-04' }],
        actions: [
          { ref: 'A-040', title: 'Payer le bois', who: ['Awa Ferrand'], state: 'accepted', decision: 'ECO-2026-013', spends: true },
        ],
        roleHistory: [
          { meeting: '2026-11-05', scribe: 'Capucine Vasseur' },
          { meeting: '2026-12-03', scribe: 'Hugo Castaing' },
        ],
        measures: [{ on: '2026-12-03', days: [4, 9, 21], waiting: 1, signals: [{ kind: 'pace', treated: 2, left: 1 }] }],
      },
    })
    const awa = await hall.laptop('Awa')
    await enters(awa, meeting.host, { name: 'Awa Ferrand' })
    const ben = await hall.phone('Ben')
    await enters(ben, meeting.join, { name: 'Ben Roche' })
    for (const device of [awa, ben]) {
      await device.goes(`/m/${meeting.meetingId}/registres`)
      const counts = device.page.getByRole('list', { name: 'Notre façon de faire, en nombres' })
      await expect(counts.getByText(/^3 décisions enregistrées, après 4 à 21 jours.; la moitié en 9 au plus\.$/)).toBeVisible()
      await expect(counts.getByText(/^rythme.: 2 traités, 1 laissé$/)).toBeVisible()
      await expect(counts.getByText(/^scribe.: 2 personnes en 2 réunions$/)).toBeVisible()
      await expect(counts.getByText(/Vasseur|Castaing/)).toHaveCount(0)
      await counts.scrollIntoViewIfNeeded()
      await looksAt(device, 'counts', { night: device === ben, byDay: device === ben })
    }
    await awa.does({ type: 'open' })
    await awa.does({ type: 'claim-role', role: 'facilitator' })
    await awa.does({ type: 'set-phase', from: 'welcome', to: 'weather' })
    await awa.does({ type: 'set-phase', from: 'weather', to: 'follow-up' })
    await ben.goes(`/m/${meeting.meetingId}`)
    await expect(ben.page.getByText(/décision ECO-2026-013 · dépense, en attente d’enregistrement/)).toBeVisible()
    await looksAt(ben, 'follow-up-spending')
  },
)
