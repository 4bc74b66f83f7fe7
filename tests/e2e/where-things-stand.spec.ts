import { BigMeeting } from './big-meeting.ts'
import { beginsEvening, opensItem } from './evening.ts'
import { button, press, sheet } from './gestures.ts'
import { expect, test } from './hall.ts'
import { looksAt } from './looked-at.ts'
import { opensByForm } from './opening.ts'
import { isIn } from './people.ts'
import { atNight } from './night.ts'

/** One obvious next thing, where it is looked for. */

test('[B18] one agrees with the frame where it was read: until then a phone leads to it', async ({ hall }) => {
  const { meeting } = await beginsEvening(hall, { frame: ['J’écoute jusqu’au bout', 'Je parle en « je »', 'Je peux passer'] })
  const ben = await hall.phone('Ben')
  await isIn(ben, meeting.join, { name: 'Ben Costa' })
  const agree = button(ben, 'D’accord avec le cadre')
  await expect(button(ben, 'Lire le cadre')).toBeInViewport()
  await expect(agree).not.toBeInViewport()
  await press(ben, 'Lire le cadre')
  await expect(ben.page.getByText('Je peux passer')).toBeInViewport()
  await agree.scrollIntoViewIfNeeded()
  await expect(button(ben, 'Lire le cadre')).toHaveCount(0)
  await agree.click()
  await expect(agree).toHaveCount(0)
})

test('once a meeting is opened its form is read, and cannot be taken for one to fill', async ({ hall }) => {
  const awa = await opensByForm(await hall.laptop('Awa'))
  const { page } = awa
  await expect(page.getByRole('main').getByRole('combobox').and(page.locator(':enabled')).filter({ visible: true })).toHaveCount(0)
  await page.getByText('Plus de réglages').click()
  await expect(page.getByRole('checkbox').first()).toBeDisabled()
  await page.getByRole('button', { name: 'En ouvrir une autre' }).click()
  await expect(page.getByRole('combobox').first()).toBeEnabled()
})

test('on a laptop the title of what goes on stands at one edge, whatever the step, and a place one looks at under its way back', async ({
  hall,
}) => {
  const evening = await beginsEvening(hall)
  const { awa } = evening
  const ada = await hall.laptop('Ada')
  const { page } = ada
  await isIn(ada, evening.meeting.join, { name: 'Ada Roux' })
  const edge = async (title: string | RegExp): Promise<number | undefined> => {
    const heading = page.getByRole('heading', { level: 1, name: title })
    await expect(heading).toBeVisible()
    return (await heading.boundingBox())?.x
  }
  const edges = [await edge(/^Réunion de la halle/)]
  await awa.does({ type: 'set-phase', from: 'welcome', to: 'follow-up' })
  edges.push(await edge('Suivi'))
  await page.keyboard.press('o')
  edges.push(await edge('Ordre du jour'))
  edges.push((await page.getByRole('link', { name: 'Revenir à ce qui se passe' }).boundingBox())?.x)
  await page.keyboard.press('m')
  const itemId = await opensItem(evening)
  edges.push(await edge('Le chauffage de la halle'))
  await awa.does({ type: 'postpone-item', itemId })
  await awa.does({ type: 'set-phase', from: 'agenda', to: 'wrap-up' })
  edges.push(await edge('On se quitte'))
  expect([...new Set(edges)], 'left edges, in pixels').toHaveLength(1)
})

test('« Proposer un point » opens its form from the column of the agenda, without leaving what goes on', async ({ hall }) => {
  const { meeting } = await beginsEvening(hall)
  const ben = await hall.laptop('Ben')
  await isIn(ben, meeting.join, { name: 'Ben Costa' })
  const { pathname } = new URL(ben.page.url())
  await ben.page.getByRole('complementary', { name: 'Ordre du jour' }).getByRole('button', { name: 'Proposer un point' }).click()
  await expect(sheet(ben).getByRole('textbox', { name: 'Titre' })).toBeVisible()
  expect(new URL(ben.page.url()).pathname).toBe(pathname)
})

