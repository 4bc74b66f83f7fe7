import { describe, expect, test, vi } from 'vitest'
import { evening } from './test/evening.ts'
import { EVENING, Rehearsal } from './test/rehearsal.ts'
import { actId } from './test/device.ts'
import { until } from './test/until.ts'

const AT = (minutes: number): number => EVENING + minutes * 60_000

describe('acts', () => {
  test('an act becomes a fact on every board, once it is synced', async () => {
    const { rehearsal, ada, dan } = await evening()
    const device = rehearsal.device().connect(dan)
    await until('in step', () => device.saved === 1)
    const id = await rehearsal.does(ada, { type: 'propose-item', kind: 'information', title: 'Toiture' })
    expect(device.doc.getMap('board').get(`item:${id}`)).toMatchObject({ title: 'Toiture' })
    expect(rehearsal.room.board.items[id]).toMatchObject({ title: 'Toiture' })
  })

  test('nobody sees a fact, nor its author an answer, before the disk has it', async () => {
    const gate = Promise.withResolvers<void>()
    let isHeld = false
    let commits = 0
    const before = (step: string): void => void (commits += step === 'commit' ? 1 : 0)
    const rehearsal = await Rehearsal.start({}, { before, sync: () => (isHeld ? gate.promise : Promise.resolve()) })
    const ada = await rehearsal.join('Ada', { host: true })
    const device = rehearsal.device().connect(ada)
    await until('in step', () => device.saved === 1)
    isHeld = true
    const id = device.act({ type: 'propose-item', kind: 'information', title: 'Retenu' })
    device.doc.getMap('learnings').set('a', { kind: 'learning', text: 'après', rank: 1 })
    await until('it is in the log', () => rehearsal.room.board.items[id] !== undefined)
    const committed = commits
    await until('it is committed', () => commits > committed)
    expect(device.received('Retenu')).toBe(false)
    expect(device.answerTo(id)).toBeUndefined()
    gate.resolve()
    await until('answered', () => device.answerTo(id) !== undefined)
    expect(device.received('Retenu')).toBe(true)
  })

  test('a repeated act gets its first answer, and another’s id is no key to it', async () => {
    const { rehearsal, ada, dan } = await evening()
    const id = actId()
    const first = await rehearsal.perform(ada, { type: 'propose-item', kind: 'information', title: 'Une fois' }, id)
    const seq = rehearsal.room.seq
    expect(await rehearsal.perform(ada, { type: 'propose-item', kind: 'information', title: 'Deux fois' }, id)).toEqual(first)
    expect(await rehearsal.perform(dan, { type: 'propose-item', kind: 'information', title: 'La mienne' }, id)).toMatchObject({
      refused: 'already-there',
    })
    expect(rehearsal.room.seq).toBe(seq)
    await rehearsal.restart()
    expect(await rehearsal.perform(ada, { type: 'propose-item', kind: 'information', title: 'Trois fois' }, id)).toEqual(first)
  })

  test('a refused act sent again gets its first answer too, whatever holds by then; another act is judged', async () => {
    const { rehearsal, ada, dan } = await evening()
    const item = await rehearsal.does(ada, { type: 'propose-item', kind: 'information', title: 'Toiture' })
    const id = actId()
    const hide = { type: 'withdraw-item', itemId: item } as const
    const first = await rehearsal.perform(dan, hide, id)
    expect(first).toMatchObject({ ok: false })
    expect(await rehearsal.perform(dan, { type: 'propose-item', kind: 'information', title: 'La mienne' }, id)).toEqual(first)
    expect(await rehearsal.perform(dan, { type: 'propose-item', kind: 'information', title: 'La mienne' })).toMatchObject({ ok: true })
    expect(await rehearsal.perform(ada, { type: 'propose-item', kind: 'information', title: 'À une autre' }, id)).toMatchObject({
      ok: true,
    })
  })

  test('whoever is refused much pushes out nothing that others were refused', async () => {
    const { rehearsal, ada, dan } = await evening()
    const item = await rehearsal.does(ada, { type: 'propose-item', kind: 'information', title: 'Toiture' })
    const [own, other] = [actId(), actId()]
    const refused = await rehearsal.perform(dan, { type: 'withdraw-item', itemId: item }, own)
    for (let count = 0; count < 100; count++)
      await rehearsal.perform(ada, { type: 'close-item', itemId: 'rien' }, count === 0 ? other : actId())
    const again = { type: 'propose-item', kind: 'information', title: 'Encore' } as const
    expect(await rehearsal.perform(dan, again, own)).toEqual(refused)
    expect(await rehearsal.perform(ada, again, other)).toMatchObject({ ok: true })
  })

  test('what was refused because the disk was full is judged anew', async () => {
    const { rehearsal, ada } = await evening()
    const id = actId()
    const act = { type: 'propose-item', kind: 'information', title: 'Toiture' } as const
    const state = vi.spyOn(rehearsal.means.store, 'state', 'get').mockReturnValue('not-saving')
    expect(await rehearsal.perform(ada, act, id)).toMatchObject({ refused: 'not-saving' })
    state.mockRestore()
    expect(await rehearsal.perform(ada, act, id)).toMatchObject({ ok: true })
  })

  test('words sent before an act are judged before it', async () => {
    const { rehearsal, ada } = await evening()
    const device = rehearsal.device().connect(ada)
    await until('in step', () => device.saved === 1)
    device.doc.getMap('learnings').set('a', { kind: 'learning', text: 'avant', rank: 1 })
    const seq = rehearsal.room.seq
    const id = device.act({ type: 'propose-item', kind: 'information', title: 'Après' })
    await until('answered', () => device.answerTo(id) !== undefined)
    expect(device.answerTo(id)).toMatchObject({ ok: true, seq: seq + 2 })
  })

  test('[architecture] the board is the fold of its events: what a restart reads is what was there', async () => {
    const { rehearsal, ada, dan } = await evening()
    const device = rehearsal.device().connect(dan)
    await until('in step', () => device.saved === 1)
    await rehearsal.does(ada, { type: 'propose-item', kind: 'information', title: 'Toiture' })
    device.doc.getMap('learnings').set('a', { kind: 'learning', text: 'gardé', rank: 1 })
    await until('saved', () => device.saved === device.sent)
    const before = { board: rehearsal.room.board, doc: rehearsal.room.doc.getMap('board').toJSON() }
    await rehearsal.restart()
    expect(rehearsal.room.board).toEqual(before.board)
    expect(rehearsal.room.doc.getMap('board').toJSON()).toEqual(before.doc)
    expect(rehearsal.room.doc.getMap('learnings').toJSON()).toMatchObject({ a: { text: 'gardé' } })
  })

  test('a full disk: acts are answered not-saving, and everyone is told', async () => {
    let isFull = false
    const rehearsal = await Rehearsal.start(
      {},
      {
        before: () => {
          if (isFull) throw Object.assign(new Error('no room'), { code: 'ENOSPC' })
        },
      },
    )
    const ada = await rehearsal.join('Ada', { host: true })
    const device = rehearsal.device().connect(ada)
    await until('in step', () => device.saved === 1)
    isFull = true
    device.doc.getMap('learnings').set('a', { kind: 'learning', text: 'pas encore', rank: 1 })
    await until('not saving', () => rehearsal.means.store.state === 'not-saving')
    expect(await rehearsal.perform(ada, { type: 'open' })).toMatchObject({ refused: 'not-saving' })
    expect(device.saved).toBeLessThan(device.sent)
    expect(rehearsal.room.isIdle).toBe(false)
    rehearsal.room.tellStatus() // what `Rooms` does when the store says so
    device.doc.getMap('learnings').set('b', { kind: 'learning', text: 'reste ici', rank: 2 })
    expect(rehearsal.room.doc.getMap('learnings').has('b')).toBe(false)
    isFull = false
    await until('it saves again', () => rehearsal.means.store.state === 'saving')
    rehearsal.room.tellStatus()
    await until('saved at last', () => device.saved === device.sent)
    expect(rehearsal.room.doc.getMap('learnings').has('b')).toBe(true)
    expect(device.messages.flatMap((message) => ('status' in message ? [message['status']] : []))).toEqual(
      [true, false, true].map((saving) => ({ saving, now: expect.stringMatching(/^\d{4}-.*Z$/), memory: expect.any(String) })),
    )
  })
})

