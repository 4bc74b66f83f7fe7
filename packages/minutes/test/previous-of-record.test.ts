import { newBoard, NewMeetingSchema, type Board, type Previous } from '@clairiere/ritual'
import { parse } from 'valibot'
import { describe, expect, test } from 'vitest'
import { minutesRecord, previousOfRecord, printJson, readJson, type MinutesRecord } from '../src/index.ts'
import { fixtureBoard } from './fixture-board.ts'
import { at } from './fixture-clock.ts'
import { fixtureWords } from './fixture-words.ts'
import { fixtureRecord } from './fixture.ts'

const organisations = Object.values(fixtureBoard().organisations)

test('[F8] [AC-27] the minutes of 3 December are enough for the next meeting to follow them up', () => {
  const record = readJson(printJson(fixtureRecord()))
  const previous = record.ok ? previousOfRecord(record.value, organisations) : record
  expect(previous).toMatchObject({
    ok: true,
    value: {
      improvements: fixtureRecord().closing.improvements,
      roleHistory: [{ meeting: '2026-12-03', facilitator: 'Awa Ferrand' }],
      transmissions: [
        { ref: 'ECO-2026-012', to: 'org:coop', state: 'received', date: '2026-11-12' },
        { ref: 'ECO-2026-013', state: 'sent' },
      ],
      reviews: [{ ref: 'ECO-2026-013', reviewOn: '2027-06-30' }],
    },
  })
  if (!previous.ok) throw new Error(previous.refused)
  expect(previous.value.actions.map(({ ref }) => ref)).not.toContain('A-031')
  expect(previous.value.actions.find(({ ref }) => ref === 'A-033')).toMatchObject({ state: 'in-progress', who: ['Inès Portalier'] })
  const { previous: _none, ...input } = parse(NewMeetingSchema, { title: 'suite' })
  const board = newBoard({ ...input, previous: previous.value }, { id: 'next', now: '2027-01-07T17:00:00.000Z' })
  expect(Object.values(board.reviews)).toMatchObject([{ ref: 'ECO-2026-013', text: expect.stringContaining('Lustrac') as string }])
})

test('what went to a structure that the next meeting does not know is left out, not sent to another', () => {
  const previous = previousOfRecord(fixtureRecord(), [])
  expect(previous).toMatchObject({ ok: true, value: { transmissions: [], reviews: [] } })
})

test('[D2] a decision that somebody objected to in a reaction comes to the next agenda, whoever it was', () => {
  const record = fixtureRecord()
  const objection = { by: { as: 'person' as const, name: 'Dario Menetti' }, type: 'objection' as const, text: 'Qui loge ?' }
  type Reactions = MinutesRecord['items'][number]['decisions'][number]['reactions']
  const objects = <T extends { reactions: Reactions }>(about: T): T => ({ ...about, reactions: [...about.reactions, objection] })
  const items = record.items.map((item) => ({
    ...item,
    ...(item.broadcast && { broadcast: objects(item.broadcast) }),
    decisions: item.decisions.map(objects),
  }))
  const previous = previousOfRecord({ ...record, items }, organisations)
  expect(previous.ok && previous.value.items.filter(({ status }) => status === 'objected')).toMatchObject([
    { kind: 'broadcast', status: 'objected', text: expect.stringContaining('– Qui loge ?') as string },
    { kind: 'decision', replaces: 'ECO-2026-013', text: expect.stringContaining('– Qui loge ?') as string },
  ])
  expect(JSON.stringify(previous.ok && previous.value.items)).not.toContain('Dario')
})

test('[D18] an election objected to in a reaction comes back as an election', () => {
  const record = fixtureRecord()
  const reactions = [{ by: { as: 'unnamed' as const }, type: 'objection' as const, text: 'La salle ferme en mars.' }]
  const items = record.items.map((item) => ({
    ...item,
    decisions: item.decisions.map((decision) => ({ ...decision, process: 'election' as const, reactions })),
  }))
  expect(previousFrom({ ...record, items }).items.filter(({ status }) => status === 'objected')).toMatchObject([
    { kind: 'election', replaces: 'ECO-2026-013' },
  ])
})

test('[A16] [§2.5-12] a decision that the meeting had the authority to take stays in force for the meeting that follows its minutes', () => {
  const record = fixtureRecord()
  const items = record.items.map((item) => ({
    ...item,
    decisions: item.decisions.map((decision) => ({ ...decision, decidedHere: true as const })),
  }))
  const previous = previousOfRecord({ ...record, items }, organisations)
  expect(previous.ok && previous.value.transmissions.find(({ ref }) => ref === 'ECO-2026-013')).toMatchObject({ inForce: true })
})

