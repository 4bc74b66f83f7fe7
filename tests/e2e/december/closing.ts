import { expect } from '@playwright/test'
import { picks, ticks } from '../choices.ts'
import { button, fills, press, sees, sheet } from '../gestures.ts'
import { goesTo } from '../people.ts'
import { allSaved } from '../notes.ts'
import type { Circle, OnScreen } from './circle.ts'
import { takesAction, closes } from './items.ts'

/** One’s word, one’s number, perhaps an improvement; nothing is published unless one ticks it. */
const givesOnScreen = async (circle: Circle, id: OnScreen): Promise<void> => {
  const { roti, words, improvements } = circle.fixture.closing
  const screen = circle.screen(id)
  const word = words?.find(({ person }) => person === id)
  const improvement = improvements?.find(({ _by }) => _by === id)
  if (word) await screen.page.getByRole('main').getByRole('textbox').first().fill(word.text)
  if (word?.publish) await screen.page.getByRole('checkbox', { name: 'Publier ce mot au compte rendu' }).check()
  const value = roti?.[id]
  if (value) await picks(screen, new RegExp(`^${value}`))
  if (improvement) {
    await press(screen, 'Proposer une amélioration')
    await fills(screen.page, 'Ce que nous pourrions améliorer', improvement.text)
  }
  await press(screen, 'Poser mon mot')
  await sees(screen, 'Merci.')
}

const givesByContract = async (circle: Circle, id: string): Promise<void> => {
  const { roti, words, improvements } = circle.fixture.closing
  const word = words?.find(({ person }) => person === id)
  const improvement = improvements?.find(({ _by }) => _by === id)
  const value = roti?.[id]
  await circle.other(id).does({
    type: 'give-closing',
    ...(value ? { roti: value } : {}),
    ...(word ? { words: word.text, publish: word.publish } : {}),
    ...(improvement ? { improvement: improvement.text } : {}),
  })
}

/** 19:20–19:27: the last action, then a word each; Farid and Maïwenn publish theirs, Léonard’s stays in the circle [AC-21, AC-22]. */
export const saysGoodbye = async (circle: Circle): Promise<void> => {
  const awa = circle.screen('awa')
  await circle.itIs('19:20')
  await takesAction(circle, 'A-038')
  await closes(circle, '5', '')
  await press(awa, 'Passer à la clôture')
  // The minutes print words and improvements in the order they were given: those who have some come first.
  const first = ['farid', 'maiwenn', 'joris']
  for (const id of [...first, ...circle.fixture.participants.map((one) => one.id).filter((one) => !first.includes(one))]) {
    if (circle.isOnScreen(id)) await givesOnScreen(circle, id)
    else await givesByContract(circle, id)
  }
  await sees(awa, '14 sur 14 ont posé leur mot ou passé.')
  await sees(circle.screen('dario'), 'Je repars un peu lourd, et content qu’on m’ait entendu.')
}

/** 19:27: Dario and Léonard are asked on their own two phones, and on no other; both say yes, and the tension goes to Écoute-médiation [AC-23]. */
export const handsOver = async (circle: Circle): Promise<void> => {
  const gwenola = circle.screen('gwenola')
  const asked = ['dario', 'leonard'] as const
  await circle.itIs('19:27')
  await goesTo(gwenola, 'Ambiance')
  await button(gwenola, 'Confier à l’écoute-médiation').last().click()
  for (const id of asked) await ticks(gwenola.page.getByRole('checkbox', { name: circle.firstName(id), exact: true }))
  await press(gwenola, 'Demander les accords')
  for (const id of asked) await sees(circle.screen(id), 'Ta réponse est attendue.')
  for (const screen of circle.screens)
    if (!asked.some((id) => circle.screen(id) === screen))
      await expect(screen.page.getByText('Une question pour toi seul·e')).toHaveCount(0)
  await press(circle.screen('dario'), 'Lire')
  await press(circle.screen('dario'), 'Je suis d’accord')
  await sees(gwenola, 'd’accord')
  // One consent is not enough: it says whose answer is awaited, and nothing is offered yet.
  await sees(gwenola, /^Réponse attendue : Léonard/)
  await expect(button(gwenola, 'Confier maintenant')).toHaveCount(0)
  await press(circle.screen('leonard'), 'Lire')
  await press(circle.screen('leonard'), 'Je suis d’accord')
  await expect(gwenola.page.getByText('d’accord', { exact: true })).toHaveCount(2)
  await press(gwenola, 'Confier maintenant')
  await expect(button(gwenola, 'Confier maintenant')).toHaveCount(0)
  for (const id of ['gwenola', ...asked] as const) await goesTo(circle.screen(id), 'Maintenant')
}

