import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { actTypes, confidenceViews, type ActInput, type ConfidenceChange, type ConfidenceView, type PersonId } from '@clairiere/ritual'
import type { Circle } from '@clairiere/ritual/circle'
import { DecisionCircle } from '@clairiere/ritual/decision-circle'
import { randomAct, type Pick } from '@clairiere/ritual/random-act'
import { Confidences } from './confidences.ts'
import { Shown } from './shown.ts'
import type { Device } from './test/device.ts'
import { Rehearsal } from './test/rehearsal.ts'

const RUNS = Number(process.env['TELLING_RUNS'] ?? (process.env['PROOF'] === 'full' ? 400 : 40))

/** A hall whose people have all said their weather in words, each with a device. */
async function hall(people: number): Promise<{ rehearsal: Rehearsal; ids: PersonId[]; devices: Device[]; looked: () => number }> {
  const rehearsal = await Rehearsal.start()
  let views = 0
  Object.assign(rehearsal.means.watch, { disclosed: (count: number) => void (views += count) })
  const ids: PersonId[] = []
  for (let who = 0; who < people; who++) ids.push(await rehearsal.join(`Personne ${who}`, { host: who === 0 }))
  const [host = ''] = ids
  for (const personId of ids) await rehearsal.does(personId, { type: 'set-voices', voices: [] })
  await rehearsal.does(host, { type: 'open' })
  await rehearsal.does(host, { type: 'claim-role', role: 'facilitator', rank: 'holder' })
  const devices = ids.map((personId) => rehearsal.device().connect(personId))
  for (const personId of ids) await rehearsal.does(personId, { type: 'give-weather', value: 'sun', words: 'Reposée.', need: 'un café' })
  await rehearsal.room.settled()
  const looked = (): number => {
    const count = views
    views = 0
    return count
  }
  looked()
  return { rehearsal, ids, devices, looked }
}

describe('what is told of confidences costs what changed, not all that was ever said', () => {
  test('one person’s weather, said again, is looked at once for each reader', async () => {
    const { rehearsal, ids, devices, looked } = await hall(40)
    await rehearsal.does(ids[5] ?? '', { type: 'give-weather', value: 'rain', words: 'Moins bien.' })
    await rehearsal.room.settled()
    const count = looked()
    expect(count).toBeGreaterThanOrEqual(devices.length)
    expect(count).toBeLessThanOrEqual(2 * devices.length)
    for (const device of devices) expect(JSON.stringify(device.confided('weather'))).toContain('Moins bien.')
  })

  test('a hall that comes back is shown to each who comes, and not again to everyone at each arrival', async () => {
    const { rehearsal, ids, devices, looked } = await hall(40)
    for (const device of devices) device.hangUp()
    await rehearsal.room.settled()
    looked()
    const back = ids.map((personId) => rehearsal.device().connect(personId))
    await rehearsal.room.settled()
    const rows = ids.length
    expect(looked(), 'each is shown every row once, whoever facilitates a second time').toBeLessThanOrEqual((ids.length + 2) * rows)
    for (const device of back) expect(device.confided('weather')).toHaveLength(rows)
  })
})

/** What a device holds, told by news alone. */
class Holder {
  readonly shown = new Shown()
  readonly views = new Map<string, ConfidenceView>()

  hear(news: readonly ConfidenceView[]): void {
    for (const view of news) {
      const key = JSON.stringify([view.kind, view.subject, view.personId])
      if (view.payload === null) this.views.delete(key)
      else this.views.set(key, view)
    }
  }

  get all(): string[] {
    return [...this.views.values()].map((view) => JSON.stringify(view)).toSorted()
  }
}

const picker = (picks: readonly number[]): Pick => {
  let at = 0
  return (n) => (picks[at++ % picks.length] ?? 0) % n
}

/** A meeting under way in which every kind of confidence can be said, positions first. */
function underWay(): Circle {
  const { c } = new DecisionCircle().to('objections')
  c.did('dan', { type: 'claim-role', role: 'facilitator', rank: 'backup' })
  c.did('eli', { type: 'claim-role', role: 'scribe', rank: 'holder' })
  c.did('dan', { type: 'enter-person', name: 'Gus' })
  return c
}

