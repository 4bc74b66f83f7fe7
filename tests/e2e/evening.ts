import type { Json, Person } from '../player/person.ts'
import type { Hall, OpenedMeeting } from './hall.ts'

/** A live meeting led over the contract by people without a screen, for specs about what one screen shows. */
export interface Evening {
  meeting: OpenedMeeting
  /** Leads the meeting. */
  awa: Person
  /** Takes part; there because a meeting is at least two people. */
  hugo: Person
}

/** Opens a meeting, its facilitation taken, in its welcome. */
export const beginsEvening = async (hall: Hall, body: Json = {}): Promise<Evening> => {
  const meeting = await hall.meeting(body)
  const awa = await hall.person(meeting, 'Awa Ferrand', { link: meeting.host })
  const hugo = await hall.person(meeting, 'Hugo Petit')
  await awa.does({ type: 'open' })
  await awa.does({ type: 'claim-role', role: 'facilitator' })
  return { meeting, awa, hugo }
}

/** Goes on to the agenda and opens an item carried by whoever leads. Answers the item’s id. */
export const opensItem = async ({ awa }: Evening, item: Json = {}): Promise<string> => {
  const { id: itemId } = await awa.does({
    type: 'propose-item',
    kind: 'information',
    title: 'Le chauffage de la halle',
    expectation: 'Écouter et poser vos questions',
    plannedMinutes: 20,
    ...item,
  })
  await awa.does({ type: 'list-item', itemId })
  const { phase } = (await awa.board())['now'] as { phase: string }
  if (phase !== 'agenda') await awa.does({ type: 'set-phase', from: phase, to: 'agenda' })
  await awa.does({ type: 'open-item', itemId })
  return itemId
}
