import { describe, expect, test } from 'vitest'
import type { ActInput } from '../acts.ts'
import { Circle, circle } from '../circle.ts'
import { previousOf } from '../previous.ts'
import type { Transmission } from '../transmissions/entities.ts'
import { formerNews, heardOf } from '../transmissions/former-news.ts'
import type { Action } from './entities.ts'
import { isHeldBack } from './judge.ts'

/** The action that somebody has just made. */
const made = (c: Circle, who: string, act: ActInput) => {
  const id = c.did(who, act)
  return c.board.actions[id]
}
const create = (more: Partial<Extract<ActInput, { type: 'create-action' }>> = {}): ActInput => ({
  type: 'create-action',
  title: 'Ouvrir le calendrier',
  ...more,
})

describe('[C5, C6] taking an action', () => {
  test('nobody is assigned by default: without taker, asked, or accepted by oneself', () => {
    const c = circle('ada', 'ben', 'cleo')
    const status = (id: string) => c.board.actions[id]?.status
    expect(status(c.did('ada', create()))).toBe('open-without-taker')
    const asked = c.did('ada', create({ takers: ['cleo'] }))
    expect(status(asked)).toBe('proposed')
    expect(status(c.did('cleo', create({ takers: ['cleo', 'ben'] })))).toBe('accepted')
    c.did('cleo', { type: 'accept-action', actionId: asked })
    expect(c.board.actions[asked]).toMatchObject({ status: 'accepted', takers: [{ personId: 'cleo', accepted: true }] })
    expect(c.refusal('cleo', { type: 'accept-action', actionId: asked })).toBe('already-there')
  })

  test('[A3] somebody who is not here is asked by name, and accepts when they come', () => {
    const c = circle('ada', 'ben', 'cleo')
    const actionId = c.did('ada', create({ absent: ['Zoé Martin', 'ben'] }))
    expect(c.board.actions[actionId]).toMatchObject({
      status: 'proposed',
      absent: ['Zoé Martin'],
      takers: [{ personId: 'ben', accepted: false }],
    })
    c.did('ben', { type: 'give-back-action', actionId })
    expect(c.board.actions[actionId]?.status).toBe('proposed')
    c.joins('zoe', { name: 'Zoé Martin' })
    c.arrives('zoe').did('zoe', { type: 'accept-action', actionId })
    expect(c.board.actions[actionId]).toMatchObject({ status: 'accepted', takers: [{ personId: 'zoe', accepted: true }] })
    expect(c.board.actions[actionId]).not.toHaveProperty('absent')
    const other = c.did('ada', create({ absent: ['Zoé Martine'] }))
    expect(c.refusal('ben', { type: 'update-action', actionId: other, status: 'done' })).toBe('not-yours')
    expect(c.refolded()).toEqual(c.board)
  })

  test('[§2.6] observers create and take them too; anyone may volunteer', () => {
    const c = circle('ada', 'ben', 'cleo')
    c.joins('obs', { standing: 'observer' })
    c.arrives('obs')
    const id = c.did('obs', create())
    c.did('obs', { type: 'accept-action', actionId: id })
    expect(c.board.actions[id]?.takers).toEqual([{ personId: 'obs', accepted: true }])
  })

  test('[C6] given back without a reason, by who was asked or took it', () => {
    const c = circle('ada', 'ben', 'cleo')
    const id = c.did('cleo', create({ takers: ['cleo', 'ben'] }))
    expect(c.refusal('ada', { type: 'give-back-action', actionId: id })).toBe('not-yours')
    c.did('cleo', { type: 'give-back-action', actionId: id })
    expect(c.board.actions[id]?.status).toBe('proposed')
    c.did('ben', { type: 'give-back-action', actionId: id })
    expect(c.board.actions[id]).toMatchObject({ status: 'given-back', takers: [] })
  })

  test('[I7] for a person without a device, said by who entered them', () => {
    const c = circle('ada', 'ben', 'cleo')
    const guest = c.did('cleo', { type: 'enter-person', name: 'Gus' })
    expect(made(c, 'cleo', create({ takers: [guest] }))?.status).toBe('accepted')
    expect(made(c, 'ben', create({ takers: [guest] }))?.status).toBe('proposed')
  })
})

