import { expect } from '@playwright/test'
import { picks } from '../choices.ts'
import { amends, keepsSummary, proposes, takesPosition } from '../decisions.ts'
import { button, doesNotSee, press, sees } from '../gestures.ts'
import { allSaved } from '../notes.ts'
import { byId } from '../../player/evening.ts'
import type { FixtureDecision } from '../../player/fixture.ts'
import { closes, opens, takesAction } from './items.ts'
import type { Circle } from './circle.ts'
import { speaksRound } from './round.ts'

export const decisionOf = (circle: Circle): FixtureDecision => {
  const { decision } = circle.fixture
  if (!decision) throw new Error('the fixture decides nothing')
  return decision
}

/** 18:50–18:59, item 4: Capucine’s text stands large everywhere; questions, then one turn of feelings that nobody answers. */
export const hearsTheProposal = async (circle: Circle): Promise<void> => {
  const { screens } = circle
  const awa = circle.screen('awa')
  const elise = circle.screen('elise')
  const decision = decisionOf(circle)
  const [first] = decision.versions
  await opens(circle, '4')
  await proposes(circle.screen('capucine'), {
    text: first?.text ?? '',
    responsible: circle.orgLabel(decision.responsible),
    reviewOn: decision.reviewOn,
    copies: (decision.cc ?? []).map((org) => circle.orgLabel(org)),
    criteria: decision.criteria ?? [],
    financial: decision.financial ?? '',
  })
  await sees(screens, first?.text ?? '')
  await circle.itIs('18:52')
  await press(awa, 'Passer aux clarifications')
  await sees(screens, /Est-ce clair/)
  await keepsSummary(elise, 'Clarifications', decision.clarifications ?? '')
  await circle.itIs('18:55')
  await press(awa, 'Passer aux ressentis')
  await press(awa, 'Lancer le tour de ressentis')
  await speaksRound(circle)
  await keepsSummary(elise, 'Ressentis', decision.feelings ?? '')
}

/** 18:59: the carrier alone changes the text; the difference is read on every screen. */
export const amendsOnce = async (circle: Circle): Promise<void> => {
  const version = decisionOf(circle).versions[1]
  await circle.itIs('18:59')
  await press(circle.screen('awa'), 'Passer à l’amendement')
  await amends(circle.screen('capucine'), 2, version?.text ?? '', version?.change)
  await sees(circle.screens, /cuisine comprise/)
}

/** The people who decide take position at once; nobody reads anything before all is shown [AC-13, AC-16, AC-17]. */
export const takesPositions = async (circle: Circle, number: 1 | 2): Promise<void> => {
  const { evening, screens } = circle
  const awa = circle.screen('awa')
  const decision = decisionOf(circle)
  const round = decision.rounds.find((one) => one.round === number)
  const decisionId = evening.decisionId || (evening.decisionId = await idOfDecision(circle))
  for (const [who, position] of Object.entries(round?.positions ?? {}))
    if (!circle.isOnScreen(who)) await circle.other(who).does({ type: 'give-position', decisionId, round: number, position, voice: null })
  const reasons = [...decision.objections, ...decision.concerns]
  for (const [who, position] of Object.entries(round?.positions ?? {})) {
    if (!circle.isOnScreen(who)) continue
    const screen = circle.screen(who)
    const reason = reasons.find(({ person }) => person === who)?.text ?? ''
    if (position === 'objection') await takesPosition(screen, 'j’ai une objection', reason)
    else if (position === 'concern') await takesTwoPositions(circle, reason)
    else await takesPosition(screen, 'pas d’objection')
    if (position !== 'no-objection') await allSaved(screen)
  }
  // Maïwenn observes: she follows everything and has nothing to choose.
  await expect(circle.screen('maiwenn').page.getByRole('radio')).toHaveCount(0)
  await sees(circle.screen('maiwenn'), 'Tu observes : tu suis tout, tu ne prends pas position.')
  await sees(screens, '13 sur 13 ont répondu.')
  if (number === 1)
    for (const { person, text } of reasons)
      await doesNotSee(
        screens.filter((screen) => screen.name !== circle.firstName(person)),
        text,
      )
  await press(awa, 'Dévoiler')
}

/** Léonard speaks for two structures: a reserve for the one, none for the other; one person, one position [§4.9]. */
const takesTwoPositions = async (circle: Circle, reason: string): Promise<void> => {
  const leonard = circle.screen('leonard')
  await picks(leonard, /^SCI Le Tilleul/)
  await takesPosition(leonard, 'pas d’objection, une réserve', reason)
  await picks(leonard, /^Coop du Tilleul/)
  await takesPosition(leonard, 'pas d’objection')
  await expect(leonard.page.getByRole('radio', { name: /^SCI Le Tilleul une réserve/ })).not.toBeChecked()
}

const idOfDecision = async (circle: Circle): Promise<string> => {
  const itemId = await circle.itemOf('4')
  const found = ((await circle.board())['decisions'] as { id: string; itemId: string }[]).find((one) => one.itemId === itemId)
  return found?.id ?? ''
}

