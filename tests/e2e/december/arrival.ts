import { convene, enter, proposeItem } from '../../player/arrival.ts'
import { expect } from '@playwright/test'
import { listsItem, proposesItem } from '../agenda.ts'
import { button, press, sees } from '../gestures.ts'
import { enters } from '../people.ts'
import { onRoleCard, passesRole, takesRole } from '../roles.ts'
import { laptops, phones, type Circle, type OnScreen } from './circle.ts'

/** Opens the link and gives name, voices and qualities, as the fixture says. */
const entersOnScreen = async (circle: Circle, id: OnScreen): Promise<void> => {
  const { name, voices, newcomer, standing } = circle.participant(id)
  const { host, join, observe } = circle.evening.links
  const link = id === circle.fixture.meeting._host ? host : standing === 'observer' ? observe : join
  await enters(circle.screen(id), link, {
    name,
    ...(voices.length > 0 ? { voices: voices.map(({ org, quality }) => ({ label: circle.orgLabel(org), quality })) } : {}),
    newcomer: newcomer === true,
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
  await sees(circle.screen('awa'), '13')
}
