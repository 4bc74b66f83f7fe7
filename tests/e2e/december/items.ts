import { expect } from '@playwright/test'
import { byId } from '../../player/evening.ts'
import { asksForAction, acceptsAction, givesAdvice, reacts } from '../items.ts'
import { button, press, sees, sheet } from '../gestures.ts'
import { goesTo } from '../people.ts'
import type { Circle } from './circle.ts'

/** Facilitation opens an item: everyone sees what it asks of them. */
export const opens = async (circle: Circle, number: string): Promise<void> => {
  const { title, expectation } = circle.evening.fixtureItem(number)
  const awa = circle.screen('awa')
  await sees(awa, title)
  await press(awa, 'Ouvrir le point')
  await circle.itemOf(number)
  await Promise.all(
    circle.screens.map(({ page, name }) => expect(page.getByRole('heading', { level: 1, name: title }), name).toBeVisible()),
  )
  await sees(circle.screen('dario'), expectation)
}

/** Facilitation closes an item with its next step, at the minute the fixture says, having held what it says [AC-15]. */
export const closes = async (circle: Circle, number: string, next = circle.evening.fixtureItem(number).next ?? ''): Promise<void> => {
  const awa = circle.screen('awa')
  await press(awa, 'Clore le point')
  await sheet(awa).getByRole('textbox', { name: 'Quelle est la suite ?' }).fill(next)
  await sheet(awa).getByRole('button', { name: 'Clore le point' }).click()
  await expect(sheet(awa)).toBeHidden()
  const held = byId(await circle.board(), 'agenda', await circle.itemOf(number))['heldMinutes']
  expect(held, `minutes held on item ${number}`).toBe(circle.evening.fixtureItem(number).held)
}

/** Tries to close, reads why not, and goes back. */
export const cannotClose = async (circle: Circle, why: string | RegExp): Promise<void> => {
  const awa = circle.screen('awa')
  await press(awa, 'Clore le point')
  await sheet(awa).getByRole('button', { name: 'Clore le point' }).click()
  await expect(sheet(awa).getByText(why).first()).toBeVisible()
  await sheet(awa).getByRole('button', { name: 'Fermer' }).last().click()
  await expect(sheet(awa)).toBeHidden()
}

/** The scribe writes an action of the fixture; each taker accepts it on their own screen [AC-03]. */
export const takesAction = async (circle: Circle, ref: string): Promise<void> => {
  const action = circle.fixture.actions?.find((one) => one.ref === ref)
  if (!action) throw new Error(`no ${ref} in the fixture`)
  await asksForAction(circle.screen('elise'), {
    title: action.title,
    takers: action.who.map((id) => circle.fullName(id)),
    forOrg: circle.orgLabel(action.for),
    due: action.due,
  })
  const board = await circle.boardWhen(`${ref} is asked`, (now) => (now['actions'] as { ref: string }[]).some((one) => one.ref === ref))
  const { id } = (board['actions'] as { id: string; ref: string }[]).find((one) => one.ref === ref) ?? { id: '' }
  for (const who of action.who) {
    if (circle.isOnScreen(who)) await acceptsAction(circle.screen(who), action.title)
    else await circle.other(who).does({ type: 'accept-action', actionId: id })
  }
  await sees(circle.screen('awa'), new RegExp(`^${ref} · ${circle.firstName(action.who[0] ?? '')}`))
}

/** 18:18–18:24, item 1: a commission circulates what it decided; three react, one of them here for the first time; a whisper asks for the acronyms. */
export const circulates = async (circle: Circle, nassimArrives: () => Promise<void>): Promise<void> => {
  const { evening } = circle
  const awa = circle.screen('awa')
  const item = evening.fixtureItem('1')
  const hugo = circle.other('hugo')
  await circle.itIs('18:18')
  await press(awa, 'Passer aux points')
  await opens(circle, '1')
  const itemId = await circle.itemOf('1')
  const { text = '', date } = item.commissionDecision ?? {}
  await hugo.does({ type: 'set-broadcast', itemId, text, decidedOn: date })
  await sees(circle.screens, text)
  await cannotClose(circle, /fin des réactions/)
  await hugo.does({ type: 'set-broadcast', itemId, text, decidedOn: date, openUntil: item.reactionUntil })
  const kinds = { question: 'question', support: 'soutien', concern: 'réserve' } as const
  for (const { person, type, text: said, answer } of item.reactions ?? []) {
    await reacts(circle.screen(person as 'dario'), kinds[type as keyof typeof kinds], said)
    await sees(circle.screens, said)
    if (answer) await answersByContract(circle, said, answer)
  }
  await circle.itIs('18:20')
  await whispersAboutAcronyms(circle)
  await nassimArrives()
  await circle.itIs('18:24')
  await takesAction(circle, 'A-034')
  await closes(circle, '1')
}

