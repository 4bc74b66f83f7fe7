import type { Answer } from '@clairiere/ritual'
import { expect, test } from 'vitest'
import { Outbox, type Pending } from './outbox.ts'

const world = () => {
  const network = { socket: true, http: true }
  const received: string[] = []
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
      },
      { read: () => disk.value, write: (value) => (disk.value = value) },
      () => {},
    )
  return { network, received, disk, outbox, accept }
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