/** 19:28: what the evening leaves in common, typed by the scribe: learnings, disagreements, resources. */
export const writesCommonLists = async (circle: Circle): Promise<void> => {
  const elise = circle.screen('elise')
  const { page } = elise
  const kinds: Record<string, string> = { learning: 'Apprentissage', watchpoint: 'Point de vigilance', recommendation: 'Préconisation' }
  const keep = async (text: string): Promise<void> => {
    await press(elise, 'Garder')
    await sees(circle.screen('awa'), text)
  }
  for (const { kind, text } of circle.fixture.learnings ?? []) {
    await press(elise, 'Ajouter un apprentissage')
    await page.getByRole('combobox', { name: 'C’est…' }).selectOption({ label: kinds[kind] ?? '' })
    await fills(page, 'En une phrase', text)
    await keep(text)
  }
  for (const { subject, shared, debated, next } of circle.fixture.disagreements ?? []) {
    await press(elise, 'Ajouter un désaccord')
    for (const [label, text] of [
      ['Sujet', subject],
      ['Ce qui est partagé', shared],
      ['Ce qui fait débat', debated],
      ['La suite', next],
    ] as const)
      await fills(page, label, text)
    await keep(subject)
  }
  for (const { title, type, licence = '', steward, reciprocity = '' } of circle.fixture.resources ?? []) {
    await press(elise, 'Ajouter une ressource')
    await fills(page, 'Nom', title)
    await fills(page, 'Sorte', type)
    await fills(page, 'Licence', licence)
    await page.getByRole('combobox', { name: 'Qui en prend soin ?' }).selectOption({ label: circle.orgLabel(steward) })
    await fills(page, 'Ce qu’on rend en échange', reciprocity)
    await keep(title)
  }
  await allSaved(elise)
}

/** The scribe notes when the circle meets again, who does what then, and what must not be forgotten. */
export const setsNextMeeting = async (circle: Circle): Promise<void> => {
  const elise = circle.screen('elise')
  const { next } = circle.fixture
  if (!next) return
  await press(elise, 'Fixer la prochaine réunion')
  const form = sheet(elise)
  await fills(form, 'Date', next.date.slice(0, 10))
  await fills(form, 'Heure', next.date.slice(11, 16))
  await fills(form, 'Lieu', next.place ?? '')
  const labels: Record<string, string> = {
    facilitator: 'Facilitation',
    moodWatcher: 'Guet d’ambiance',
    timekeeper: 'Temps',
    scribe: 'Scribe',
  }
  for (const [role, people] of Object.entries(next.roles ?? {})) {
    const [first = '', second] = people
    await form.getByRole('combobox', { name: labels[role] ?? '', exact: true }).selectOption({ label: circle.fullName(first) })
    if (second)
      await form.getByRole('combobox', { name: `${labels[role]}, en binôme avec` }).selectOption({ label: circle.fullName(second) })
  }
  await form.getByRole('textbox', { name: /^À mettre à l’ordre du jour/ }).fill((next.toInclude ?? []).join('\n'))
  await form.getByRole('button', { name: 'Noter' }).click()
  await expect(form).toBeHidden()
  await sees(circle.screen('awa'), /jeudi 7 janvier/)
}

/** 19:28–19:30: what is decided and to be done is read once together; then Awa closes, and whispers are gone. */
export const partsWays = async (circle: Circle): Promise<void> => {
  const awa = circle.screen('awa')
  await circle.itIs('19:28')
  await press(awa, 'Autrement')
  await awa.page.getByRole('menuitem', { name: 'Passer cette étape' }).click()
  await sees(circle.screens, 'Ce qui est décidé')
  await sees(circle.screens, /^ECO-2026-013/)
  await writesCommonLists(circle)
  await setsNextMeeting(circle)
  await circle.itIs('19:30')
  await press(awa, 'Clore la réunion')
  await expect(sheet(awa).getByText('Rien ne reste ouvert.')).toBeVisible()
  await sheet(awa).getByRole('button', { name: 'Clore', exact: true }).click()
  await sees(awa, /Compte rendu en relecture|Relecture/)
}