test('[§4] whoever leads the item they carry reads one thing: that it is theirs, and who could lead it', async ({ hall }) => {
  const evening = await beginsEvening(hall)
  const ben = await hall.laptop('Ben')
  await isIn(ben, evening.meeting.join, { name: 'Ben Costa' })
  await evening.awa.does({ type: 'hand-over-role', role: 'facilitator', personId: (await ben.identity()).personId })
  await ben.does({ type: 'accept-role', role: 'facilitator' })
  const { id: itemId } = await ben.does({ type: 'propose-item', kind: 'information', title: 'Le toit', expectation: 'Écouter' })
  await ben.does({ type: 'list-item', itemId })
  await ben.does({ type: 'set-phase', from: 'welcome', to: 'agenda' })
  await ben.does({ type: 'open-item', itemId })
  const own = ben.page
    .getByRole('main')
    .locator('section')
    .filter({ has: ben.page.getByRole('heading', { name: 'C’est ton point' }) })
  await expect(own.getByRole('button', { name: /^Confier la facilitation à / })).toBeVisible()
  await expect(ben.page.getByRole('heading', { name: 'Tu portes ce point' })).toHaveCount(0)
  expect((await own.boundingBox())?.height ?? Infinity).toBeLessThan(160)
})

test('the column of the agenda shows the item of the moment, also the last of many; in a decision too the ways aside stand before the filled button', async ({
  hall,
}) => {
  const big = await BigMeeting.begins(hall)
  const { awa } = big
  await big.proposesAll()
  await big.phase('agenda')
  await big.opens('Acheter le bois ensemble')
  const now = awa.page.getByRole('complementary', { name: 'Ordre du jour' }).locator('[aria-current=step]')
  await expect(now).toContainText('Acheter le bois ensemble')
  await expect(now).toBeInViewport({ ratio: 1 })
  await big.proposes()
  const left = async (name: string): Promise<number> => {
    await expect(button(awa, name)).toBeVisible()
    return (await button(awa, name).boundingBox())?.x ?? 0
  }
  expect(await left('Autrement')).toBeLessThan(await left('Passer aux clarifications'))
})

atNight('[§2.4.7] a decision that is transmitted is headed so, and keeps the link that is shown there alone', async ({ hall }) => {
  const big = await BigMeeting.begins(hall)
  const { awa } = big
  await big.hasDecided()
  await big.closes()
  await awa.goes(`${new URL(awa.page.url()).pathname}/compte-rendu`)
  await expect(awa.page.getByRole('heading', { name: 'Décisions à transmettre' })).toBeAttached()
  await press(awa, 'Transmettre')
  await expect(awa.page.getByRole('heading', { name: 'Décisions transmises' })).toBeAttached()
  await expect(awa.page.getByRole('textbox', { name: 'Lien pour SCI Le Tilleul' })).toHaveValue(/http/)
})

test('[F11] [C6] [C7] a point « Suivi » shows what came from before as the step does: where decisions stand, who was asked, who helps', async ({
  hall,
}) => {
  const evening = await beginsEvening(hall, {
    previous: {
      transmissions: [{ ref: 'ECO-2026-013', title: 'Le bois', to: 'org:sci', state: 'sent', date: '2026-12-04' }],
      actions: [
        { ref: 'A-040', title: 'Payer le bois', proposedTo: ['Ben Costa', 'Zoé Martin'], state: 'proposed' },
        { ref: 'A-041', title: 'Monter le poêle', who: ['Ben Costa'], helpers: ['Hugo Petit'], state: 'accepted' },
      ],
    },
  })
  const ben = await hall.phone('Ben')
  await isIn(ben, evening.meeting.join, { name: 'Ben Costa' })
  await opensItem(evening, { kind: 'follow-up', title: 'Où en est-on ?' })
  const { page } = ben
  await expect(page.getByRole('heading', { level: 1, name: 'Où en est-on ?' })).toBeVisible()
  await expect(page.getByRole('list', { name: 'Décisions transmises' })).toContainText('Le bois')
  const asked = page.getByRole('listitem').filter({ hasText: 'Payer le bois' })
  await expect(asked).toContainText('proposée à Ben Costa, Zoé Martin')
  await expect(asked.getByRole('button', { name: 'Non merci' })).toBeVisible()
  await expect(page.getByRole('listitem').filter({ hasText: 'Monter le poêle' })).toContainText(
    'portée par Ben Costa · avec l’aide de Hugo Petit',
  )
  await looksAt(ben, 'follow-up-item')
  await asked.getByRole('button', { name: 'J’accepte' }).click()
  await expect(asked).toContainText('portée par Ben Costa · proposée à Zoé Martin')
  await expect(asked.getByRole('radio')).toHaveCount(4)
})
