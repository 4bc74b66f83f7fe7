import type { Locator } from '@playwright/test'
import { picks, ticks } from './choices.ts'
import { expect, test, type Hall, type OpenedMeeting } from './hall.ts'
import { fitsTheWidth, looksAt, pictures } from './looked-at.ts'
import { isIn, goesTo } from './people.ts'
import type { Device } from './device.ts'
import { atNight } from './night.ts'

/** Awa at a laptop and Gwenola who watches, Ben and Cléo with phones, Hugo and Katell without screens; an item is open. */
const table = async (hall: Hall): Promise<{ meeting: OpenedMeeting; awa: Device; gwen: Device; ben: Device; cleo: Device }> => {
  const meeting = await hall.meeting({ frame: ['J’écoute jusqu’au bout', 'Je parle en mon nom'] })
  const awa = await hall.laptop('Awa')
  const [gwen, ben, cleo] = [await hall.phone('Gwenola'), await hall.phone('Ben'), await hall.phone('Cléo')]
  await isIn(awa, meeting.host, { name: 'Awa Ferrand' })
  await isIn(gwen, meeting.join, { name: 'Gwenola Riou' })
  await isIn(ben, meeting.join, { name: 'Ben Costa', voice: 'SCI Le Tilleul' })
  await isIn(cleo, meeting.join, { name: 'Cléo Petit' })
  await hall.person(meeting, 'Hugo Castaing', { voices: [{ org: 'com:ecoute', quality: '' }] })
  await hall.person(meeting, 'Katell Morvan')
  await awa.does({ type: 'open' })
  await awa.does({ type: 'claim-role', role: 'facilitator' })
  await gwen.does({ type: 'claim-role', role: 'moodWatcher' })
  await awa.does({ type: 'set-phase', from: 'welcome', to: 'agenda' })
  const { id: itemId } = await awa.does({
    type: 'propose-item',
    kind: 'concertation',
    title: 'Le chauffage de la halle',
    expectation: 'dire ce que chacun·e peut',
    plannedMinutes: 20,
  })
  await awa.does({ type: 'list-item', itemId })
  await awa.does({ type: 'open-item', itemId })
  return { meeting, awa, gwen, ben, cleo }
}

/** What stands under the header of a phone stays there while one reads on, folded into one line; what comes meanwhile, and a tap that unfolds it, leave the page where it is. */
const staysInView = async ({ page }: Device, strip: Locator, comes: () => Promise<unknown>): Promise<void> => {
  const unfold = page.getByRole('button', { name: 'Déplier' })
  await expect(unfold).toBeHidden()
  await page.evaluate(() => scrollTo(0, 300))
  await expect(unfold).toBeInViewport()
  await expect(strip).toBeInViewport()
  const scrolled = await page.evaluate(() => scrollY)
  await comes()
  await expect(page.getByRole('button', { name: 'J’accepte' })).toBeAttached()
  // By the finger itself: Playwright’s click would first bring the button clear of the header, and move the page.
  const box = await unfold.boundingBox()
  await page.touchscreen.tap((box?.x ?? 0) + 20, (box?.y ?? 0) + 20)
  for (const button of ['J’accepte', 'J’ai vu']) await expect(page.getByRole('button', { name: button })).toBeInViewport()
  expect(await page.evaluate(() => scrollY), 'the page has moved').toBe(scrolled)
  await page.evaluate(() => scrollTo(0, 0))
}

/** The dots of a pause's ring that its word leaves less than twelve pixels. */
const wordAndDots = (device: Device): Promise<string[]> =>
  device.page.getByRole('dialog').evaluate((dialog) => {
    const range = document.createRange()
    range.selectNodeContents(dialog.querySelector('h1') ?? dialog)
    const word = range.getBoundingClientRect()
    return [...dialog.querySelectorAll('circle')]
      .map((circle) => circle.getBoundingClientRect())
      .filter(({ left, right, top, bottom }) => left < word.right + 12 && right > word.left - 12 && top < word.bottom && bottom > word.top)
      .map(({ left, top }) => `${left}/${top}`)
  })