/** 19:00: eleven without objection, one reserve, one objection, all read at the same moment; nothing can be adopted now [AC-14]. */
export const meetsAnObjection = async (circle: Circle): Promise<void> => {
  await circle.itIs('19:00')
  await press(circle.screen('awa'), 'Ouvrir les positions')
  await sees(circle.screens, 'As-tu une objection')
  await declaresInterest(circle)
  await takesPositions(circle, 1)
  await sees(circle.screens, 'Une objection à intégrer')
  const [objection] = decisionOf(circle).objections
  await sees(circle.screens, objection?.text ?? '')
  await expect(button(circle.screen('katell'), 'Relire à voix haute')).toHaveCount(0)
}

/** Asked once, beside one's position: Léonard manages the SCI, and says so to everyone [D6]. */
const declaresInterest = async (circle: Circle): Promise<void> => {
  const leonard = circle.screen('leonard')
  const [interest] = decisionOf(circle).interests ?? []
  await press(leonard, 'Une de tes structures y gagne ou y perd ?')
  await leonard.page.getByRole('textbox', { name: /^Ton intérêt/ }).fill(interest?.text ?? '')
  await press(leonard, 'Déclarer')
  await sees(leonard, /Tu as déclaré/)
}

/** 19:05–19:09: the objection is welcomed, the third version takes it in; Dario alone lifts it, Capucine says that the need is still met. */
export const integratesIt = async (circle: Circle): Promise<void> => {
  const awa = circle.screen('awa')
  const dario = circle.screen('dario')
  const capucine = circle.screen('capucine')
  const version = decisionOf(circle).versions[2]
  await press(awa, 'Passer à l’intégration')
  await press(awa, 'Accueillir l’objection')
  await amends(capucine, 3, version?.text ?? '')
  for (const screen of [awa, capucine]) await expect(button(screen, 'Je lève mon objection')).toHaveCount(0)
  await press(dario, 'Je lève mon objection')
  await press(capucine, 'Ça répond toujours au besoin')
  await sees(awa, /levée par Dario/)
}

/** 19:09: nothing of the first round is carried over; twelve without objection, one reserve that stays with the decision. */
export const findsConsent = async (circle: Circle): Promise<void> => {
  await circle.itIs('19:09')
  await press(circle.screen('awa'), 'Ouvrir un nouveau tour')
  await sees(circle.screens, /Version 3, second tour/)
  await expect(circle.screen('dario').page.getByRole('radio', { name: 'j’ai une objection', exact: true })).not.toBeChecked()
  await takesPositions(circle, 2)
  await sees(circle.screens, 'Personne ne fait objection')
  await sees(circle.screen('katell'), 'Léonard Puybaret, une réserve')
}

/** 19:10–19:12: two small enrichments kept; Katell reads the text word for word, and it no longer changes [AC-18]. */
export const adopts = async (circle: Circle): Promise<void> => {
  const { screens } = circle
  const katell = circle.screen('katell')
  const capucine = circle.screen('capucine')
  const decision = decisionOf(circle)
  await circle.itIs('19:10')
  await press(circle.screen('awa'), 'Passer aux bonifications')
  const [ofElise, ofFarid] = decision.improvements ?? []
  const elise = circle.screen('elise')
  await elise.page.getByRole('textbox', { name: 'Ta bonification' }).fill(ofElise?.text ?? '')
  await press(elise, 'Proposer')
  await sees(capucine, ofElise?.text ?? '')
  await circle.other('farid').does({ type: 'improve', decisionId: circle.evening.decisionId, text: ofFarid?.text })
  for (const improvement of decision.improvements ?? []) {
    const line = capucine.page.getByRole('listitem').filter({ hasText: improvement.text })
    await line.getByRole('button', { name: 'Garder' }).click()
    await expect(line.getByText('gardée')).toBeVisible()
  }
  await circle.itIs('19:11')
  await press(katell, 'Relire à voix haute')
  await sees(katell, decision.versions[2]?.text ?? '')
  await press(katell, 'Texte lu : adopter')
  await sees(screens, 'Décision adoptée')
  await sees(screens, decision.ref)
  await sees(screens, 'en attente d’enregistrement')
  for (const screen of screens) await expect(screen.page.getByRole('textbox', { name: 'Texte de la proposition' })).toHaveCount(0)
  const adopted = byId(await circle.board(), 'decisions', circle.evening.decisionId) as { versions: { text: string }[] }
  expect(adopted.versions.at(-1)?.text).toBe(decision.versions[2]?.text)
}

/** 19:12: who does what for which structure, each accepting on their own screen; then the item closes. */
export const closesTheDecision = async (circle: Circle): Promise<void> => {
  await circle.itIs('19:12')
  for (const ref of ['A-035', 'A-036', 'A-037']) await takesAction(circle, ref)
  await closes(circle, '4', '')
}
