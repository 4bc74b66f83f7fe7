import { expect, test } from './hall.ts'
import { enters } from './people.ts'

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
  await enters(awa, meeting.host, { name: 'Awa Ferrand' })
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
  await sheet.getByRole('textbox', { name: 'À écrire ici' }).fill('Hugo continue.')
  await sheet.getByRole('button', { name: 'Enregistrer' }).click()
  await expect(sheet.getByText(/^Il manque une note/)).toBeHidden()
  await sheet.getByRole('button', { name: 'Clore le point' }).click()
  await expect(sheet).toBeHidden()
})