test('a whisper becomes a signal, is treated step by step, and is handed over with each consent on their own screen', async ({ hall }) => {
  const { awa, gwen, ben, cleo } = await table(hall)
  await goesTo(ben, 'Ambiance')
  await ben.page.getByRole('textbox', { name: 'Ce que tu voudrais dire' }).fill('Je ne me sens pas entendu.')
  await ticks(ben.page.getByRole('checkbox', { name: /Signer/ }))
  await ben.page.getByRole('button', { name: 'Souffler' }).click()
  await expect(ben.page.getByText('Le guet l’a reçu.')).toBeVisible()

  await goesTo(gwen, 'Ambiance')
  await expect(gwen.page.getByText('Je ne me sens pas entendu.')).toBeVisible()
  await gwen.page.getByRole('button', { name: 'Répondre' }).click()
  await gwen.page.getByRole('textbox', { name: 'Ta réponse à Ben' }).fill('Merci, je lève un signal.')
  await gwen.page.getByRole('button', { name: 'Envoyer' }).click()
  await expect(ben.page.getByText('Merci, je lève un signal.')).toBeVisible()
  await gwen.page.getByRole('button', { name: 'En faire un signal' }).click()
  // Wherever the laptop's column was scrolled to, what is raised now will stand in view there.
  const beside = awa.page.getByRole('complementary', { name: 'Cercle' })
  await beside.evaluate((column) => column.scrollTo(0, column.scrollHeight))
  await picks(gwen, 'tension')
  await gwen.page.getByRole('button', { name: /^Vigilance/ }).click()
  await pictures(gwen, 'mood-raised')

  // Everyone sees the calm banner; facilitation welcomes it and chooses.
  const banner = cleo.page.getByRole('status').filter({ hasText: 'Tension' })
  await expect(banner).toBeVisible()
  const { personId } = await cleo.identity()
  await staysInView(cleo, banner, () => awa.does({ type: 'offer-role', role: 'scribe', personId }))
  await pictures(cleo, 'strips')
  await expect(beside.getByRole('button', { name: 'Accueillir' })).toBeInViewport({ ratio: 1 })
  await expect(beside.getByText('À toi de l’accueillir.')).toBeVisible()
  await beside.getByRole('button', { name: 'Accueillir' }).click()
  // What the signal holds back is said, and not offered.
  await expect(awa.page.getByText('Un signal est levé : le point se clôt quand c’est apaisé.')).toBeVisible()
  await expect(awa.page.getByRole('button', { name: 'Clore le point' })).toBeHidden()
  await pictures(awa, 'signal-welcomed')
  await awa.page.getByRole('button', { name: /^reformulation croisée/i }).click()
  await expect(awa.page.getByText('Étape 1 sur 6')).toBeVisible()
  await goesTo(cleo, 'Ambiance')
  await expect(cleo.page.getByText('Étape 1 sur 6')).toBeVisible()
  await awa.page.getByRole('button', { name: 'Suite', exact: true }).click()
  await awa.page.getByRole('button', { name: 'Suite', exact: true }).click()
  await expect(cleo.page.getByText('Étape 3 sur 6')).toBeVisible()
  await looksAt(cleo, 'care-step', { night: true })
  await pictures(awa, 'care-step')
  await awa.page.getByRole('button', { name: 'C’est ça' }).click()
  await expect(cleo.page.getByText('Étape 4 sur 6')).toBeVisible()

  // Handing over: one question, on the screen of each person concerned and on no other.
  await ben.does({ type: 'enter-person', name: 'Paul Noir' })
  await gwen.page.getByRole('button', { name: 'Confier à l’écoute-médiation' }).click()
  await ticks(gwen.page.getByRole('checkbox', { name: 'Ben' }))
  await ticks(gwen.page.getByRole('checkbox', { name: 'Cléo' }))
  // Whoever has no device was asked aloud: no question goes to the device of their neighbour.
  await ticks(gwen.page.getByRole('group', { name: /^Sans appareil/ }).getByRole('checkbox', { name: 'Paul' }))
  await pictures(gwen, 'handover-aloud')
  await gwen.page.getByRole('button', { name: 'Demander les accords' }).click()
  await expect(ben.page.getByRole('heading', { name: 'Une question pour toi seul·e' })).toBeVisible()
  await expect(awa.page.getByText('Une question pour toi seul·e')).toBeHidden()
  await pictures(ben, 'consent-asked')
  await ben.page.getByRole('button', { name: 'Je suis d’accord' }).click()
  await cleo.page.getByRole('button', { name: 'Je ne souhaite pas' }).click()
  // One refusal: nothing is handed over, a talk aside is offered.
  await expect(gwen.page.getByText(/^Un refus suffit/)).toBeVisible()
  await expect(gwen.page.getByRole('button', { name: 'Confier maintenant' })).toBeHidden()
  await pictures(gwen, 'handover-refused')
  await gwen.page.getByRole('button', { name: 'Apaisé, avec un aparté' }).click()
  await expect(awa.page.getByText(/apaisé à/)).toBeVisible()
  await expect(awa.page.getByRole('button', { name: 'Clore le point' })).toBeVisible()
})