test('[A3] keeps where it comes from; unknown people, points and structures are refused', () => {
  const c = circle('ada', 'ben', 'cleo')
  const item = c.did('cleo', { type: 'propose-item', kind: 'information', title: 'Four', expectation: 'Écouter' })
  c.did('ada', { type: 'list-item', itemId: item })
  c.did('ada', { type: 'open-item', itemId: item })
  expect(made(c, 'ada', create({ forOrg: 'org:sci', due: '2026-12-20' }))).toMatchObject({
    itemId: item,
    forOrg: 'org:sci',
    due: '2026-12-20',
    ref: 'A-001',
  })
  expect(c.refusal('ada', create({ takers: ['nobody'] }))).toBe('unknown-person')
  expect(c.refusal('ada', create({ itemId: 'nothing' }))).toBe('no-such-thing')
  expect(c.refusal('ada', create({ forOrg: 'org:nowhere' }))).toBe('no-such-thing')
})

test('[C7] updated by its takers; one without taker by anyone; helpers are named', () => {
  const c = circle('ada', 'ben', 'cleo')
  const id = c.did('cleo', create({ takers: ['cleo'] }))
  expect(c.refusal('ben', { type: 'update-action', actionId: id, status: 'done' })).toBe('not-yours')
  c.did('cleo', { type: 'update-action', actionId: id, status: 'in-progress', due: '2026-12-20', helpNeeded: true })
  c.did('ben', { type: 'help-action', actionId: id })
  expect(c.refusal('ben', { type: 'help-action', actionId: id })).toBe('already-there')
  expect(c.board.actions[id]).toMatchObject({ status: 'in-progress', due: '2026-12-20', helpAsked: true, helpers: ['ben'] })
  c.did('cleo', { type: 'update-action', actionId: id, due: null })
  expect(c.board.actions[id]).not.toHaveProperty('due')
  const orphan = c.did('ada', create())
  c.did('ben', { type: 'update-action', actionId: orphan, status: 'dropped' })
  expect(c.refusal('ben', { type: 'accept-action', actionId: orphan })).toBe('wrong-status')
})

describe('[F11] actions of a former meeting', () => {
  const after = () => {
    const c = new Circle({
      title: 'Réunion',
      purpose: 'Se parler',
      scheduledStart: '2026-12-03T17:00:00Z',
      previous: {
        actions: [
          { ref: 'A-031', title: 'Afficher le parcours', who: ['Hugo Castaing'], state: 'accepted' },
          {
            ref: 'A-033',
            title: 'Recenser les bras',
            who: ['Inès Portalier', 'Absente Ailleurs'],
            state: 'in-progress',
            due: '2026-12-15',
          },
        ],
      },
    })
    for (const name of ['Hugo Castaing', 'Inès Portalier', 'Awa Ferrand'])
      c.joins(name, { personId: name.split(' ')[0]?.toLowerCase() ?? '', host: name.startsWith('Awa') })
    c.arrives('hugo', 'inès', 'awa')
    c.at('2026-12-03T17:00:00Z').did('awa', { type: 'open' })
    const [first, second] = Object.values(c.board.actions).toSorted((a, b) => (a.ref < b.ref ? -1 : 1))
    return { c, first: first?.id ?? '', second: second?.id ?? '' }
  }

  test('are theirs by their full name, with four answers: done, in progress, help, given back', () => {
    const { c, first, second } = after()
    expect(c.refusal('awa', { type: 'update-action', actionId: first, status: 'done' })).toBe('not-yours')
    c.did('hugo', { type: 'update-action', actionId: first, status: 'done' })
    expect(c.board.actions[first]).toMatchObject({ status: 'done', carriedOver: { seen: true } })
    c.did('inès', { type: 'update-action', actionId: second, helpNeeded: true })
    expect(c.board.actions[second]?.carriedOver).toMatchObject({ seen: true, helpAsked: true })
    c.did('inès', { type: 'give-back-action', actionId: second })
    expect(c.board.actions[second]).toMatchObject({ status: 'in-progress', carriedOver: { who: ['Absente Ailleurs'] } })
  })

  test('anyone may say that a line was looked at, and the numbers go on', () => {
    const { c, second } = after()
    c.did('hugo', { type: 'update-action', actionId: second, seen: true })
    expect(c.board.actions[second]?.carriedOver?.seen).toBe(true)
    expect(made(c, 'hugo', create())?.ref).toBe('A-034')
  })
})

