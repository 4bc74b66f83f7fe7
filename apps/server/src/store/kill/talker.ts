import { writeSync } from 'node:fs'
import { bytes } from '../contract/people.ts'
import { openSqliteStore } from '../sqlite.ts'
import type { Mark, OpenedMeeting, Store } from '../store.ts'

/**
 * A process that talks in two meetings until it is killed. Each tick is one word, its own number; it compacts and seals as it goes, and
 * says on stdout what the store promised: `committed <meeting> <seq>`.
 */
const [dataDir, durability] = process.argv.slice(2)
if (dataDir === undefined || (durability !== 'power' && durability !== 'process')) throw new Error('give a data directory and a durability')

const store = await openSqliteStore({ dataDir, durability })
await Promise.all(['first', 'second'].map((meetingId) => talk(store, meetingId)))

async function talk(live: Store, meetingId: string): Promise<never> {
  const waiting: { mark: Mark; seq: number }[] = []
  const committed = (mark: Mark): void => {
    let seq = 0
    while (waiting[0] !== undefined && waiting[0].mark <= mark) seq = waiting.shift()?.seq ?? seq
    writeSync(1, `committed ${meetingId} ${seq}\n`)
  }
  await live.createMeeting({ meetingId, meta: '{}', seed: { board: '{}', update: null } })
  const opened = await live.open(meetingId, { committed, synced: () => {} })
  if (opened === null) throw new Error('it was just made')
  let words = wordsOf(opened)
  const { journal } = opened
  const seal = async (): Promise<void> => {
    const seed = { board: '{}', update: bytes(words) }
    await journal.seal({ minutes: { version: journal.generation, record: bytes(words) }, seed, finalStateVector: bytes('end') })
  }
  // the last process was killed when it was about to
  if (journal.seq === journal.generation * 150) await seal()
  for (;;) {
    const word = `${journal.seq + 1};`
    waiting.push(
      journal.append({ update: bytes(word), facts: `["${word}"]`, confidences: [{ kind: 'k', person: 'p', subject: 's', payload: word }] }),
    )
    words += word
    if (journal.seq % 150 === 0) await seal()
    else if (journal.seq % 40 === 0) await journal.compact({ upto: journal.seq, update: bytes(words), verify: () => true })
    else if (journal.seq % 3 === 0) await new Promise((resolve) => setImmediate(resolve))
  }
}

function wordsOf({ snapshot, updates }: OpenedMeeting): string {
  const decoder = new TextDecoder()
  return [snapshot?.update, ...updates.map(({ update }) => update)].map((part) => decoder.decode(part)).join('')
}
