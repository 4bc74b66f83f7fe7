import { expect, test } from './hall.ts'
import { isIn } from './people.ts'
import { atNight } from './night.ts'

test('the agenda in order by hand; an absent carrier replaced by name; the subject’s past shown; what is missing written while closing', async ({
  hall,
}) => {
  const threadId = 'earlier:keys'
  const meeting = await hall.meeting({
    previous: {
      threads: [{ threadId, title: 'Les clés', on: '2026-10-02', outcome: 'Hugo essaie un mois.', learnings: ['Un double se perd vite.'] }],
    },
  })
  const awa = await hall.laptop('Awa')
  await isIn(awa, meeting.host, { name: 'Awa Ferrand' })
  const cleo = await hall.person(meeting, 'Cléo Marin')
  await hall.person(meeting, 'Dan Oury')
  await awa.does({ type: 'open' })
  await awa.does({ type: 'claim-role', role: 'facilitator' })
  for (const [by, title] of [
    [awa, 'Le compost'],
    [cleo, 'Les clés encore'],
  ] as const) {
    const { id: itemId } = await by.does({
      type: 'propose-item',
      kind: 'information',
      title,
      expectation: 'Écouter',
      plannedMinutes: 10,
      threadId,
    })
    await awa.does({ type: 'list-item', itemId })
  }
  await awa.does({ type: 'set-phase', from: 'welcome', to: 'agenda' })
  await cleo.does({ type: 'leave' })

  const { page } = awa
  await page.getByRole('button', { name: 'Ranger' }).click()
  const handles = page.getByTitle('Déplacer')
  const [first, second] = [await handles.nth(0).boundingBox(), await handles.nth(1).boundingBox()]
  if (!first || !second) throw new Error('no handles')
  await page.mouse.move(first.x + 20, first.y + 20)
  await page.mouse.down()
  await page.mouse.move(first.x + 20, second.y + 60, { steps: 4 })
  await page.mouse.up()
  const rows = page.getByRole('main').getByRole('list', { name: 'Ordre du jour' }).getByRole('listitem')
  await expect(rows.first()).toContainText('Les clés encore')
  await page.getByRole('button', { name: 'C’est rangé' }).click()

  await rows.first().getByRole('link').click()
  await expect(page.getByRole('heading', { name: 'Cléo n’est pas là' })).toBeVisible()
  await page.getByRole('combobox', { name: 'Qui porte ce point à sa place ?' }).selectOption({ label: 'Dan Oury' })
  await page.getByRole('button', { name: 'Porter à sa place' }).click()
  await expect(page.getByText('Dan remplace.')).toBeVisible()
  await expect(page.getByText('Hugo essaie un mois.')).toBeVisible()
  await expect(page.getByText('Un double se perd vite.')).toBeVisible()
  await page.getByRole('link', { name: 'Revenir à ce qui se passe' }).click()
  await page.getByRole('button', { name: 'Ouvrir le point' }).click()
  await page.getByRole('button', { name: 'Clore le point' }).click()

  const sheet = page.getByRole('dialog')
  await expect(sheet.getByText(/^Il manque une note/)).toBeVisible()
  await expect(
    sheet.getByRole('textbox', { name: 'Qu’est-ce qui fait encore débat ?' }),
    'asked of a decision or a concertation',
  ).toBeHidden()
  const owed = sheet.getByRole('textbox', { name: 'À écrire ici' })
  await sheet.getByRole('button', { name: 'Clore le point' }).click()
  const refused = sheet.getByText('Ce point n’a pas encore donné ce qu’il promet. Complète-le, ou reporte-le.')
  await expect(refused).toBeVisible()
  await owed.fill('Hugo continue.')
  await sheet.getByRole('button', { name: 'Enregistrer' }).click()
  await expect(sheet.getByText(/^Il manque une note/)).toBeHidden()
  await expect(refused, 'said of what it had not given').toBeHidden()
  await sheet.getByRole('button', { name: 'Clore le point' }).click()
  await expect(sheet).toBeHidden()
})