const recordOf = (more: Partial<Board>): MinutesRecord => {
  const record = minutesRecord({ ...fixtureBoard(), ...more }, fixtureWords(), { now: at('12:00', '2026-12-12') })
  const read = readJson(printJson(record))
  if (!read.ok) throw new Error(read.refused)
  return read.value
}
const previousFrom = (record: MinutesRecord): Previous => {
  const previous = previousOfRecord(record, organisations)
  if (!previous.ok) throw new Error(previous.refused)
  return previous.value
}
const feedbacksIn = ({ items }: Previous) => items.filter(({ status }) => status === 'returned')

describe('[§2.4.7] [V5] a decision that the minutes say returned', () => {
  const reason = `Contraire au bail. ${'Voir la clause. '.repeat(40)}`.trim()
  const returned = (on: string) => ({ status: 'returned' as const, returned: { reason, on } })

  test('by the structure of the evening’s decision: a feedback with the reason, however long', () => {
    const board = fixtureBoard()
    const transmissions = Object.fromEntries(
      Object.entries(board.transmissions).map(([id, each]) => [
        id,
        each.decisionRef === 'ECO-2026-013' && each.kind === 'register' ? { ...each, ...returned('2026-12-10') } : each,
      ]),
    )
    const [circuit] = Object.values(transmissions).filter(({ status }) => status === 'returned')
    const previous = previousFrom(recordOf({ transmissions }))
    expect(feedbacksIn(previous)).toMatchObject([{ title: circuit?.title, kind: 'feedback', towards: circuit?.to, text: reason }])
    expect(previous.transmissions.find(({ ref }) => ref === 'ECO-2026-013')).toMatchObject({ state: 'returned', reason })
  })

  const former = {
    id: 'former',
    decisionRef: 'ECO-2026-011',
    title: 'Le hangar',
    to: 'org:sci',
    kind: 'register' as const,
    carriedOver: true as const,
  }
  test.each([
    ['after the meeting', '2026-12-10', 1],
    ['before it, which had the feedback on its agenda', '2026-12-01', 0],
  ])('of a meeting before, known %s', (_when, on, asked) => {
    const record = recordOf({ transmissions: { former: { ...former, ...returned(on) } } })
    expect(feedbacksIn(previousFrom(record))).toMatchObject(asked === 0 ? [] : [{ title: 'Le hangar', towards: 'org:sci', text: reason }])
  })

  test('known on the day of the meeting, which had the feedback among its points: not asked again', () => {
    const record = recordOf({ transmissions: { former: { ...former, ...returned('2026-12-03') } } })
    expect(feedbacksIn(previousFrom(record))).toHaveLength(1)
    const [item] = record.items
    const point = { ...item!, kind: 'feedback' as const, title: 'Le hangar', towards: record.followUp.transmissions[0]!.to, decisions: [] }
    expect(feedbacksIn(previousFrom({ ...record, items: [...record.items, point] }))).toEqual([])
  })
})

describe('[D13] decisions to look at again, of meetings before', () => {
  const told = {
    ref: 'ECO-2026-002',
    title: 'Mutualiser le fourgon',
    responsible: 'org:coop',
    text: 'Le fourgon est à tous.',
    criteria: ['il sert'],
  }
  const due = { ...told, id: 'due', reviewOn: '2026-12-01' }
  const later = { ...told, id: 'later', ref: 'ECO-2026-001', reviewOn: '2027-03-01' }

  test('are in the minutes as data, and come to the meeting after, with what was said', () => {
    const kept = { ...due, at: at('18:40'), verdict: 'keep' as const, helped: 'les permanences', nextOn: '2027-06-03' }
    expect(previousFrom(recordOf({ reviews: { later, kept } })).reviews).toMatchObject([
      { ...told, ref: 'ECO-2026-001', reviewOn: '2027-03-01' },
      { ...told, reviewOn: '2027-06-03', said: { on: '2026-12-03', verdict: 'keep', helped: 'les permanences' } },
      { ref: 'ECO-2026-013' },
    ])
    expect(previousFrom(recordOf({ reviews: { due } })).reviews).toMatchObject([{ ...told, reviewOn: '2026-12-01' }, {}])
  })

  test('one that a decision of the evening replaces does not come back', () => {
    const [id, decision] = Object.entries(fixtureBoard().decisions)[0]!
    const record = recordOf({ reviews: { due }, decisions: { [id]: { ...decision, replaces: due.ref } } })
    expect(previousFrom(record).reviews?.map(({ ref }) => ref)).toEqual(['ECO-2026-013'])
  })

  test('[G5] an elected role stays one: what replaces it is an election', () => {
    const [id, decision] = Object.entries(fixtureBoard().decisions)[0]!
    const record = recordOf({ reviews: { due: { ...due, election: true } }, decisions: { [id]: { ...decision, process: 'election' } } })
    expect(previousFrom(record).reviews).toMatchObject([
      { ref: due.ref, election: true },
      { ref: 'ECO-2026-013', election: true },
    ])
  })

  test('[D10] an express consent of the evening is looked at by the very next meeting, whatever day it names', () => {
    const [id, decision] = Object.entries(fixtureBoard().decisions)[0]!
    const record = recordOf({ decisions: { [id]: { ...decision, process: 'consent-express' } } })
    expect(previousFrom(record).reviews).toMatchObject([{ ref: 'ECO-2026-013', reviewOn: '2026-12-03' }])
  })
})