test('[§4.11] a tension about the mood-watch is handed over by who may say that it is settled, and the mood-watch is shown no answer', async ({
  hall,
}) => {
  const { awa, gwen, ben, cleo } = await table(hall)
  await gwen.does({ type: 'raise-signal', kind: 'tension', level: 2, aboutRole: 'moodWatcher' })
  await awa.page.getByRole('button', { name: 'Accueillir' }).first().click()
  await awa.page.getByRole('button', { name: /^reformulation croisée/i }).click()
  for (const device of [gwen, ben, cleo]) await goesTo(device, 'Ambiance')
  await ben.page.getByRole('button', { name: 'Confier à l’écoute-médiation' }).click()
  await ticks(ben.page.getByRole('checkbox', { name: 'Cléo' }))
  await ben.page.getByRole('button', { name: 'Demander les accords' }).click()
  // Not offered before the answer is there.
  await expect(ben.page.getByText(/^Réponse attendue/)).toBeVisible()
  await expect(ben.page.getByRole('button', { name: 'Confier maintenant' })).toHaveCount(0)
  await cleo.page.getByRole('button', { name: 'Je suis d’accord' }).click()
  await expect(ben.page.getByText('d’accord', { exact: true })).toBeVisible()
  for (const device of [gwen, awa]) {
    await expect(device.page.getByRole('button', { name: /^Confier (?:à l’écoute|maintenant)/ })).toBeHidden()
    await expect(device.page.getByText('d’accord', { exact: true })).toBeHidden()
  }
  await ben.page.getByRole('button', { name: 'Confier maintenant' }).click()
  await expect(ben.page.getByText('confié', { exact: true })).toBeVisible()
})

test('a ripple stands in view of who leads at a laptop, as nobody else is told of it', async ({ hall }) => {
  const { awa, gwen, ben } = await table(hall)
  await goesTo(gwen, 'Ambiance')
  // Text at twice its size on the smallest phone: the nine kinds and their words stay within it.
  await gwen.page.evaluate(() => (document.documentElement.style.fontSize = '200%'))
  await fitsTheWidth(gwen, 'mood at 200 %')
  await gwen.page.evaluate(() => (document.documentElement.style.fontSize = ''))
  await picks(gwen, 'fatigue')
  await gwen.page.getByRole('button', { name: /^Frémissement/ }).click()
  await expect(awa.page.getByText('fatigue, frémissement')).toBeInViewport({ ratio: 1 })
  await expect(ben.page.getByText('fatigue, frémissement')).toBeHidden()
  // Where the mood is looked at, it stands in the centre and not beside it a second time.
  await awa.page.keyboard.press('a')
  await expect(awa.page.getByRole('heading', { level: 1, name: 'Ambiance' })).toBeVisible()
  await expect(awa.page.getByText('fatigue, frémissement')).toHaveCount(1)
})