test('what is written where something is missing survives the sheet, and closing at once closes with it', async ({ hall }) => {
  const meeting = await hall.meeting()
  const awa = await hall.laptop('Awa')
  await isIn(awa, meeting.host, { name: 'Awa Ferrand' })
  await hall.person(meeting, 'Dan Oury')
  await awa.does({ type: 'open' })
  await awa.does({ type: 'claim-role', role: 'facilitator' })
  await awa.does({ type: 'set-phase', from: 'welcome', to: 'agenda' })
  const { page } = awa
  const sheet = page.getByRole('dialog')
  const owed = sheet.getByRole('textbox', { name: 'À écrire ici' })
  for (const [kind, title, line] of [
    ['contribution', 'Le moulin', 'Il revit si l’on y moud.'],
    ['rex', 'La crue', 'Vider la cave avant mars.'],
  ] as const) {
    const { id: itemId } = await awa.does({ type: 'propose-item', kind, title, expectation: 'En parler', plannedMinutes: 10 })
    await awa.does({ type: 'list-item', itemId })
    await awa.does({ type: 'open-item', itemId })
    await expect(page.getByRole('heading', { name: title })).toBeVisible()
    await page.getByRole('button', { name: 'Clore le point' }).click()
    await owed.fill(line)
    await sheet.getByRole('button', { name: 'Fermer' }).click()
    await page.getByRole('button', { name: 'Clore le point' }).click()
    await expect(owed).toHaveValue(line)
    await sheet.getByRole('button', { name: 'Clore le point' }).click()
    await expect(sheet).toBeHidden()
    await page.goto(`${awa.origin}/m/${meeting.meetingId}/point/${itemId}`)
    await expect(page.getByText(line)).toBeVisible()
    await page.goto(`${awa.origin}/m/${meeting.meetingId}`)
  }
})

test('[B15] closing a concertation or a decision asks what is still debated: seen, free to stay empty, kept as a disagreement of that item', async ({
  hall,
}) => {
  const meeting = await hall.meeting()
  const awa = await hall.laptop('Awa')
  await isIn(awa, meeting.host, { name: 'Awa Ferrand' })
  await hall.person(meeting, 'Dan Oury')
  await awa.does({ type: 'open' })
  await awa.does({ type: 'claim-role', role: 'facilitator' })
  await awa.does({ type: 'set-phase', from: 'welcome', to: 'agenda' })
  const opens = async (kind: string, title: string, more = {}): Promise<string> => {
    const { id: itemId } = await awa.does({ type: 'propose-item', kind, title, expectation: 'En parler', plannedMinutes: 10, ...more })
    await awa.does({ type: 'list-item', itemId })
    await awa.does({ type: 'open-item', itemId })
    return itemId
  }
  const { page } = awa
  const sheet = page.getByRole('dialog')
  const debated = sheet.getByRole('textbox', { name: 'Qu’est-ce qui fait encore débat ?' })
  const closes = async (): Promise<void> => {
    await sheet.getByRole('button', { name: 'Clore le point' }).click()
    await expect(sheet).toBeHidden()
  }

  const concertation = await opens('concertation', 'La halle partagée', { structures: ['org:sci', 'org:coop'] })
  await page.getByRole('button', { name: 'Clore le point' }).click()
  await debated.fill('Qui paie le chauffage.')
  await sheet.getByRole('textbox', { name: 'Quelle est la suite ?' }).fill('On compare deux devis.')
  await closes()
  await page.goto(`${awa.origin}/m/${meeting.meetingId}/point/${concertation}`)
  const disagreement = page.getByRole('list', { name: 'Désaccords ouverts' })
  await expect(disagreement.getByRole('paragraph').filter({ hasText: 'Qui paie' })).toHaveText(
    /^Ce qui fait débat\s: Qui paie le chauffage\.$/,
  )
  await expect(disagreement.getByText('La halle partagée')).toBeVisible()

  const itemId = await opens('decision', 'Le fourgon')
  const { id: decisionId } = await awa.does({ type: 'propose', itemId, text: 'Un seul.', responsible: 'org:sci', reviewOn: '2099-06-01' })
  await awa.does({ type: 'withdraw-proposal', decisionId })
  await page.goto(`${awa.origin}/m/${meeting.meetingId}`)
  await page.getByRole('button', { name: 'Clore le point' }).click()
  await expect(debated).toHaveValue('')
  await closes()
  await page.goto(`${awa.origin}/m/${meeting.meetingId}/point/${itemId}`)
  await expect(page.getByRole('button', { name: 'Ajouter un désaccord' })).toBeVisible()
  await expect(disagreement.getByRole('listitem')).toHaveCount(0)
})