describe('confidences', () => {
  test('[AC-13] weather words reach the circle, and neither document, log nor seq', async () => {
    const { rehearsal, dan, eve } = await evening()
    const device = rehearsal.device().connect(eve)
    const observer = rehearsal.device().connect(await rehearsal.join('Maï', { standing: 'observer' }), { speaksMore: false })
    await until('in step', () => device.saved === 1)
    await rehearsal.does(dan, { type: 'give-weather', value: 'sun', words: 'un enfant malade' })
    expect(device.confided('weather')).toMatchObject([{ personId: dan, payload: { words: 'un enfant malade' } }])
    expect(observer.received('enfant malade')).toBe(false)
    expect(JSON.stringify(rehearsal.room.doc.toJSON())).not.toContain('enfant malade')
    expect(rehearsal.lines.join('')).not.toContain('enfant malade')
    await rehearsal.restart()
    expect(rehearsal.room.readers.read(eve, null).confidences).toMatchObject([{ kind: 'weather', payload: { words: 'un enfant malade' } }])
  })

  test('[§2.5-16, AC-10] an unsigned whisper arrives later, at the mood-watcher’s alone, and is gone after a restart', async () => {
    const { rehearsal, ben, dan, eve } = await evening()
    const watcher = rehearsal.device().connect(ben)
    const other = rehearsal.device().connect(eve)
    await until('in step', () => watcher.saved === 1 && other.saved === 1)
    const seq = rehearsal.room.seq
    await rehearsal.does(dan, { type: 'whisper', text: 'ça va trop vite' })
    rehearsal.clock.advance(rehearsal.clock.now() + 2_999)
    expect(watcher.confided('whisper')).toEqual([])
    rehearsal.clock.advance(rehearsal.clock.now() + 12_001)
    await until('it arrives', () => watcher.confided('whisper').length === 1)
    const [whisper] = watcher.confided('whisper')
    expect(whisper).toMatchObject({ payload: { text: 'ça va trop vite' } })
    expect(JSON.stringify(whisper)).not.toContain(dan)
    expect(other.received('trop vite')).toBe(false)
    expect(rehearsal.room.seq).toBe(seq)
    watcher.hangUp()
    other.hangUp()
    expect(rehearsal.room.isIdle).toBe(false)
    await rehearsal.restart()
    expect(rehearsal.room.readers.read(ben, null).confidences.filter(({ kind }) => kind === 'whisper')).toEqual([])
  })

  test('whispers are destroyed when the meeting leaves live, also those on their way', async () => {
    const { rehearsal, ada, ben, dan } = await evening()
    const watcher = rehearsal.device().connect(ben)
    await until('in step', () => watcher.saved === 1)
    await rehearsal.does(dan, { type: 'whisper', text: 'arrivé' })
    rehearsal.clock.advance(rehearsal.clock.now() + 20_000)
    await until('it arrives', () => watcher.confided('whisper').length === 1)
    await rehearsal.does(dan, { type: 'whisper', text: 'en chemin' })
    await rehearsal.does(ada, { type: 'close', postponeRest: true })
    await until('it is taken back', () => watcher.confided('whisper').length === 0)
    rehearsal.clock.advance(rehearsal.clock.now() + 20_000)
    expect(watcher.received('en chemin')).toBe(false)
  })

  test('[§2.5-24] whispers are destroyed half a day after the last person left', async () => {
    const { rehearsal, ben, dan } = await evening()
    const watcher = rehearsal.device().connect(ben)
    await until('in step', () => watcher.saved === 1)
    await rehearsal.does(dan, { type: 'whisper', text: 'oublié là' })
    rehearsal.clock.advance(rehearsal.clock.now() + 20_000)
    await until('it arrives', () => watcher.confided('whisper').length === 1)
    watcher.hangUp()
    const held = () => rehearsal.room.readers.read(ben, null).confidences.filter(({ kind }) => kind === 'whisper').length
    rehearsal.clock.advance(rehearsal.clock.now() + 12 * 3_600_000 - 1)
    rehearsal.room.sweep()
    expect(held()).toBe(1)
    rehearsal.clock.advance(rehearsal.clock.now() + 1)
    rehearsal.room.sweep()
    expect(held()).toBe(0)
    await rehearsal.room.settled()
    expect(rehearsal.room.isIdle).toBe(true)
  })

  test('[§4.8] whispers are a hint, not a stream', async () => {
    const { rehearsal, ben, dan } = await evening()
    rehearsal.device().connect(ben)
    for (let hint = 0; hint < 3; hint++) await rehearsal.does(dan, { type: 'whisper', text: `encore ${hint}` })
    expect(await rehearsal.perform(dan, { type: 'whisper', text: 'et encore' })).toMatchObject({ refused: 'too-many' })
    rehearsal.clock.advance(rehearsal.clock.now() + 210_000)
    expect(await rehearsal.perform(dan, { type: 'whisper', text: 'plus tard' })).toMatchObject({ ok: true })
  })

  test('over HTTP a cursor brings what changed since, and an unknown one everything', async () => {
    const { rehearsal, dan, eve } = await evening()
    await rehearsal.does(dan, { type: 'give-weather', value: 'sun', words: 'bien' })
    const first = rehearsal.room.readers.read(eve, null)
    expect(first).toMatchObject({ complete: true, confidences: [{ payload: { words: 'bien' } }] })
    expect(rehearsal.room.readers.read(eve, first.cursor)).toMatchObject({ complete: false, confidences: [] })
    await rehearsal.does(eve, { type: 'give-weather', value: 'rain', words: 'fatiguée' })
    expect(rehearsal.room.readers.read(eve, first.cursor).confidences).toMatchObject([{ payload: { words: 'fatiguée' } }])
    expect(rehearsal.room.readers.read(dan, first.cursor).complete).toBe(true)
  })
})