test('[§4.7] among three nobody is offered to whisper, and nobody who does not watch is said to', async ({ hall }) => {
  const meeting = await hall.meeting()
  const awa = await hall.laptop('Awa')
  const ben = await hall.phone('Ben')
  await isIn(awa, meeting.host, { name: 'Awa Ferrand' })
  await isIn(ben, meeting.join, { name: 'Ben Costa' })
  const hugo = await hall.person(meeting, 'Hugo Castaing')
  await awa.does({ type: 'open' })
  await awa.does({ type: 'claim-role', role: 'facilitator' })
  await expect(awa.page.getByRole('button', { name: 'Lever un signal' })).toBeVisible()
  const whisper = (device: Device) => device.page.getByRole('button', { name: 'Souffler au guet' })
  await expect(whisper(awa)).toHaveCount(0)
  await hugo.does({ type: 'raise-signal', kind: 'tension', level: 3 })
  await awa.page.getByRole('button', { name: 'Accueillir' }).click()
  await awa.page.getByRole('button', { name: /^reformulation croisée/ }).click()
  await expect(awa.page.getByText('Quelqu’un d’autre dira quand c’est apaisé')).toBeVisible()
  await expect(ben.page.getByRole('button', { name: 'C’est apaisé' })).toBeVisible()
  for (const device of [awa, ben]) await expect(whisper(device)).toHaveCount(0)
})

test('the minute of silence is the same on every screen; whispers close for everyone; two people call a frame point', async ({ hall }) => {
  const { meeting, awa, gwen, ben, cleo } = await table(hall)
  // Eight: two dots of the ring stand beside the word.
  for (const name of ['Lise Marot', 'Paul Neri']) await hall.person(meeting, name)
  await gwen.does({ type: 'raise-signal', kind: 'emotion', level: 2 })
  await awa.page.getByRole('button', { name: 'Accueillir' }).first().click()
  await awa.page.getByRole('button', { name: /^minute de silence/i }).click()
  for (const device of [awa, ben, gwen]) await expect(device.page.getByRole('dialog', { name: 'Pause' })).toBeVisible()
  await pictures(ben, 'silence')
  await pictures(awa, 'silence')
  // Somebody who opens the page later sees the same arc, not a minute of their own.
  const arcOf = (device: Device) => device.page.getByRole('dialog').locator('path.stroke-moss').getAttribute('d')
  await cleo.reopens()
  await cleo.goes((await ben.identity()).meetingId.replace(/^/, '/m/'))
  await expect(cleo.page.getByRole('dialog', { name: 'Pause' })).toBeVisible()
  await expect.poll(async () => (await arcOf(cleo)) === (await arcOf(ben))).toBe(true)
  await gwen.page.getByRole('button', { name: 'C’est apaisé' }).click()
  await expect(ben.page.getByRole('dialog', { name: 'Pause' })).toBeHidden()

  await goesTo(gwen, 'Ambiance')
  await gwen.page.getByRole('button', { name: 'Fermer les murmures' }).click()
  await gwen.page.getByRole('button', { name: 'Fermer pour tout le monde' }).click()
  await goesTo(ben, 'Ambiance')
  await expect(ben.page.getByText(/Le guet a fermé les murmures/)).toBeVisible()
  await ben.page.getByRole('button', { name: 'J’ai besoin d’aide' }).click()
  await expect(ben.page.getByText('Ici en ce moment : Hugo.')).toBeVisible()
  await pictures(ben, 'help')
  await ben.page.getByRole('button', { name: 'Fermer' }).last().click()

  await ben.page.getByRole('button', { name: 'Demander un point de cadre' }).click()
  await expect(ben.page.getByText(/Tu as demandé un point de cadre/)).toBeVisible()
  await looksAt(ben, 'ambiance-participant')
  await goesTo(cleo, 'Ambiance')
  await expect(cleo.page.getByRole('heading', { name: 'Quelqu’un demande un point de cadre' })).toBeVisible()
  await pictures(cleo, 'frame-called')
  // Nobody must look for it.
  await expect(awa.page.getByRole('status').filter({ hasText: 'Quelqu’un demande un point de cadre' })).toBeInViewport()
  await cleo.page.getByRole('button', { name: 'Moi aussi' }).click()
  for (const device of [awa, ben]) await expect(device.page.getByRole('dialog', { name: 'Pause' })).toBeVisible()
  await expect(awa.page.getByRole('button', { name: 'Accueillir' })).toBeHidden()
  expect(await wordAndDots(ben), 'dots of the ring that touch the word').toEqual([])
  await ben.page.getByRole('button', { name: 'Accueillir' }).click()
  // Two people called it for a round: it comes first, and it is nobody's proposal.
  const first = ben.page.getByRole('group', { name: 'Qu’est-ce qui aiderait maintenant' }).getByRole('button').first()
  await expect(first).toHaveText(/^tour de ressentis/)
  for (const device of [awa, ben, gwen]) await expect(device.page.getByRole('dialog')).not.toContainText('Le guet propose')
  await ben.page.getByRole('button', { name: /^rappel du cadre/i }).click()
  await expect(ben.page.getByText('J’écoute jusqu’au bout').first()).toBeVisible()
  await pictures(ben, 'frame-point')
})

