import { openingName, type Act, type ActType, type PublicBoard } from '@clairiere/ritual'
import { offers, offerSaid, type Offer } from './about.ts'
import { afterwards, boardOf, walksAfter, walksTheMinutes } from './after-the-end.ts'
import { belongs, belongsAfter, elsewhere, saysWhy } from './belongs.ts'
import type { Device } from './device.ts'
import { expect, test, type Hall } from './hall.ts'
import { atNight, isNight } from './night.ts'
import { allowedTo, offeredOn, type Offered } from './offered.ts'
import { goesTo } from './people.ts'
import { PlayedEvening } from './played.ts'

test.use({ clock: 'manual' })

/** Hours of the evening at which every screen is held against the rules, just before what comes next; the steps of the decision one by one. */
const moments: readonly (readonly [hour: string, state: string, when?: 'night'])[] = [
  ['18:03', 'roles are taken'],
  ['18:17', 'the follow-up is looked at', 'night'],
  ['18:23', 'a decision circulates'],
  ['18:31', 'a tension in care'],
  ['18:45', 'advice is asked'],
  ['18:49', 'a break', 'night'],
  ['18:52', 'a proposal is read'],
  ['18:55', 'clarification', 'night'],
  ['18:59', 'feelings', 'night'],
  ['19:00', 'an amendment', 'night'],
  ['19:01', 'an objection'],
  ['19:09', 'the objection is integrated'],
  ['19:11', 'nobody objects', 'night'],
  ['19:12', 'adopted'],
  ['19:16', 'the workshop', 'night'],
  ['19:22', 'closing words'],
  ['19:29', 'parting', 'night'],
]
/** By day those at which most changes hands. */
const states = moments.filter(([, , when]) => isNight || when === undefined)

const places = [
  ['Ordre du jour', 'o', /^Ordre du jour$/],
  ['Cercle', 'c', /^Le cercle$/],
  ['Ambiance', 'a', /^(?:Ambiance|Que sens-tu \?)$/],
] as const

type Walk = (device: Device, board: PublicBoard) => Promise<Offered>

/** Walks through the four places of the room and gathers what stands there. */
const walks: Walk = async (device, board) => {
  const { page } = device
  // A pause comes over everything, and its code is fetched when the first one comes: who walks on meanwhile would find all asleep.
  if (board.now.pause !== null) await page.getByRole('dialog').waitFor()
  const so = await offeredOn(device, board)
  if ((await page.getByRole('dialog').count()) > 0) return so
  const bar = page.getByRole('navigation', { name: 'Lieux de la réunion' })
  const isPhone = (page.viewportSize()?.width ?? 0) < 800
  // With one thing to do, one’s weather or one’s word, a phone shows nothing else.
  if (isPhone && !(await bar.isVisible())) return so
  for (const [place, key, heading] of places) {
    if (isPhone) await goesTo(device, place)
    else await page.keyboard.press(key)
    await page.getByRole('heading', { level: 1, name: heading }).waitFor()
    await offeredOn(device, board, so)
  }
  if (isPhone) await goesTo(device, 'Maintenant')
  else await page.keyboard.press('m')
  return so
}

/** Where a screen and the rules differ, in words. `about`: of what the rules allow, only these are looked for. */
const gapsOf = (
  so: Offered,
  allowed: readonly Act[],
  board: PublicBoard,
  personId: string,
  about?: readonly ActType[],
): readonly string[] => {
  const names = new Set(Object.values(board.people).map(({ name }) => name))
  const over = board.meeting.closedAt !== undefined
  const when = over ? belongsAfter : belongs
  const place: typeof elsewhere = over ? {} : elsewhere
  const expected = allowed.filter(
    (act) => (about?.includes(act.type) ?? true) && place[act.type] === undefined && (when[act.type]?.(board, act, personId) ?? true),
  )
  const offered = [...so.acts.values()]
  const isOffered = (act: Act): boolean => offered.some((offer) => offers(offer, act))
  const isAllowed = (offer: Offer): boolean => allowed.some((act) => offers(offer, act))
  const gaps = {
    'allowed and nowhere to be found': expected.filter((act) => !isOffered(act)).map(openingName),
    'offered and refused': offered.filter((offer) => !isAllowed(offer) && !saysWhy.includes(offer.type)).map(offerSaid),
    'unknown to this test': [...so.unknown]
      .filter((said) => !names.has(said.replace(/^.* › /, '').replace(/ \(toi\)$/, '')))
      .map((said) => `« ${said} »`),
    'held back though allowed': [...so.held.values()]
      .filter((offer) => allowed.some((act) => offers(offer, act) && !isOffered(act)))
      .map(offerSaid),
  }
  return Object.entries(gaps).flatMap(([what, said]) => (said.length === 0 ? [] : [`${what}: ${[...new Set(said)].toSorted().join(', ')}`]))
}