test('[D11] an action that spends names its decision, and begins only once the structure has registered it', () => {
  const c = circle('ada', 'ben', 'cleo')
  const item = c.did('cleo', { type: 'propose-item', kind: 'decision', title: 'Le bois', expectation: 'Votre consentement' })
  c.did('ada', { type: 'list-item', itemId: item })
  c.did('ada', { type: 'open-item', itemId: item })
  const decisionId = c.did('cleo', {
    type: 'propose',
    itemId: item,
    text: 'Dix stères.',
    process: 'ascertained',
    responsible: 'org:sci',
    reviewOn: '2027-06-01',
  })
  expect(c.refusal('cleo', create({ spends: true }))).toBe('incomplete')
  const id = c.did('cleo', create({ spends: true, decisionId, takers: ['cleo'] }))
  const plain = c.did('cleo', create({ decisionId, takers: ['cleo'] }))
  for (const status of ['in-progress', 'done'] as const)
    expect(c.refusal('cleo', { type: 'update-action', actionId: id, status })).toBe('awaiting-registration')
  c.did('cleo', { type: 'update-action', actionId: plain, status: 'in-progress' })
  c.did('cleo', { type: 'update-action', actionId: id, due: '2026-12-20' })
  const action = c.board.actions[id]!
  expect(isHeldBack(c.board, action)).toBe(true)
  const registered = { ...c.board.decisions[decisionId]!, legalEffect: 'in-force' as const }
  expect(isHeldBack({ decisions: { [decisionId]: registered }, transmissions: {} }, action)).toBe(false)
  expect(c.refolded()).toEqual(c.board)
})

test('[D11] at the next meeting an action that spends still knows its decision, and whether that was registered when the meeting was made', () => {
  const transmission = { ref: 'ECO-2026-014', title: 'Le bois', to: 'org:sci' }
  const plain = { ref: 'A-040', title: 'Payer le bois', who: ['Cléo'], state: 'accepted' as const, decision: 'ECO-2026-014' }
  const spending = { ...plain, spends: true as const }
  const met = (state: 'sent' | 'registered' | 'returned') =>
    new Circle({ title: 'suite', previous: { transmissions: [{ ...transmission, state, date: '2026-12-04' }], actions: [spending] } })
  const only = (c: Circle) => Object.values(c.board.actions)[0]!
  for (const [state, waits] of [
    ['sent', true],
    ['returned', true],
    ['registered', false],
  ] as const) {
    const c = met(state)
    expect(only(c)).toMatchObject({ spends: true, decisionRef: 'ECO-2026-014' })
    expect(isHeldBack(c.board, only(c)), state).toBe(waits)
    expect(previousOf(c.board).actions).toMatchObject([{ ref: 'A-040', decision: 'ECO-2026-014', spends: true }])
  }
  const c = met('sent')
  c.joins('cleo', { name: 'Cléo' })
  c.joins('ada', { host: true })
  c.arrives('cleo', 'ada').did('ada', { type: 'convene', purpose: 'Suivre.' })
  c.did('ada', { type: 'open' })
  c.did('cleo', { type: 'update-action', actionId: only(c).id, status: 'done' })
  expect(only(c).status).toBe('done')
  expect(previousOf(new Circle({ title: 'fin', previous: { actions: [plain] } }).board).actions[0]).not.toHaveProperty('spends')
})