test('the floor: asked with its kind, given to the next, stepped back from, ended by who speaks', async ({ hall }) => {
  const { awa, ben, cleo } = await table(hall)
  for (const [device, kind] of [
    [ben, 'Un nouveau point'],
    [cleo, 'Une question'],
  ] as const) {
    await device.page.getByRole('button', { name: 'Demander la parole' }).click()
    await device.page.getByRole('button', { name: new RegExp(`^${kind}`) }).click()
  }
  await expect(awa.page.getByRole('complementary', { name: 'Cercle' }).getByText('2 personnes attendent')).toBeVisible()
  await looksAt(awa, 'floor')
  await pictures(ben, 'floor')
  await ben.page.getByRole('button', { name: 'Je laisse passer' }).click()
  await expect(awa.page.getByText('1. Cléo')).toBeVisible()
  await awa.page.getByRole('button', { name: 'Donner la parole' }).first().click()
  await expect(cleo.page.getByText('C’est à toi de parler').first()).toBeVisible()
  await pictures(cleo, 'floor-mine')
  await cleo.page.getByRole('button', { name: 'J’ai terminé' }).first().click()
  await ben.page.getByRole('button', { name: 'Baisser la main' }).click()
  await expect(awa.page.getByText('Personne n’a demandé la parole.')).toBeVisible()
})

atNight('[§4.2] the watch goes without having read: its author alone is told, and sends it again with one tap', async ({ hall }) => {
  const { gwen, ben, cleo } = await table(hall)
  await goesTo(ben, 'Ambiance')
  await ben.page.getByRole('textbox', { name: 'Ce que tu voudrais dire' }).fill('On va trop vite pour moi.')
  await ben.page.getByRole('button', { name: 'Souffler' }).click()
  await expect(ben.page.getByText('Le guet l’a reçu.')).toBeVisible()
  await gwen.does({ type: 'hand-over-role', role: 'moodWatcher', personId: (await cleo.identity()).personId })
  await cleo.does({ type: 'accept-role', role: 'moodWatcher' })
  const told = ben.page.getByRole('status').filter({ hasText: 'Ton message n’a pas été lu' })
  await expect(told).toBeVisible({ timeout: 60_000 })
  await pictures(ben, 'whisper-unread')
  await expect(cleo.page.getByText('Ton message n’a pas été lu')).toBeHidden()
  await told.getByRole('button', { name: 'Renvoyer' }).click()
  await expect(told).toBeHidden()
})
