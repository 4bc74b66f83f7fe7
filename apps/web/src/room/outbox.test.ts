import type { Answer } from '@clairiere/ritual'
import { expect, test, vi } from 'vitest'
import { Outbox, type Pending } from './outbox.ts'

const world = () => {
  const network = { socket: true, http: true }
  const received: string[] = []
  const late: (string | undefined)[] = []
  const disk = { value: null as string | null }
  const accept = (pending: Pending): Answer => ({ id: pending.id, ok: true, facts: [] })
  const outbox = () =>
    new Outbox(
      {
        socket: (pending) => {
          if (network.socket) received.push(pending.id)
          return network.socket
        },
        http: async (pending) => {
          if (!network.http) return null
          received.push(pending.id)
          return accept(pending)
        },
        late: ({ message }) => void late.push(message),
      },
      { read: () => disk.value, write: (value) => (disk.value = value) },
      () => {},
    )
  return { network, received, late, disk, outbox, accept }
}
const weather = (id: string): Pending => ({ id, act: { type: 'give-weather', value: 'sun' } })

test('an act goes over the open socket and is settled by its answer', async () => {
  const { outbox, received, accept } = world()
  const box = outbox()
  const sent = box.send(weather('a'))
  expect(box.size).toBe(1)
  box.answer(accept(weather('a')))
  expect(await sent).toMatchObject({ ok: true })
  expect([received, box.size]).toEqual([['a'], 0])
})

test('without network an act that may wait survives a reload and goes out once the socket opens', async () => {
  const { network, outbox, received } = world()
  network.socket = network.http = false
  expect(await outbox().send(weather('a'))).toMatchObject({ refused: 'queued' })
  network.socket = true
  const reloaded = outbox()
  reloaded.resend()
  expect(received).toEqual(['a'])
  expect(reloaded.waiting).toEqual([weather('a')])
})

test('without network a command of the process is dropped with a word, and a whisper is never kept', async () => {
  const { network, outbox, disk } = world()
  network.socket = network.http = false
  expect(await outbox().send({ id: 'c', act: { type: 'close' } })).toMatchObject({ refused: 'dropped' })
  expect(await outbox().send({ id: 'w', act: { type: 'whisper', text: 'chut' } })).toMatchObject({ refused: 'dropped' })
  expect(disk.value).toBe('[]')
})

test('a socket lost before the answer: the same id goes by HTTP', async () => {
  const { outbox, received } = world()
  const box = outbox()
  const sent = box.send({ id: 'c', act: { type: 'close' } })
  await box.disconnected()
  expect(await sent).toMatchObject({ ok: true })
  expect(received).toEqual(['c', 'c'])
})

test('two tabs share one place on the device: neither erases what the other keeps', async () => {
  const { network, outbox, disk, accept } = world()
  network.socket = network.http = false
  const [one, two] = [outbox(), outbox()]
  await one.send(weather('a'))
  await two.send(weather('b'))
  expect(outbox().waiting.map(({ id }) => id)).toEqual(['a', 'b'])
  one.answer(accept(weather('a')))
  expect(JSON.parse(disk.value ?? '')).toEqual([weather('b')])
})

test('an act over HTTP does not overtake those that waited for the network', async () => {
  const { network, outbox, received } = world()
  network.socket = network.http = false
  const box = outbox()
  await box.resendByCall()
  await box.send(weather('a'))
  network.http = true
  expect(await box.send(weather('b'))).toMatchObject({ ok: true })
  expect(received).toEqual(['a', 'b'])
})

test('a command that flies again on a new socket is not called dropped when its call is silent', async () => {
  const { network, outbox, accept } = world()
  network.http = false
  const box = outbox()
  const close: Pending = { id: 'c', act: { type: 'close' } }
  const sent = box.send(close)
  const tried = box.disconnected()
  box.resend()
  await tried
  expect(box.waiting).toEqual([close])
  box.answer(accept(close))
  expect(await sent).toMatchObject({ ok: true })
})

test('what its maker was told is kept stays kept while the server cannot write or has too much to do, and goes again', async () => {
  vi.useFakeTimers()
  try {
    const { network, outbox, received, accept } = world()
    network.socket = network.http = false
    const box = outbox()
    await box.send(weather('a'))
    network.socket = true
    for (const refused of ['not-saving', 'too-many']) {
      box.resend()
      box.answer({ id: 'a', ok: false, refused })
      expect(box.waiting).toEqual([weather('a')])
    }
    vi.advanceTimersByTime(10_000)
    expect(received).toEqual(['a', 'a', 'a'])
    box.answer(accept(weather('a')))
    expect(box.size).toBe(0)
  } finally {
    vi.useRealTimers()
  }
})

test('an act that was said to be kept and is refused in the end is told, and its words are given back, also after a reload', async () => {
  const { network, outbox, disk, late, accept } = world()
  network.socket = network.http = false
  const box = outbox()
  const note: Pending = { id: 'n', act: { type: 'add-note', itemId: 'i', text: 'Le four est froid', channel: 'written' } }
  await box.send(note)
  await box.send(weather('a'))
  network.socket = true
  box.resend()
  box.answer(accept(weather('a')))
  box.answer({ id: 'n', ok: false, refused: 'wrong-status', message: 'Le point est clos.' })
  expect(late).toEqual(['Le point est clos.'])
  expect([box.size, box.refused]).toEqual([0, [note]])
  const reloaded = outbox()
  expect([reloaded.size, reloaded.refused]).toEqual([0, [note]])
  reloaded.giveUp('n')
  expect([reloaded.refused, disk.value]).toEqual([[], '[]'])
})

test('one whose maker waits for the answer is not given back: the form still holds its words', async () => {
  const { outbox } = world()
  const box = outbox()
  const sent = box.send({ id: 'n', act: { type: 'add-note', itemId: 'i', text: 'Le four', channel: 'written' } })
  box.answer({ id: 'n', ok: false, refused: 'wrong-status' })
  expect(await sent).toMatchObject({ refused: 'wrong-status' })
  expect(box.refused).toEqual([])
})