type Cast = readonly (readonly [id: string, kind: 'laptop' | 'phone'])[]

const first: Cast = [
  ['awa', 'laptop'],
  ['elise', 'laptop'],
  ['gwenola', 'phone'],
  ['capucine', 'phone'],
  ['maiwenn', 'phone'],
]
/** Who else stands somewhere of their own: relay, pair of the scribe, objector, target of the feedback, time, memory of decisions. */
const others: Cast = [
  ['farid', 'phone'],
  ['hugo', 'laptop'],
  ['dario', 'phone'],
  ['baptiste', 'phone'],
  ['ines', 'phone'],
  ['katell', 'phone'],
]

test('[C14] from the welcome to the sealed minutes, what a screen offers is what the rules allow: facilitation, scribe, mood-watch, carrier, observer', ({
  hall,
}) => offersWhatIsAllowed(hall, first))

atNight('[C14] the same of relay, second scribe, objector, target of a feedback, time and memory of decisions', ({ hall }) =>
  offersWhatIsAllowed(hall, others),
)

/** Plays the evening and holds every screen of these people against the rules at each of its moments. */
async function offersWhatIsAllowed(hall: Hall, cast: Cast): Promise<void> {
  test.setTimeout(isNight ? 900_000 : 300_000)
  const played = await PlayedEvening.until(hall, moments[0]?.[0] ?? '')
  const devices = new Map<string, Device>()
  for (const [id, kind] of cast) devices.set(id, await played.takesOut(id, kind))
  const gaps: string[] = []
  const say = (gap: string): void => {
    gaps.push(gap)
    if (process.env['OFFERS']) console.log(gap)
  }
  /** Holds every screen against the rules; one may be drawn a moment after the contract has answered: what is still so the third time, and after a while, is a gap. */
  const holds = async (state: string, now: number, walk: Walk, about?: readonly ActType[]): Promise<void> => {
    await Promise.all(
      cast.map(async ([id]) => {
        const device = devices.get(id)
        if (!device) throw new Error(`${id} is not there`)
        const person = played.evening.person(id)
        let found: readonly string[] = []
        const until = performance.now() + 15_000
        for (let tries = 0; tries < 3 || performance.now() < until; tries++) {
          const so = await walk(device, boardOf(person))
          const board = boardOf(person)
          found = gapsOf(so, allowedTo(person, board, now), board, person.id, about)
          if (found.length === 0) break
        }
        for (const gap of found) say(`${state}, ${id}: ${gap}`)
      }),
    )
  }
  for (const [hour, state] of states) {
    await played.goesOn(hour)
    await holds(`${hour} ${state}`, played.evening.hour(hour), walks)
  }
  for (const { at, state, happens, about } of afterwards) {
    await played.goesOn(Date.parse(at))
    await happens(played)
    await holds(state, Date.parse(at), about ? walksTheMinutes : walksAfter, about)
  }
  // What came too late is its author’s and the scribes’ to read [AC-26].
  for (const [id, device] of devices)
    await expect(device.page.getByText('Arrivé après le scellement.'), id).toHaveCount(id === 'elise' || id === 'hugo' ? 1 : 0)
  expect(gaps.toSorted()).toEqual([])
  played.leaves()
}
