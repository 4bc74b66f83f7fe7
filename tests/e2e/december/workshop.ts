import { bullets, writeNote } from '../../player/items.ts'
import { button, press, sees } from '../gestures.ts'
import { addsNote, allSaved, writesBullets } from '../notes.ts'
import { opens } from './items.ts'
import type { Circle } from './circle.ts'

const important = 'Éléments importants de la discussion'

/** 19:12–19:20, item 5: two questions, everyone writes at once under six headings; Maïwenn’s line came by the chat and says so [AC-20]. */
export const worksTogether = async (circle: Circle): Promise<void> => {
  const { workshop } = circle.evening.fixtureItem('5')
  if (!workshop) throw new Error('item 5 is no workshop')
  const elise = circle.screen('elise')
  const katell = circle.screen('katell')
  await opens(circle, '5')
  const itemId = await circle.itemOf('5')
  await writeNote(circle.other('nassim'), `note:${itemId}:questions`, [bullets(workshop.questions)])
  await sees(circle.screens, workshop.questions[0] ?? '')
  await writesBullets(elise, 'Synthèse', workshop.synthesis)
  await allSaved(elise)
  await sees(circle.screens, workshop.synthesis.at(-1) ?? '')
  for (const { author, text } of workshop.notes) {
    if (author) await addsNote(circle.screen('maiwenn'), { text, channel: 'via le chat', heading: important })
    else await addsNote(elise, { text, channel: 'à l’oral', heading: important, unsigned: true })
  }
  await sees(circle.screen('awa'), /^Maïwenn, via le chat/)
  await writesIdeas(circle, itemId, workshop.ideas)
  await sees(circle.screens, workshop.ideas.at(-1) ?? '')
  await allSaved(katell)
}

/** The first idea comes from Nassim’s end of the line, the second from Katell’s phone. */
const writesIdeas = async (circle: Circle, itemId: string, [first = '', second = '']: readonly string[]): Promise<void> => {
  const nassim = circle.other('nassim')
  const katell = circle.screen('katell')
  nassim.doc.getMap(`ideas:${itemId}`).set('idea-1', { text: first, rank: 1 })
  await nassim.allSaved()
  await sees(katell, first)
  await button(katell, 'Écrire une idée').first().click()
  await katell.page.getByRole('textbox', { name: 'Ton idée' }).fill(second)
  await press(katell, 'Ajouter')
  await press(katell, 'Laisser')
}
