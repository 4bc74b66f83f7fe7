import { beginsEvening, opensItem } from './evening.ts'
import { expect, test } from './hall.ts'
import { enters } from './people.ts'

/** What a phone that has scrolled away is told of a decision's next step. */
test('a decision’s next step is read from its top, and its carrier is told that the next version is theirs to write', async ({ hall }) => {
  const evening = await beginsEvening(hall, { organisations: [{ id: 'org:sci', label: 'SCI Le Tilleul', kind: 'structure' }] })
  const { awa, meeting } = evening
  const lea = await hall.phone('Léa')
  await enters(lea, meeting.join, { name: 'Léa Puybaret' })
  const { page } = lea
  const { people } = (await awa.board()) as { people: { id: string; name: string }[] }
  const leaId = people.find(({ name }) => name === 'Léa Puybaret')?.id ?? ''
  const itemId = await opensItem(evening, { kind: 'decision', title: 'La charte', expectation: 'Consentir', carriers: [leaId] })
  await expect(page.getByRole('heading', { name: 'La charte' })).toBeVisible()
  const { id: decisionId } = await lea.does({
    type: 'propose',
    itemId,
    text: 'La salle se réserve sur un calendrier partagé, tenu par la commission. '.repeat(6),
    responsible: 'org:sci',
    reviewOn: '2027-06-30',
    process: 'consent',
  })
  const goesOn = (from: string) => awa.does({ type: 'next-step', decisionId, from })
  await expect(page.getByText(/étape 1 sur 8/)).toBeVisible()
  await goesOn('proposal')
  await goesOn('clarification')
  await awa.does({ type: 'set-summary', decisionId, step: 'feelings', text: 'De l’élan.' })
  await goesOn('feelings')
  await page.getByRole('button', { name: 'Aller au texte' }).click()
  const text = page.getByRole('textbox', { name: 'Texte de la proposition' })
  await expect(text).toBeFocused()
  await expect(text).toBeInViewport()

  // While she writes the page stays where it is; having left the field, she is shown what is asked now.
  await text.blur()
  await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight))
  await goesOn('amendment')
  await expect(page.getByRole('heading', { name: 'As-tu une objection ?' })).toBeInViewport({ ratio: 1 })
})
