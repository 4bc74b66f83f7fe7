import { convene, enter, proposeItem } from '../../player/arrival.ts'
import { expect } from '@playwright/test'
import { listsItem, proposesItem } from '../agenda.ts'
import { button, press, sees } from '../gestures.ts'
import { enters } from '../people.ts'
import { onRoleCard, passesRole, takesRole } from '../roles.ts'
import { laptops, phones, type Circle, type OnScreen } from './circle.ts'

/** Opens the link and gives name, voices and qualities, as the fixture says. */
const entersOnScreen = async (circle: Circle, id: OnScreen): Promise<void> => {
  const { name, voices, newcomer, remote, standing } = circle.participant(id)
  const { host, join, observe } = circle.evening.links
  const link = id === circle.fixture.meeting._host ? host : standing === 'observer' ? observe : join
  await enters(circle.screen(id), link, {
    name,
    ...(voices.length > 0 ? { voices: voices.map(({ org, quality }) => ({ label: circle.orgLabel(org), quality })) } : {}),
    newcomer: newcomer === true,
    remote,
  })
}

/** 17:50, people come in; the circle fills on the screens that are there already [AC-01]. */
export const arrives = async (circle: Circle): Promise<void> => {
  const { evening } = circle
  await circle.itIs('17:50')
  // The opening form carries title, day and kind; what a former meeting hands on comes with the creation itself.
  await convene(evening)
  await entersOnScreen(circle, 'awa')
  for (const { id, joinedAt } of circle.fixture.participants) if (!circle.isOnScreen(id) && joinedAt === '18:00') await enter(evening, id)
  for (const id of [...laptops, ...phones]) if (id !== 'awa') await entersOnScreen(circle, id)
  for (const { page } of circle.screens) page.on('load', () => (circle.reloads += 1))
  await sees(circle.screen('awa'), /6\/6 structures · 5\/6 commissions/)
}

/** Items come from phones; who convened lists them. */
export const buildsTheAgenda = async (circle: Circle): Promise<void> => {
  const awa = circle.screen('awa')
  for (const id of ['1', '2', '3']) await proposeItem(circle.evening, id)
  const { title, expectation, planned } = circle.evening.fixtureItem('4')
  await proposesItem(circle.screen('capucine'), {
    kind: 'Décision par consentement',
    title,
    expectation,
    minutes: planned,
    urgency: 'urgent',
  })
  await awa.page.getByRole('link', { name: 'Voir l’ordre du jour' }).click()
  for (const id of ['1', '2', '3', '4']) await listsItem(awa, circle.evening.fixtureItem(id).title)
  await awa.page.keyboard.press('m')
}

/** « Qui prend quoi ? »: cards, a rotation that explains itself, acceptance before anything has effect [AC-02, AC-03]. */
export const sharesRoles = async (circle: Circle): Promise<void> => {
  const [awa, elise, gwenola, katell] = (['awa', 'elise', 'gwenola', 'katell'] as const).map((id) => circle.screen(id))
  if (!awa || !elise || !gwenola || !katell) return
  await takesRole(awa, 'facilitation')
  await circle.other('farid').does({ type: 'claim-role', role: 'facilitator', rank: 'backup' })
  await takesRole(gwenola, 'guet d’ambiance')
  await onRoleCard(elise, 'scribe', async (card) => {
    await expect(card.getByText('Capucine a écrit les trois derniers comptes rendus. Qui prend le relais ?')).toBeVisible()
    await button(elise, 'Je prends ce rôle').click()
  })
  await circle.other('hugo').does({ type: 'claim-role', role: 'scribe', rank: 'pair' })
  await passesRole(awa, 'temps', circle.fullName('ines'))
  await expect(button(awa, /^temps proposé à Inès/)).toBeVisible()
  await circle.other('ines').does({ type: 'accept-role', role: 'timekeeper' })
  await takesRole(katell, 'mémoire des décisions')
  await expect(button(awa, /^temps Inès/)).toBeVisible()
  await expect(button(awa, /^scribe Élise et Hugo/)).toBeVisible()
  await expect(button(awa, /^facilitation Awa, relais Farid/)).toBeVisible()
}

/** 18:00–18:05: why we meet, what we had said last time, who does what, the frame agreed on every screen. */
export const welcomes = async (circle: Circle): Promise<void> => {
  const { evening, screens } = circle
  const awa = circle.screen('awa')
  await buildsTheAgenda(circle)
  await circle.itIs('18:00')
  await press(awa, 'Ouvrir la réunion')
  await sees(screens, circle.fixture.meeting.purpose)
  await sees(screens, 'Tenir la pause')
  await circle.itIs('18:02')
  await sharesRoles(circle)
  await circle.itIs('18:04')
  for (const person of evening.people.values()) await person.does({ type: 'agree-frame' })
  await Promise.all(screens.map((screen) => press(screen, 'D’accord avec le cadre')))
  await sees(awa, '13 sur 13 ont dit')
}