test('[§2.4.3] an item is set aside for a moment, and taken up again', async ({ hall }) => {
  const meeting = await hall.meeting()
  const awa = await hall.laptop('Awa')
  await isIn(awa, meeting.host, { name: 'Awa Ferrand' })
  await hall.person(meeting, 'Dan Oury')
  await awa.does({ type: 'open' })
  await awa.does({ type: 'claim-role', role: 'facilitator' })
  await awa.does({ type: 'set-phase', from: 'welcome', to: 'agenda' })
  const { id: itemId } = await awa.does({
    type: 'propose-item',
    kind: 'information',
    title: 'Le compost',
    expectation: 'Écouter',
    plannedMinutes: 10,
  })
  await awa.does({ type: 'list-item', itemId })
  await awa.does({ type: 'open-item', itemId })
  const { page } = awa
  await page.getByRole('button', { name: 'Autres gestes' }).click()
  await page.getByRole('menuitem', { name: 'Mettre en pause' }).click()
  await page.getByRole('button', { name: 'Reprendre le point' }).click()
  await expect(page.getByRole('button', { name: 'Clore le point' })).toBeVisible()
})

atNight('[§2.4.1] with nobody to facilitate, two people interrupt the meeting, and the minutes say why', async ({ hall }) => {
  const meeting = await hall.meeting()
  const [awa, ben] = [await hall.laptop('Awa'), await hall.phone('Ben')]
  await isIn(awa, meeting.host, { name: 'Awa Ferrand' })
  await isIn(ben, meeting.join, { name: 'Ben Sarr' })
  await awa.does({ type: 'open' })
  const interrupts = async ({ page }: typeof awa, reason: string): Promise<void> => {
    const sheet = page.getByRole('dialog')
    await page.getByRole('button', { name: 'Autrement' }).click()
    await page.getByRole('menuitem', { name: 'Interrompre la réunion' }).click()
    await sheet.getByRole('button', { name: 'Interrompre' }).click()
    await expect(sheet.getByText('Dis pourquoi en quelques mots.')).toBeVisible()
    await sheet.getByRole('textbox', { name: 'Ce qui oblige à s’arrêter' }).fill(reason)
    await expect(sheet.getByText(ben.page === page ? 'Awa l’a déjà demandé' : 'une deuxième personne devra confirmer')).toBeVisible()
    await sheet.getByRole('button', { name: 'Interrompre' }).click()
    await expect(sheet).toBeHidden()
  }
  await interrupts(awa, 'La salle ferme.')
  await expect(awa.page.getByRole('button', { name: 'Autrement' }), 'one person alone ends nothing').toBeVisible()
  await interrupts(ben, 'La salle ferme plus tôt que prévu.')
  await awa.page.goto(`${awa.origin}/m/${meeting.meetingId}/compte-rendu`)
  await expect(awa.page.getByRole('main').getByText('La salle ferme plus tôt que prévu.')).toBeVisible()
})

test('points that are proposed and not yet listed are counted where one arrives: an agenda that waits for them is not said to be built from nothing', async ({
  hall,
}) => {
  const meeting = await hall.meeting()
  const awa = await hall.phone('Awa')
  await isIn(awa, meeting.host, { name: 'Awa Ferrand' })
  const dan = await hall.person(meeting, 'Dan Oury')
  const { page } = awa
  await expect(page.getByText(/L’ordre du jour est à construire/)).toBeVisible()
  await dan.does({ type: 'propose-item', kind: 'information', title: 'Le four', expectation: 'En parler', plannedMinutes: 10 })
  await expect(page.getByText('0 point inscrit, 1 proposé')).toBeVisible()
  await expect(page.getByText(/L’ordre du jour est à construire/)).toBeHidden()
})
