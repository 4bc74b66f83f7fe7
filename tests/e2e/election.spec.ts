import { picks } from './choices.ts'
import { expect, test } from './hall.ts'
import { looksAt } from './looked-at.ts'
import { isIn, goesTo } from './people.ts'

test('an election without candidates, from the role card to the celebration, and no tally anywhere', async ({ hall }) => {
  const meeting = await hall.meeting()
  const awa = await hall.laptop('Awa')
  const ben = await hall.phone('Ben')
  await isIn(awa, meeting.host, { name: 'Awa Ferrand' })
  await isIn(ben, meeting.join, { name: 'Ben Costa' })
  const cleo = await hall.person(meeting, 'Cléo Marin')
  const dan = await hall.person(meeting, 'Dan Oury')
  await awa.does({ type: 'open' })
  await awa.does({ type: 'claim-role', role: 'facilitator' })
  const { id: itemId } = await ben.does({
    type: 'propose-item',
    kind: 'election',
    title: 'Qui tient les clés ?',
    expectation: 'Choisir une personne',
  })
  await awa.does({ type: 'list-item', itemId })
  await awa.does({ type: 'set-phase', from: 'welcome', to: 'agenda' })
  await awa.page.getByRole('button', { name: 'Ouvrir le point' }).click()

  // Ben carries: he writes the card and puts it forward.
  const phone = ben.page
  await phone.getByRole('textbox', { name: 'Nom du rôle' }).fill('Référent·e des clés')
  await phone.getByRole('textbox', { name: 'Mission' }).fill('Ouvrir la salle le matin et la fermer le soir.')
  await phone.getByRole('textbox', { name: 'Limites' }).fill('Ne décide pas seul·e des travaux.')
  await phone.getByRole('combobox', { name: 'Structure responsable' }).selectOption({ label: 'SCI Le Tilleul' })
  await looksAt(ben, 'election-card-form')
  await phone.getByRole('button', { name: 'Poser la fiche' }).click()
  await expect(awa.page.getByText('Référent·e des clés')).toBeVisible()

  // Ballots: one name each; nobody but its author sees one.
  await awa.page.getByRole('button', { name: 'Ouvrir les bulletins' }).click()
  await expect(phone.getByRole('heading', { name: 'Qui verrais-tu dans ce rôle ?' })).toBeVisible()
  await picks(ben, 'Cléo Marin')
  await picks(awa, /Ben Costa/)
  await looksAt(ben, 'election-ballot', { night: true })
  const board = (await awa.reads('')) as { decisions: { id: string; rounds: unknown[] }[] }
  const decisionId = board.decisions[0]?.id ?? ''
  await cleo.does({ type: 'cast-ballot', decisionId, personId: dan.id })
  await expect(awa.page.getByText('Il manque le bulletin de Dan.')).toBeVisible()
  await dan.does({ type: 'cast-ballot', decisionId, personId: dan.id })
  await awa.page.getByRole('button', { name: 'Passer aux raisons' }).click()

  // Each says why, in turn; one's own name stands on one's own screen.
  await expect(phone.getByText('Tu as écrit : Cléo Marin.')).toBeVisible()
  await awa.page.getByRole('button', { name: 'Lancer le tour des raisons' }).click()
  const runningRound = async () => ((await awa.reads('')) as { now: { roundId: string | null } }).now.roundId
  await expect.poll(runningRound).not.toBeNull()
  await awa.does({ type: 'end-round', roundId: await runningRound() })
  await awa.page.getByRole('button', { name: 'Passer aux reports' }).click()
  await picks(ben, /Dan Oury/)

  // Facilitation proposes; the proposed person answers last.
  await awa.page.getByRole('combobox', { name: /Qui proposer/ }).selectOption({ label: 'Ben Costa' })
  await awa.page.getByRole('button', { name: 'Proposer cette personne' }).click()
  await awa.page.getByRole('button', { name: 'Ouvrir les positions' }).click()
  await expect(phone.getByText('Tu es la personne proposée : tu réponds en dernier.')).toBeVisible()
  await expect(awa.page.getByRole('heading', { name: 'As-tu une objection à ce que Ben tienne ce rôle ?' })).toBeVisible()
  await picks(awa, 'pas d’objection')
  for (const person of [cleo, dan]) await person.does({ type: 'give-position', decisionId, round: 1, position: 'no-objection' })
  await picks(ben, 'pas d’objection')
  await awa.page.getByRole('button', { name: 'Dévoiler' }).click()
  await awa.page.getByRole('button', { name: 'Demander l’accord de la personne' }).click()

  // Ben accepts on his own screen; the card is read, and that is all the minutes tell.
  await expect(phone.getByRole('heading', { name: 'On te propose ce rôle' })).toBeVisible()
  await looksAt(ben, 'election-asked')
  await phone.getByRole('button', { name: 'J’accepte ce rôle' }).click()
  await awa.page.getByRole('button', { name: 'Relire la fiche à voix haute' }).click()
  await awa.page.getByRole('button', { name: 'Fiche lue : célébrer' }).click()
  await expect(phone.getByRole('heading', { name: 'Ben tient ce rôle' })).toBeVisible()
  await looksAt(awa, 'election-done')
  await awa.page.getByRole('button', { name: 'Clore le point' }).click()
  await awa.page.getByRole('dialog').getByRole('button', { name: 'Clore le point' }).click()
  await expect(awa.page.getByRole('dialog')).toBeHidden()
  await goesTo(ben, 'Ordre du jour')
  await expect(phone.getByText('traité').first()).toBeVisible()
})
