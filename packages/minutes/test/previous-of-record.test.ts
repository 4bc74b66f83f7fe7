import { newBoard, NewMeetingSchema } from '@clairiere/ritual'
import { parse } from 'valibot'
import { expect, test } from 'vitest'
import { previousOfRecord, printJson, readJson, type MinutesRecord } from '../src/index.ts'
import { fixtureBoard } from './fixture-board.ts'
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
  expect(previous.ok && previous.value.items).toMatchObject([
    { kind: 'broadcast', status: 'objected', text: expect.stringContaining('– Qui loge ?') as string },
    { kind: 'decision', replaces: 'ECO-2026-013', text: expect.stringContaining('– Qui loge ?') as string },
  ])
  expect(JSON.stringify(previous.ok && previous.value.items)).not.toContain('Dario')
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