test('[D11] where the meeting hears what the structures of the one before answer, the action waits there too, until it does', () => {
  const transmission = { ref: 'ECO-2026-014', title: 'Le bois', to: 'org:sci', state: 'received' as const, date: '2026-12-04' }
  const spending = {
    ref: 'A-040',
    title: 'Payer le bois',
    who: ['Cléo'],
    state: 'accepted' as const,
    decision: 'ECO-2026-014',
    spends: true as const,
  }
  const c = new Circle({ title: 'suite', previous: { transmissions: [transmission], actions: [spending] } }, undefined, { followed: true })
  c.joins('cleo', { name: 'Cléo' })
  c.joins('ada', { host: true })
  c.arrives('cleo', 'ada').did('ada', { type: 'convene', purpose: 'Suivre.' })
  c.did('ada', { type: 'open' })
  const [{ id: actionId }] = Object.values(c.board.actions) as [Action]
  for (const status of ['in-progress', 'done'] as const)
    expect(c.refusal('cleo', { type: 'update-action', actionId, status })).toBe('awaiting-registration')
  c.did('cleo', { type: 'update-action', actionId, seen: true })
  const [circuit] = Object.values(c.board.transmissions) as [Transmission]
  const registered = { date: '2026-12-20', structureRef: 'CA-37', links: [] }
  c.hears({
    ...formerNews(c.board),
    circuits: [{ ...circuit, status: 'registered', registered }],
  })
  expect(c.board.transmissions[circuit.id]).toMatchObject({ status: 'registered', registered })
  c.did('cleo', { type: 'update-action', actionId, status: 'done' })
  expect(
    heardOf(c.board, {
      ...formerNews(c.board),
      circuits: [{ ...circuit, status: 'received', receivedOn: '2026-12-04' }],
    }),
  ).toEqual([])
  expect(c.refolded()).toEqual(c.board)
})

describe('[C6] [C7] whom an action names at the next meeting', () => {
  const opened = (previous: ConstructorParameters<typeof Circle>[0]['previous'], ...people: readonly string[]) => {
    const c = new Circle({ title: 'suite', purpose: 'Se parler', scheduledStart: '2027-01-07T17:00:00Z', previous })
    for (const personId of ['awa', ...people]) c.joins(personId, { host: personId === 'awa' })
    c.arrives('awa', ...people)
    c.at('2027-01-07T17:00:00Z').did('awa', { type: 'open' })
    return c
  }
  const only = (c: Circle): Action => Object.values(c.board.actions)[0]!

  test('[§2.5-4] who was merely asked is asked again, and carries nothing before accepting', () => {
    const c = circle('ada', 'ben', 'cleo')
    c.did('ada', create({ takers: ['ben'], absent: ['Zoé Martin'] }))
    expect(previousOf(c.board).actions).toMatchObject([{ who: [], proposedTo: ['ben', 'Zoé Martin'], state: 'proposed' }])
    const next = opened(previousOf(c.board), 'ben', 'cleo')
    const { id: actionId } = only(next)
    expect(only(next)).toMatchObject({ takers: [], absent: ['ben', 'Zoé Martin'], carriedOver: { who: [] } })
    expect(next.refusal('ben', { type: 'update-action', actionId, status: 'in-progress' })).toBe('not-yours')
    expect(next.refusal('cleo', { type: 'give-back-action', actionId })).toBe('not-yours')
    next.did('ben', { type: 'accept-action', actionId })
    expect(only(next)).toMatchObject({ status: 'accepted', absent: ['Zoé Martin'], takers: [{ personId: 'ben', accepted: true }] })
    expect(previousOf(next.board).actions).toMatchObject([{ who: ['ben'], proposedTo: ['Zoé Martin'] }])
    expect(next.refolded()).toEqual(next.board)
  })

  test('who declines is named no more; an action that only asked names nobody as its carrier, however it was told', () => {
    const previous = { actions: [{ ref: 'A-040', title: 'Acheter le bois', who: ['ben'], state: 'proposed' as const }] }
    const next = opened(previous, 'ben')
    expect(only(next)).toMatchObject({ takers: [], absent: ['ben'], carriedOver: { who: [] } })
    next.did('ben', { type: 'give-back-action', actionId: only(next).id })
    expect(only(next)).toMatchObject({ status: 'given-back', carriedOver: { who: [], seen: true } })
    expect(previousOf(next.board).actions[0]).not.toHaveProperty('proposedTo')
  })

  test('helpers are named again, and help once', () => {
    const c = circle('ada', 'ben', 'cleo')
    const helped = c.did('ada', create({ takers: ['ada'] }))
    c.did('cleo', { type: 'help-action', actionId: helped })
    const next = opened(previousOf(c.board), 'ben', 'cleo')
    const { id: actionId } = only(next)
    expect(only(next)).toMatchObject({ helpers: [], carriedOver: { who: ['ada'], helpers: ['cleo'] } })
    expect(next.refusal('cleo', { type: 'help-action', actionId })).toBe('already-there')
    next.did('ben', { type: 'help-action', actionId })
    expect(previousOf(next.board).actions).toMatchObject([{ who: ['ada'], helpers: ['cleo', 'ben'] }])
  })
})
