import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { text } from '../contract/people.ts'
import { openSqliteStore } from '../sqlite.ts'

const ROUNDS = 5

/** A real process, killed for good: what was committed is there, in each round on top of what the kills before it left. */
describe('kill -9', () => {
  let dataDir: string
  beforeAll(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'clairiere-kill-'))
  })
  afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

  for (let round = 1; round <= ROUNDS; round += 1) {
    test(`takes nothing that was committed, round ${round}`, async () => {
      const promised = await talkUntilKilled(dataDir, 17 + round * 41)
      expect(promised.size).toBe(2)
      const store = await openSqliteStore({ dataDir, durability: 'power' })
      expect(store).toMatchObject({ wasClosedWell: false, epoch: round * 2 })
      for (const [meetingId, seq] of promised) {
        const opened = await store.open(meetingId, { committed: () => {}, synced: () => {} })
        if (opened === null) throw new Error('the meeting is gone')
        expect(opened.seq).toBeGreaterThanOrEqual(seq)
        const words = [text(opened.snapshot?.update), ...opened.updates.map(({ update }) => text(update))].join('')
        expect(words).toBe(Array.from({ length: opened.seq }, (_, at) => `${at + 1};`).join(''))
        const sealedAt = opened.seq - opened.events.length
        expect(opened.events.map((event) => event.seq)).toEqual(Array.from(opened.events, (_, at) => sealedAt + at + 1))
        expect(opened.confidences.map((held) => held.payload)).toEqual(opened.events.length > 0 ? [`${opened.seq};`] : [])
        expect(opened.generation).toBe(1 + Math.floor(sealedAt / 150))
        expect((await store.meeting(meetingId))?.versions).toHaveLength(opened.generation - 1)
        opened.journal.release()
      }
      await store.close()
    })
  }
})

/** Runs the talker, kills it once it has promised so many times, and returns the last seq it promised in each meeting. */
async function talkUntilKilled(dataDir: string, promises: number): Promise<Map<string, number>> {
  const talker = fileURLToPath(new URL('talker.ts', import.meta.url))
  const child = spawn(process.execPath, [talker, dataDir, 'power'], { stdio: ['ignore', 'pipe', 'inherit'] })
  const gone = once(child, 'exit')
  const promised = new Map<string, number>()
  let heard = 0
  for await (const line of createInterface({ input: child.stdout })) {
    const [word, meetingId, seq] = line.split(' ')
    if (word !== 'committed' || meetingId === undefined) throw new Error(`the talker said ${line}`)
    promised.set(meetingId, Number(seq))
    heard += 1
    if (heard === promises) child.kill('SIGKILL')
  }
  await gone
  return promised
}
