import { picks } from './choices.ts'
import { beginsEvening, opensItem } from './evening.ts'
import { press, sees } from './gestures.ts'
import { expect, test } from './hall.ts'
import { isIn } from './people.ts'

/** What a phone that has scrolled away is told of a decision's next step. */
test('a decision’s next step is read from its top, and its carrier is told that the next version is theirs to write', async ({ hall }) => {
  const evening = await beginsEvening(hall, { organisations: [{ id: 'org:sci', label: 'SCI Le Tilleul', kind: 'structure' }] })
  const { awa, meeting } = evening
  const lea = await hall.phone('Léa')
  await isIn(lea, meeting.join, { name: 'Léa Puybaret' })
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

test('[D6] an interest is declared by keyboard: the field is where the question was, nothing said is said to be missing, and everyone reads it', async ({
  hall,
}) => {
  const evening = await beginsEvening(hall, { organisations: [{ id: 'org:sci', label: 'SCI Le Tilleul', kind: 'structure' }] })
  const lea = await hall.phone('Léa')
  const ben = await hall.phone('Ben')
  await isIn(lea, evening.meeting.join, { name: 'Léa Puybaret', voice: 'SCI Le Tilleul' })
  await isIn(ben, evening.meeting.join, { name: 'Ben Costa' })
  const itemId = await opensItem(evening, { kind: 'decision', title: 'Le bois', expectation: 'Consentir' })
  await evening.awa.does({
    type: 'propose',
    itemId,
    text: 'Dix stères.',
    responsible: 'org:sci',
    reviewOn: '2027-06-30',
    process: 'consent',
  })
  const open = lea.page.getByRole('button', { name: /^Une de tes structures/ })
  await open.press('Enter')
  const field = lea.page.getByRole('textbox', { name: 'Ton intérêt dans cette décision' })
  await expect(field).toBeFocused()
  await press(lea, 'Déclarer')
  await sees(lea, 'Écris en quelques mots ce qu’elle y gagne ou y perd.')
  await press(lea, 'Fermer')
  await expect(open).toBeFocused()
  await open.press('Enter')
  await field.fill('La SCI vend le bois.')
  await press(lea, 'Déclarer')
  await sees(lea, 'Tu as déclaré : La SCI vend le bois.')
  await sees(ben, /La SCI vend le bois/)
})

test('a reason that was just typed is kept when the page is loaded anew before the hand has rested', async ({ hall }) => {
  const evening = await beginsEvening(hall, { organisations: [{ id: 'org:sci', label: 'SCI Le Tilleul', kind: 'structure' }] })
  const { awa } = evening
  const lea = await hall.phone('Léa')
  await isIn(lea, evening.meeting.join, { name: 'Léa Puybaret' })
  const itemId = await opensItem(evening, { kind: 'decision', title: 'Le bois', expectation: 'Consentir' })
  const { id: decisionId } = await awa.does({
    type: 'propose',
    itemId,
    text: 'Dix stères.',
    responsible: 'org:sci',
    reviewOn: '2027-06-30',
    process: 'consent-express',
  })
  await awa.does({ type: 'next-step', decisionId, from: 'proposal' })
  await picks(lea, 'j’ai une objection')
  const reason = lea.page.getByRole('textbox', { name: 'Ta raison' })
  await reason.fill('Le bruit, le dimanche.')
  await lea.page.reload()
  await expect(reason).toHaveValue('Le bruit, le dimanche.')
})
