import { boardMap, readBoard, type ActType, type PublicBoard } from '@clairiere/ritual'
import { call, Person } from '../player/person.ts'
import type { Device } from './device.ts'
import { nothingYet, offeredOn, type Offered } from './offered.ts'
import type { PlayedEvening } from './played.ts'

/** The board as somebody's own copy of the document shows it. */
export const boardOf = ({ doc, name }: Person): PublicBoard => {
  const board = readBoard(boardMap(doc))
  if (!board) throw new Error(`${name} has no board`)
  return board
}

/** Everybody's client comes again, to the generation that the sealing began: the one that played the evening has its document. */
const comesAgain = async ({ evening }: PlayedEvening): Promise<void> => {
  for (const [id, { id: participantId, token, name }] of evening.people) {
    evening.person(id).leave()
    const person = new Person(evening.base, evening.meetingId, { participantId, token, name, generation: 2 })
    await person.connect()
    evening.people.set(id, person)
  }
}

/** A moment after the end. */
interface Afterwards {
  at: string
  state: string
  /** What is done then, beside the fixture's own steps. */
  happens: (played: PlayedEvening) => Promise<unknown>
  /** The acts that it is about, when only the page of the minutes has changed since the moment before. */
  about?: readonly ActType[]
}

/** The days of the review and of the sealing. */
export const afterwards: readonly Afterwards[] = [
  {
    at: '2026-12-05T10:00:00+01:00',
    state: 'in review, corrections asked, words late',
    happens: async ({ evening }) => {
      const dario = evening.person('dario')
      for (const kind of ['spelling', 'meaning'])
        await dario.does({ type: 'ask-correction', kind, place: 'Point 4', before: 'usage', after: 'usages' })
      dario.doc.getMap('learnings').set('after', { kind: 'learning', text: 'Écrit dans le train du retour.', rank: 99 })
    },
  },
  {
    at: '2026-12-11T08:30:00+01:00',
    state: 'the review is over, corrections accepted, one key turned',
    happens: async ({ evening }) => {
      const elise = evening.person('elise')
      for (const correctionId of Object.keys(boardOf(elise).corrections)) await elise.does({ type: 'accept-correction', correctionId })
      await evening.person('awa').does({ type: 'seal' })
    },
    about: ['agree-review', 'ask-correction', 'accept-correction', 'withdraw-entry', 're-attribute', 'seal', 'reopen', 'redact'],
  },
  {
    at: '2026-12-11T08:40:00+01:00',
    state: 'sealed, words late',
    happens: async (played) => {
      const { evening } = played
      await evening.person('elise').does({ type: 'seal' })
      await comesAgain(played)
      const { token } = evening.person('dario')
      await call('POST', `${evening.base}/api/meetings/${evening.meetingId}/late`, { text: 'Arrivé après le scellement.' }, token)
    },
  },
]

/** The page of the minutes alone. */
export const walksTheMinutes = (device: Device, board: PublicBoard): Promise<Offered> => walksTo(device, board, [''])

/** What one may look at after the end: the places of the room, its items, the pages of its decisions, the minutes. */
export const walksAfter = (device: Device, board: PublicBoard): Promise<Offered> =>
  walksTo(device, board, [
    '/ordre-du-jour',
    '/cercle',
    '/ambiance',
    ...Object.keys(board.items).map((id) => `/point/${id}`),
    ...Object.values(board.decisions).map(({ id, ref }) => `/decision/${ref ?? id}`),
    '',
  ])

/** Looks at these paths of the meeting one after the other and gathers what stands there. */
export const walksTo = async (
  device: Device,
  board: PublicBoard,
  paths: readonly string[],
  so: Offered = nothingYet(),
): Promise<Offered> => {
  const { page } = device
  for (const path of paths) {
    await page.evaluate((to) => history.pushState(null, '', to), `/m/${board.meeting.id}${path}`)
    await page.getByRole('heading', { level: 1 }).first().waitFor()
    await offeredOn(device, board, so)
  }
  return so
}
