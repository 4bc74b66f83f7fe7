import * as Y from 'yjs'
import { applyFact, sealedSeed, type Board, type Fact, type Stamp } from '@clairiere/ritual'
import type { MetaChange, MinutesVersion } from '../store/store.ts'
import type { RoomCore } from './core.ts'
import { nextDocument } from './next-generation.ts'

/**
 * The second key is turned: the facts of the sealing and the sealed record take their place in one transaction of the store, which then starts a new
 * generation and destroys the key of this one [architecture § Forgetting]. Nothing may be written meanwhile. Rejects, and nothing happened, when the
 * disk has no room.
 */
export async function seal(core: RoomCore, facts: readonly Fact[], stamp: Stamp): Promise<void> {
  await core.means.store.synced(core.lastMark) // all that was answered before has left
  const sealed = facts.reduce((board, fact) => applyFact(board, { fact, stamp }), core.board)
  const record = core.means.writeRecord(sealed, core.state.doc)
  await turnGeneration(core, sealed, {
    minutes: {
      version: sealed.meeting.minutesVersion,
      record,
      // What a person had taken out stands in no earlier version either [V8].
      ...(facts.some(({ type }) => type === 'redacted') && { withdrawsEarlier: true }),
    },
  })
}

/** [§2.5-24] A meeting that nobody closed or sealed forgets what was said in the circle (P2); the rest of it stays as it was. */
export async function forget(core: RoomCore, meta: MetaChange): Promise<void> {
  await core.means.store.synced(core.lastMark)
  const forgottenAt = new Date(core.means.clock.now()).toISOString() // the minutes say so
  await turnGeneration(core, { ...core.board, record: { ...core.board.record, forgottenAt } }, { minutes: null, meta })
}

async function turnGeneration(core: RoomCore, board: Board, kept: { minutes: MinutesVersion | null; meta?: MetaChange }): Promise<void> {
  const { journal, state } = core
  const seedBoard = sealedSeed(board)
  const seed = { board: JSON.stringify(seedBoard), update: nextDocument(seedBoard, state.doc) }
  const stateVector = Y.encodeStateVector(state.doc)
  const past = [...core.past, { generation: journal.generation, stateVector }]
  const { seq } = await journal.seal({ ...kept, seed, finalStateVector: stateVector })
  core.confidences.forget()
  core.answers.forget()
  core.replace({ journal, seed: seed.board, snapshot: { upto: seq, update: seed.update }, updates: [], events: [], owners: [], past })
  core.disclose() // devices are asked to erase what they were shown
}