test('[contract § Acts] numbers go on from those of the minutes, also where what they number does not come along', () => {
  const previous = previousOfRecord(fixtureRecord(), [])
  expect(previous.ok && previous.value.highest).toEqual({ decision: 13, action: 38 })
})

test('actions that the minutes give no number are as many in the next meeting', () => {
  const record = fixtureRecord()
  const actions = record.actions.map((action) => ({ ...action, ref: '' }))
  const { previous: _none, ...input } = parse(NewMeetingSchema, { title: 'suite' })
  const previous = previousFrom({ ...record, actions, followUp: { ...record.followUp, actions: [] } })
  const board = newBoard({ ...input, previous }, { id: 'next', now: '2027-01-07T17:00:00.000Z' })
  expect(Object.values(board.actions).map(({ title }) => title)).toEqual(actions.map(({ title }) => title))
})

test('titles as long as one may be, cut inside a character, do not make the minutes unreadable', () => {
  const [id, action] = Object.entries(fixtureBoard().actions)[0]!
  const title = `${'x'.repeat(199)}🌻 suivre`
  const previous = previousFrom(recordOf({ actions: { [id]: { ...action, title } } }))
  expect(previous.actions[0]?.title).toBe(title)
})

test('[A7] what a feedback taught goes on from the minutes alone, without being printed among the learnings', () => {
  const record = fixtureRecord()
  const taught = record.items.flatMap(({ feedback }) => feedback?.learning ?? [])
  expect(taught).toHaveLength(1)
  expect(record.learnings.map(({ text }) => text)).not.toContain(taught[0])
  expect(previousFrom(record).learnings).toContainEqual({ kind: 'learning', text: taught[0], on: '2026-12-03' })
})

test('[D5] [§2.4.3] minutes alone tell how their decision came about, what is to be spoken of and who was foreseen', () => {
  const previous = previousOfRecord(fixtureRecord(), organisations)
  if (!previous.ok) throw new Error(previous.refused)
  const { decisions, rolesForeseen, items } = previous.value
  expect(decisions).toMatchObject([
    {
      ref: 'ECO-2026-013',
      versions: [{ n: 1 }, { n: 2 }, { n: 3, text: expect.stringContaining('Lustrac') as string }],
      integrated: [{ by: 'Dario Menetti' }],
      concerns: [{ by: 'Léonard Puybaret' }],
    },
  ])
  expect(Object.keys(rolesForeseen ?? {})).toEqual(fixtureRecord().next?.roles.map(({ role }) => role))
  expect(items.filter(({ status }) => status === 'proposed').map(({ title }) => title)).toEqual(fixtureRecord().next?.toInclude)
})

test('[V7] a suspended decision keeps its text and what stood against it in minutes alone, without a name', () => {
  const record = fixtureRecord()
  const items = record.items.map((item) => ({
    ...item,
    ...(item.decisions.length > 0 && { outcome: 'postponed' as const }),
    decisions: item.decisions.map((decision) => ({
      ...decision,
      outcome: { is: 'suspended' as const },
      objections: decision.objections.map((one) => ({ ...one, outcome: { is: 'not-lifted' as const } })),
    })),
  }))
  const previous = previousOfRecord({ ...record, items }, organisations)
  const kept = previous.ok ? previous.value.items.find(({ status }) => status === 'postponed')?.kept : undefined
  expect(kept).toMatchObject({
    text: expect.stringContaining('Lustrac') as string,
    objections: [expect.stringContaining('budget') as string],
  })
  expect(JSON.stringify(kept)).not.toContain('Menetti')
})
