import { expect } from '@playwright/test'
import { button, press, sees } from '../gestures.ts'
import { picks } from '../choices.ts'
import { goesTo } from '../people.ts'
import { closes, opens } from './items.ts'
import type { Circle } from './circle.ts'

/** A whisper by the contract, unsigned: it comes without name or hour, after some seconds of the record's time. */
export const whispersUnsigned = async (circle: Circle, id: string): Promise<void> => {
  const whisper = circle.fixture.whispers?.find((one) => one.id === id)
  if (!whisper) throw new Error(`no whisper ${id}`)
  await circle.other(whisper._sender).does({ type: 'whisper', text: whisper.text, signed: false })
  await circle.evening.secondsPass(16)
}

/** Gwenola makes a signal of what was whispered to her: two taps, on every screen within a second or so [AC-09]. */
export const raisesFromWhisper = async (circle: Circle, whisper: string, kind: string, level: RegExp): Promise<void> => {
  const gwenola = circle.screen('gwenola')
  const { text } = circle.fixture.whispers?.find((one) => one.id === whisper) ?? { text: '' }
  // It comes some seconds of the record’s time after it was sent, and the sending itself is not heard by the clock that a test moves.
  await expect(async () => {
    await circle.evening.secondsPass(5)
    await expect(gwenola.page.getByText(`« ${text} »`).first()).toBeVisible({ timeout: 3000 })
  }, 'what was whispered has come').toPass({ timeout: 30_000 })
  const line = gwenola.page.getByRole('listitem').filter({ hasText: text })
  await expect(line.getByText('sans nom')).toBeVisible()
  await line.getByRole('button', { name: 'Entendu' }).click()
  await line.getByRole('button', { name: 'En faire un signal' }).click()
  await picks(gwenola, kind)
  await press(gwenola, level)
}

/** Facilitation welcomes the signal that waits: until then its screen offers nothing else to lead with. */
export const welcomesSignal = async (circle: Circle): Promise<void> => {
  const awa = circle.screen('awa')
  await button(awa, 'Accueillir').first().click()
  await sees(awa, 'Qu’est-ce qui aiderait maintenant')
}

/** Facilitation chooses what would help, one thing after the other. */
export const caresWith = async (circle: Circle, ...responses: RegExp[]): Promise<void> => {
  const awa = circle.screen('awa')
  const [more, others] = [button(awa, 'Ajouter une suite'), button(awa, 'D’autres suites')]
  for (const response of responses) {
    await more.or(others).first().waitFor()
    if (await more.isVisible()) await more.click()
    await others.waitFor()
    if ((await button(awa, response).count()) === 0) await others.click()
    await press(awa, response)
    await expect(button(awa, response)).toHaveCount(0)
  }
}

/** The mood-watch says that it is settled, after asking the group. */
export const settles = async (circle: Circle): Promise<void> => {
  const gwenola = circle.screen('gwenola')
  await press(gwenola, 'C’est apaisé')
  await expect(button(gwenola, 'C’est apaisé')).toHaveCount(0)
}

/** Inès, who carries the item, hands the time to Joris for as long as it lasts [AC-12]. */
export const handsTimeOver = async (circle: Circle, from: string, to: string): Promise<void> => {
  await circle.other(from).does({ type: 'hand-over-role', role: 'timekeeper', personId: circle.other(to).id })
  await circle.other(to).does({ type: 'accept-role', role: 'timekeeper' })
  await sees(circle.screen('awa'), circle.firstName(to))
}

/** 18:24–18:29, item 2: what happened on the 14th, said in four sentences; it heats up, and the mood-watch says so on every screen. */
export const hearsFeedback = async (circle: Circle): Promise<void> => {
  const { evening, screens } = circle
  const gwenola = circle.screen('gwenola')
  await handsTimeOver(circle, 'ines', 'joris')
  await opens(circle, '2')
  const { observation = '', effect, need, request } = evening.fixtureItem('2').feedback ?? {}
  await circle.other('ines').does({ type: 'state-feedback', itemId: await circle.itemOf('2'), observation, effect, need, request })
  await sees(screens, observation)
  await circle.itIs('18:28')
  await whispersUnsigned(circle, 'W1')
  await goesTo(gwenola, 'Ambiance')
  await circle.itIs('18:29')
  await raisesFromWhisper(circle, 'W1', 'tension', /^Vigilance/)
  await sees(
    screens.filter((screen) => screen !== gwenola),
    'Je sens que ça se tend.',
  )
}

/** 18:29–18:35: welcomed, restated both ways, settled; then the answer, a learning, and the time back to Inès. */
export const answersFeedback = async (circle: Circle): Promise<void> => {
  const { screens } = circle
  const { answer, learning = '' } = circle.evening.fixtureItem('2').feedback ?? {}
  if (!answer) throw new Error('item 2 has no answer')
  await expect(button(circle.screen('awa'), 'Clore le point')).toHaveCount(0)
  await welcomesSignal(circle)
  await sees(circle.screen('awa'), /le point se clôt quand c’est apaisé/)
  await expect(button(circle.screen('awa'), 'Clore le point'), 'nor offered while it waits').toHaveCount(0)
  await caresWith(circle, /^reformulation croisée/)
  await sees(circle.screen('leonard'), /En cours\s: reformulation croisée/)
  await circle.itIs('18:32')
  await settles(circle)
  await goesTo(circle.screen('gwenola'), 'Maintenant')
  await circle.itIs('18:35')
  await asksWhetherUnanswered(circle)
  await circle
    .other(answer.person)
    .does({ type: 'answer-feedback', itemId: await circle.itemOf('2'), text: answer.text, voice: answer.voice })
  await sees(screens, answer.text)
  await learns(circle, learning)
  await closes(circle, '2')
  await handsTimeOver(circle, 'joris', 'ines')
}

/** Without an answer the sheet asks whether to note « sans réponse » [AC-08]. */
export const asksWhetherUnanswered = async (circle: Circle): Promise<void> => {
  const awa = circle.screen('awa')
  await press(awa, 'Clore le point')
  await expect(awa.page.getByRole('dialog').getByText(/Noter «\ssans réponse\s» à la date d’aujourd’hui/)).toBeVisible()
  await awa.page.getByRole('dialog').getByRole('button', { name: 'Fermer' }).last().click()
  await expect(awa.page.getByRole('dialog')).toBeHidden()
}

/** The scribe notes what is learnt, with the group's words. */
export const learns = async (circle: Circle, learning: string): Promise<void> => {
  const elise = circle.screen('elise')
  await press(elise, 'Noter ce qu’on apprend')
  const form = elise.page.getByRole('dialog')
  await form.getByRole('textbox', { name: /^En une phrase/ }).fill(learning)
  await form.getByRole('button', { name: 'Enregistrer' }).click()
  await expect(form).toBeHidden()
  await sees(circle.screen('awa'), learning)
}