const steps = fc.array(
  fc.record({ who: fc.nat(40), type: fc.nat(1000), picks: fc.array(fc.nat(10_000), { minLength: 8, maxLength: 8 }) }),
  { minLength: 20, maxLength: 70 },
)
/** Said more often than the rest: what confidences are made of, and what moves who may read them. */
const often = [
  'give-weather',
  'give-closing',
  'raise-signal',
  'acknowledge-signal',
  'care-signal',
  'settle-signal',
  'ask-consents',
  'consent-handover',
  'whisper',
  'withdraw-signal',
  'claim-role',
  'hand-over-role',
  'propose-item',
  'propose',
  'next-step',
  'give-position',
  'give-position',
  'reveal',
  'set-role-preference',
  'add-note',
  'set-standing',
] as const satisfies readonly (typeof actTypes)[number][]

test('told by what changed, each reader holds exactly what they may read, whatever is said and whoever comes, goes or takes a role', () => {
  let told = 0
  fc.assert(
    fc.property(steps, (list) => {
      const c = underWay()
      const confidences = new Confidences([])
      confidences.apply([...c.secrets].map((put) => ({ put })))
      const holders = new Map<PersonId, Holder>()
      let online: ReadonlySet<PersonId> = new Set()
      const look = (changes: readonly ConfidenceChange[]): void => {
        confidences.apply(changes)
        for (const personId of Object.keys(c.board.people)) if (!holders.has(personId)) holders.set(personId, new Holder())
        if (online.size !== c.online.size || [...online].some((personId) => !c.online.has(personId))) online = new Set(c.online) // another one only when it is another, as in a room
        const tidings = confidences.tidings(c.board, online)
        for (const [personId, holder] of holders) {
          const news = tidings?.(personId, holder.shown) ?? []
          told += news.length
          holder.hear(news)
        }
        for (const [personId, holder] of holders) {
          const may = confidenceViews(c.board, c.secrets, personId, online).map((view) => JSON.stringify(view))
          expect(holder.all, personId).toEqual(may.toSorted())
        }
      }
      for (const { who, type, picks } of list) {
        const pick = picker(picks)
        const people = Object.keys(c.board.people)
        const personId = people[who % people.length] ?? 'ada'
        const dice = pick(16)
        const before = [...c.secrets]
        if (dice === 0) c.loses(personId)
        else if (dice === 1) c.isAway(personId)
        else if (dice === 2) c.arrives(personId)
        else if (dice === 3) c.joins(`late-${people.length}`)
        const types = pick(3) > 0 ? often : actTypes
        const chosen = types[type % types.length] ?? 'give-weather'
        const isEnding = ['close', 'interrupt', 'leave'].includes(chosen)
        if (!isEnding || pick(6) === 0) doneBySomebody(c, who, randomAct(c, chosen, pick) as ActInput)
        if (pick(4) === 0) confidences.all(c.board, online, personId, new Shown()) // one who asks by themselves
        c.at(pick(3))
        look(changesBetween(before, [...c.secrets]))
      }
    }),
    { numRuns: RUNS },
  )
  expect(told).toBeGreaterThan(500)
})

/** The first, beginning with one, whom the ritual lets do it. */
function doneBySomebody(c: Circle, first: number, act: ActInput): void {
  const people = Object.keys(c.board.people)
  people.some((_, at) => c.does(people[(first + at) % people.length] ?? 'ada', act).ok)
}

/** As the acts made them: what is no more the same, and what is gone. */
function changesBetween(before: ReturnType<typeof rows>, after: ReturnType<typeof rows>): readonly ConfidenceChange[] {
  const key = ({ kind, subject, personId }: (typeof after)[number]): string => JSON.stringify([kind, subject, personId])
  const were = new Map(before.map((row) => [key(row), row]))
  const are = new Map(after.map((row) => [key(row), row]))
  return [
    ...after.filter((row) => were.get(key(row)) !== row).map((put) => ({ put })),
    ...before
      .filter((row) => !are.has(key(row)))
      .map(({ kind, subject, personId }) => ({ drop: { kind, subject, ...(personId !== undefined && { personId }) } })),
  ]
}
const rows = (c: Circle) => [...c.secrets]
