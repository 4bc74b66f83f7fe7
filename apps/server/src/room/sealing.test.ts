import { describe, expect, test } from 'vitest'
import { minutesRecord } from '@clairiere/minutes'
import { readWords } from '@clairiere/ritual'
import * as Y from 'yjs'
import { evening } from './test/evening.ts'
import { EVENING, MEETING } from './test/rehearsal.ts'
import { until } from './test/until.ts'

const AT = (minutes: number): number => EVENING + minutes * 60_000

describe('sealing', () => {
  async function sealed() {
    const meeting = await evening()
    const { rehearsal, ada, cleo, dan } = meeting
    const device = rehearsal.device().connect(dan, { generation: 1 })
    await until('in step', () => device.saved === 1)
    device.doc.getMap('learnings').set('a', { kind: 'learning', text: 'à garder', rank: 1 })
    await until('saved', () => device.saved === device.sent)
    await rehearsal.does(dan, { type: 'give-weather', value: 'storm', words: 'un enfant malade' })
    await rehearsal.does(ada, { type: 'close', postponeRest: true })
    rehearsal.clock.advance(AT(60 * 24 * 20))
    await rehearsal.does(ada, { type: 'seal' })
    const record = minutesRecord(
      {
        ...rehearsal.room.board,
        meeting: {
          ...rehearsal.room.board.meeting,
          status: 'sealed',
          sealedAt: new Date(rehearsal.clock.now()).toISOString(),
          sealedBy: [ada, cleo],
          minutesVersion: 1,
          keys: [],
        },
      },
      readWords(rehearsal.room.doc),
      { now: new Date(rehearsal.clock.now()).toISOString() },
    )
    const last = rehearsal.device().connect(cleo)
    const id = last.act({ type: 'seal' })
    await until('everyone is sent back', () => device.closed === 4409 && last.closed === 4409)
    return { ...meeting, device, last, id, record }
  }

  test('[AC-05, AC-26] a new generation: the same words and board, another document, and what was said in the circle is nowhere', async () => {
    const { rehearsal, dan, device, last, id } = await sealed()
    expect(last.answerTo(id)).toMatchObject({ ok: true })
    expect(device.messages.at(-1)).toEqual({ reset: 'generation' })
    expect(device.confided('weather')).toEqual([])
    expect(rehearsal.room.generation).toBe(2)
    expect(rehearsal.room.board.meeting).toMatchObject({ status: 'sealed', minutesVersion: 1 })
    const fresh = rehearsal.device().connect(dan, { generation: 2 })
    await until('in step', () => fresh.saved === 1)
    expect(fresh.doc.getMap('learnings').toJSON()).toEqual({ a: { kind: 'learning', text: 'à garder', rank: 1 } })
    expect(fresh.doc.getMap('board').get('meeting')).toMatchObject({ status: 'sealed' })
    expect(rehearsal.room.readers.read(dan, null).confidences).toEqual([])
    expect([...Y.decodeStateVector(Y.encodeStateVector(fresh.doc)).keys()].some((client) => device.doc.store.clients.has(client))).toBe(
      false,
    )
  })

  test('the sealed record stands in the store, whoever asks and whatever comes after', async () => {
    const { rehearsal, record } = await sealed()
    const bytes = await rehearsal.means.store.minutes(MEETING, 1)
    expect(JSON.parse(new TextDecoder().decode(bytes ?? new Uint8Array()))).toEqual(JSON.parse(JSON.stringify(record)))
  })

  test('[pitfall 22] loaded again and again, a sealed document shows the same and writes nothing', async () => {
    const { rehearsal } = await sealed()
    const shown = (): unknown => [rehearsal.room.doc.getMap('board').toJSON(), readWords(rehearsal.room.doc)]
    const before = shown()
    const seq = rehearsal.room.seq
    for (let load = 0; load < 3; load++) {
      await rehearsal.restart()
      expect(shown()).toEqual(before)
      expect(rehearsal.room.seq).toBe(seq)
    }
  })

  test('an id that a past generation ended with is nobody’s in the next: written again, it would send everybody back for ever', async () => {
    const { rehearsal, ada, cleo, dan, eve, device } = await sealed()
    for (const scribe of [ada, cleo]) await rehearsal.does(scribe, { type: 'reopen', reason: 'une faute' })
    const raw = rehearsal.device()
    raw.doc.clientID = device.doc.clientID
    raw.connect(dan, { generation: 2 })
    await until('in step', () => raw.saved === 1)
    raw.doc.getMap('learnings').set('b', { kind: 'learning', text: 'sous un ancien nom', rank: 2 })
    await until('refused', () => raw.closed === 4403)
    expect(rehearsal.room.doc.store.clients.has(device.doc.clientID)).toBe(false)
    const fresh = rehearsal.device().connect(eve, { generation: 2 })
    await until('in step', () => fresh.saved === 1)
    fresh.hangUp()
    const again = rehearsal.device()
    again.adopt(fresh.doc)
    again.connect(eve, { generation: 2 })
    await until('let in', () => again.saved === 1)
    expect(again.closed).toBeNull()
  })

  test('[AC-26] a device of the older generation gets 4409: by its number, or by the document it shows', async () => {
    const { rehearsal, dan, device } = await sealed()
    expect(rehearsal.device().connect(dan, { generation: 1 }).closed).toBe(4409)
    const stock = rehearsal.device()
    Y.applyUpdate(stock.doc, Y.encodeStateAsUpdate(device.doc))
    stock.connect(dan, { speaksMore: false })
    expect(stock.closed).toBe(4409)
    await rehearsal.restart()
    const later = rehearsal.device()
    Y.applyUpdate(later.doc, Y.encodeStateAsUpdate(device.doc))
    expect(later.connect(dan).closed).toBe(4409)
  })

  test('[always 12] a key that cannot be destroyed at once does not unmake the seal: it is tried again, and the room goes on in the new generation', async () => {
    const { rehearsal, ada, cleo } = await evening()
    await rehearsal.does(ada, { type: 'close', postponeRest: true })
    rehearsal.clock.advance(AT(60 * 24 * 20))
    let refusals = 1
    rehearsal.disk.seams.before = (step) => {
      if (step === 'key: unlink it' && refusals-- > 0) throw Object.assign(new Error('not permitted'), { code: 'EPERM' })
    }
    await rehearsal.does(ada, { type: 'seal' })
    expect(await rehearsal.perform(cleo, { type: 'seal' })).toMatchObject({ ok: true })
    expect(rehearsal.room.generation).toBe(2)
    expect(rehearsal.room.board.meeting).toMatchObject({ status: 'sealed', minutesVersion: 1 })
    await until('the key is gone', () => refusals < 0)
    await rehearsal.restart()
    expect(rehearsal.room.board.meeting).toMatchObject({ status: 'sealed', minutesVersion: 1 })
  })

  test.for(['seals', 'forgets'] as const)(
    '[always 1] words that wait for their tick as a meeting %s, or come meanwhile: not in the next document, not told as saved, and the device can tell which',
    async (how) => {
      const { rehearsal, ada, cleo, dan, eve } = await evening()
      const [device, reader] = [rehearsal.device().connect(dan, { generation: 1 }), rehearsal.device().connect(eve, { generation: 1 })]
      await until('in step', () => device.saved === 1 && reader.saved === 1)
      await rehearsal.does(ada, { type: 'close', postponeRest: true })
      rehearsal.clock.advance(AT(60 * 24 * 20))
      if (how === 'seals') await rehearsal.does(ada, { type: 'seal' })
      const learnings = device.doc.getMap('learnings')
      const write = (name: string, count: number): void =>
        device.doc.transact(() => {
          for (let at = 0; at < count; at++)
            learnings.set(`${name}-${at}`, { kind: 'learning', text: `${name} ${'m'.repeat(900)}`, rank: at })
        })
      // Each is a tick of its own by its weight: the act that seals comes after the first of them.
      for (const name of ['une', 'deux', 'trois']) write(name, 500)
      // The first words of an id build on nothing: in the next document they would fit.
      reader.doc.getMap('resources').set('a', { title: 'four solaire', rank: 1 })
      let isTurning = false
      rehearsal.disk.seams.before = () => {
        if (isTurning) return
        isTurning = true
        write('pendant', 1)
      }
      const before = reader.frames.length
      const turned = how === 'seals' ? (await rehearsal.perform(cleo, { type: 'seal' })).ok : await rehearsal.room.forget((meta) => meta)
      expect(turned).toBe(true)
      await until('all are sent back', () => device.closed === 4409 && reader.closed === 4409)
      expect([isTurning, device.messages.at(-1)]).toEqual([true, { reset: 'generation' }])

      const kept = Object.keys(rehearsal.room.doc.getMap('learnings').toJSON())
      const names = new Set(kept.map((key) => key.split('-')[0] ?? ''))
      expect(names.has('pendant') || names.has('trois')).toBe(false)
      expect([device.saved, reader.saved]).toEqual([1 + names.size, 1])
      expect(rehearsal.room.doc.getMap('resources').size).toBe(0)
      expect(
        reader.frames.slice(before).some((frame) => Buffer.from(frame).includes('pendant mm') || Buffer.from(frame).includes('trois mm')),
      ).toBe(false)
      // By how the generation ended a device finds what had not arrived: all that was typed after what was kept.
      const past = await rehearsal.means.store.pastGeneration(MEETING, 1)
      const arrived = Y.decodeStateVector(past?.stateVector ?? new Uint8Array([0])).get(device.doc.clientID) ?? 0
      expect(arrived).toBe(kept.length)
      expect(Y.getState(device.doc.store, device.doc.clientID)).toBe(1501)
      await rehearsal.restart()
      expect(Object.keys(rehearsal.room.doc.getMap('learnings').toJSON()).toSorted()).toEqual(kept.toSorted())
    },
  )

  test('sealed, words are frozen', async () => {
    const { rehearsal, dan } = await sealed()
    const fresh = rehearsal.device().connect(dan, { generation: 2 })
    await until('in step', () => fresh.saved === 1)
    fresh.doc.getMap('learnings').set('b', { kind: 'learning', text: 'trop tard', rank: 2 })
    await until('refused', () => fresh.closed === 4403)
    expect(fresh.messages.at(-1)).toMatchObject({ refused: { code: 'frozen' } })
  })
})