describe('comings and goings', () => {
  test('present at the first act or socket, away after 120 s without a device, back with the next', async () => {
    const rehearsal = await Rehearsal.start()
    const ada = await rehearsal.join('Ada', { host: true })
    const presence = () => rehearsal.room.board.people[ada]?.presence
    expect(presence()).toBe('expected')
    const device = rehearsal.device().connect(ada)
    expect(presence()).toBe('present')
    await until('in step', () => device.saved === 1)
    device.hangUp()
    rehearsal.clock.advance(AT(1))
    expect(presence()).toBe('present')
    rehearsal.clock.advance(AT(2))
    expect(presence()).toBe('away')
    expect(rehearsal.room.board.record.awaySince[ada]).toBe(new Date(EVENING).toISOString())
    await rehearsal.does(ada, { type: 'set-voices', voices: [] })
    expect(presence()).toBe('present')
  })

  test('whoever was present when the process ended has 120 s to come back', async () => {
    const rehearsal = await Rehearsal.start()
    const [ada, ben] = [await rehearsal.join('Ada', { host: true }), await rehearsal.join('Ben')]
    for (const person of [ada, ben]) await rehearsal.does(person, { type: 'set-voices', voices: [] })
    await rehearsal.restart()
    const device = rehearsal.device().connect(ada)
    await until('in step', () => device.saved === 1)
    rehearsal.clock.advance(AT(2))
    expect(rehearsal.room.board.people[ada]?.presence).toBe('present')
    expect(rehearsal.room.board.people[ben]?.presence).toBe('away')
  })
})
