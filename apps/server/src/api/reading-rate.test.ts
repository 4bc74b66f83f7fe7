import { expect, test } from 'vitest'
import { House } from '../test/house.ts'

async function evening(environment: Record<string, string> = {}) {
  const house = await House.open(environment)
  const meeting = await house.meeting()
  const [ada, ben] = [await house.join(meeting.id, meeting.host, 'Ada'), await house.join(meeting.id, meeting.join, 'Ben')]
  for (const guest of [ada, ben]) await house.does(meeting.id, guest, { type: 'agree-frame' })
  await house.does(meeting.id, ada, { type: 'open' })
  await house.does(meeting.id, ada, { type: 'claim-role', role: 'facilitator', rank: 'holder' })
  await house.does(meeting.id, ada, { type: 'close', postponeRest: true })
  const get = (path: string, bearer: string) => house.call('GET', `/api/meetings/${meeting.id}${path}`, undefined, { bearer })
  /** Reads until it is told to slow down, at most `most` times; answers how often it was served, and what it was told. */
  const drain = async (path: string, bearer: string, most: number) => {
    for (let served = 0; served < most; served++) {
      const answer = await get(path, bearer)
      if (answer.status === 429) return { served, answer }
      if (answer.status >= 400) throw new Error(`${path}: ${answer.status}`)
    }
    return { served: most, answer: null }
  }
  return { house, meeting, ada, ben, get, drain }
}

test.for(['', '/document', '/confidences'])(
  'whoever reads « …%s » without end is told to wait, in one sentence; who shares their address is not',
  async (path) => {
    const { ada, ben, get, drain } = await evening()
    const { served, answer } = await drain(path, ada.token, 3_000)
    expect([answer?.headers.get('retry-after'), answer?.json['error'], answer?.json['message']]).toEqual([
      '10',
      'too-many',
      'C’est beaucoup d’un coup. Attends un peu et recommence.',
    ])
    // Ten devices that poll make 8 a second, for a minute and more.
    expect(served).toBeGreaterThanOrEqual(600)
    expect((await get(path, ben.token)).status).toBeLessThan(300)
  },
)

test('minutes, each printed anew, have a rate of their own: the rest goes on being read', async () => {
  const { ada, ben, get, drain } = await evening()
  const { served } = await drain('/minutes.json', ada.token, 1_000)
  expect(served).toBeGreaterThanOrEqual(60)
  expect(served).toBeLessThan(200)
  expect((await get('/given-time.csv', ada.token)).status).toBe(429)
  expect([(await get('', ada.token)).status, (await get('/minutes.json', ben.token)).status]).toEqual([200, 403])
})

test('by a link, and by nothing, the address counts: a hall of 150 that opens it at once is served', async () => {
  const { meeting, ada, get, drain } = await evening()
  const { served } = await drain('', meeting.join, 5_000)
  expect(served).toBeGreaterThanOrEqual(1_000)
  expect((await drain('', meeting.observe, 1_000)).served).toBeLessThan(500)
  expect((await get('', ada.token)).status).toBe(200)
})

test('RATE_LIMITS multiplies it', async () => {
  const { ada, drain } = await evening({ RATE_LIMITS: '3' })
  expect((await drain('/minutes.md', ada.token, 1_000)).served).toBeGreaterThanOrEqual(180)
})