/** The commission answers a reaction. */
export const answersByContract = async (circle: Circle, said: string, answer: string): Promise<void> => {
  const board = await circle.board()
  const { reactions } = byId(board, 'agenda', await circle.itemOf('1')) as { reactions: { id: string; text: string }[] }
  const reaction = reactions.find(({ text }) => text === said)
  await circle.other('hugo').does({ type: 'answer-reaction', reactionId: reaction?.id, text: answer })
}

/** Maïwenn whispers under her name; the mood-watch alone reads it, and says that it was heard [AC-10]. */
export const whispersAboutAcronyms = async (circle: Circle): Promise<void> => {
  const { text } = circle.fixture.whispers?.find(({ id }) => id === 'W2') ?? { text: '' }
  const maiwenn = circle.screen('maiwenn')
  const gwenola = circle.screen('gwenola')
  await whispers(circle, 'maiwenn', text, true)
  await goesTo(gwenola, 'Ambiance')
  await sees(gwenola, `« ${text} »`)
  await sees(gwenola, 'signé Maïwenn')
  await press(gwenola, 'Entendu')
  await goesTo(gwenola, 'Maintenant')
  await goesTo(maiwenn, 'Maintenant')
}

/** Somebody with a phone whispers to the mood-watch. */
export const whispers = async (circle: Circle, who: 'maiwenn' | 'katell' | 'dario', text: string, signed = false): Promise<void> => {
  const screen = circle.screen(who)
  await goesTo(screen, 'Ambiance')
  await screen.page.getByRole('textbox', { name: 'Ce que tu voudrais dire' }).fill(text)
  if (signed) await screen.page.getByRole('checkbox', { name: /^Signer/ }).check()
  await press(screen, 'Souffler')
  await sees(screen, 'Le guet l’a reçu.')
}

/** 18:35–18:50, item 3: six advices, each in its voice and capacity, in the order given; who was asked and has not answered is named before closing [AC-11]. */
export const asksForAdvice = async (circle: Circle): Promise<void> => {
  const { evening } = circle
  const { advice } = evening.fixtureItem('3')
  if (!advice) throw new Error('item 3 asks for no advice')
  await opens(circle, '3')
  const itemId = await circle.itemOf('3')
  const baptiste = circle.other('baptiste')
  const { question, decideBy, forOrg } = advice
  await baptiste.does({ type: 'set-advice', itemId, question, decider: baptiste.id, forOrg, decideBy })
  for (const { org, as, expectedBy } of advice.pending ?? [])
    await baptiste.does({ type: 'ask-advice', itemId, target: org, as, expectedBy })
  await sees(circle.screens, question)
  for (const { person, voice, as, text } of advice.given) {
    if (circle.isOnScreen(person)) await givesAdvice(circle.screen(person), as === 'impacted' ? 'impact' : 'compétence', text)
    else await circle.other(person).does({ type: 'give-advice', itemId, voice, as, text })
    await sees(circle.screen('awa'), text)
  }
  const given = circle.screen('maiwenn').page.getByRole('list', { name: 'Avis donnés' }).getByRole('listitem')
  await expect(given).toContainText(advice.given.map(({ text }) => text))
  await expect(given.first()).toContainText('impact')
  await expect(button(circle.screen('awa'), 'Clore le point')).toBeVisible()
}

/** What the sheet says of those who have not answered, before the item is closed. */
export const closesDespiteSilence = async (circle: Circle): Promise<void> => {
  const awa = circle.screen('awa')
  await press(awa, 'Clore le point')
  await expect(sheet(awa).getByText(/Pas encore de réponse de\s: .*Accueil-Intégration\sd’ici\sle\s14\sdécembre/)).toBeVisible()
  await sheet(awa).getByRole('button', { name: 'Fermer' }).last().click()
  await closes(circle, '3')
}
