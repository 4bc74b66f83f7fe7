import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { decodeUpdate } from './decode.ts'
import { Holders, type Holder } from './holder.ts'
import { layOver } from './inspect.ts'
import type { Keep } from './keep.ts'
import { DEFAULT_LIMITS } from './limits.ts'
import { findNovelty } from './novelty.ts'
import { Owners } from './owners.ts'
import { EDITS } from './rehearsal/edits.ts'
import { unforge } from './rehearsal/forge.ts'
import { mutate } from './rehearsal/mutate.ts'
import { Seeded, seeds } from './rehearsal/seeded.ts'
import { schemaOf, Stage, type Standing } from './rehearsal/stage.ts'
import type { Piece } from './piece.ts'
import type { Space } from './space.ts'
import { Stop } from './verdict.ts'
import { entriesOf, startOf, type SharedType } from './yjs-internals.ts'

const ROOTS = ['draft:0', 'draft:1', 'note:0', 'note:1', 'cards']
const KEYS = ['c0', 'c1', 'c2', 'c3']

/** Every unit of a list in its order, by id. */
function unitsOf(first: { client: number; clock: number; length: number }[]): string[] {
  return first.flatMap(({ client, clock, length }) => Array.from({ length }, (_, unit) => `${client}:${clock + unit}`))
}

function foreseen(space: Space, holder: Holder): unknown {
  const lists: unknown[] = []
  const row: Piece[] = []
  for (let piece = space.start(holder); piece !== null; piece = space.right(piece)) {
    row.push(piece)
    if (piece.type !== null) lists.push(foreseen(space, piece.type))
  }
  const keys = KEYS.map((key) => {
    const chain: Piece[] = []
    for (let entry = space.entry(holder, key); entry !== null; entry = space.left(entry)) chain.unshift(entry)
    return unitsOf(chain)
  })
  return [unitsOf(row), keys, lists]
}

function actual(type: SharedType): unknown {
  const lists: unknown[] = []
  const row: Y.Item[] = []
  for (let item = startOf(type); item !== null; item = item.right) {
    row.push(item)
    if (item.content instanceof Y.ContentType) lists.push(actual(item.content.type))
  }
  const keys = KEYS.map((key) => {
    const chain: Y.Item[] = []
    for (let entry = entriesOf(type).get(key) ?? null; entry !== null; entry = entry.left) chain.unshift(entry)
    return unitsOf(chain.map(place))
  })
  return [unitsOf(row.map(place)), keys, lists]
}

function place({ id, length }: Y.Item): { client: number; clock: number; length: number } {
  return { client: id.client, clock: id.clock, length }
}

/** Where every unit would stand, against where Yjs then puts it. Answers false when the update is refused on the way. */
function comparePlaces(stage: Stage, update: Uint8Array, seed: number): boolean {
  const { doc } = stage
  const schema = schemaOf()
  const owners = new Owners(DEFAULT_LIMITS, stage.guard.owners())
  const keep: Keep<Standing> = { doc, schema, limits: DEFAULT_LIMITS, owners, holders: new Holders(doc, schema.roots) }
  let before: Map<string, unknown>
  let newRoots: ReadonlyMap<string, Holder>
  try {
    const decoded = decodeUpdate(update)
    const novelty = findNovelty(doc, decoded, { principal: 'ada', kind: 'update' }, keep.owners, keep.limits)
    const ground = layOver(keep, decoded, novelty, { standing: 'writer', kind: 'update' })
    newRoots = ground.newRoots
    before = new Map(
      ROOTS.flatMap((name) => {
        const holder = keep.holders.root(name) ?? newRoots.get(name)
        return holder === undefined ? [] : [[name, foreseen(ground.space, holder)] as const]
      }),
    )
  } catch (cause) {
    if (cause instanceof Stop) return false
    throw cause
  }
  // Without its deletes, so that nothing is collected before it is looked at.
  const verdict = stage.guard.inspect(update, { principal: 'ada', standing: 'writer', kind: 'update', frozen: false })
  if (verdict.outcome !== 'apply') return false
  doc.transact(() => {
    Y.applyUpdate(doc, verdict.update)
    for (const [name, expected] of before) expect(actual(doc.get(name)), `seed ${seed} ${name}`).toEqual(expected)
  })
  return true
}

test('every unit stands where Yjs puts it, whoever wrote at the same place meanwhile', { timeout: 3_600_000 }, () => {
  let compared = 0
  for (const seed of seeds({ desk: 25, full: 50 })) {
    const random = new Seeded(seed)
    const stage = new Stage()
    for (const client of [11, 7, 22, 33]) stage.guard.claim(client, 'ada')
    const replicas = [11, 7, 22, 33].map((client) => stage.copy(client))
    for (let left = 40; left > 0; left--) {
      const replica = random.pick(replicas)
      for (let times = 1 + random.int(3); times > 0; times--) random.pick(EDITS)(replica, random)
      if (random.once(3)) Y.applyUpdate(replica, Y.encodeStateAsUpdate(stage.doc))
      if (random.once(2)) continue
      // One mutant in front of the real update; when it goes in, the replica it came from is spoiled.
      const update = stage.missing(replica)
      if (random.once(6) && comparePlaces(stage, mutate(unforge(update), stage.doc, [11, 7, 22, 33], random), seed)) {
        const client = random.int(2 ** 30)
        stage.guard.claim(client, 'ada')
        replicas.splice(replicas.indexOf(replica), 1, stage.copy(client))
        compared++
        continue
      }
      if (comparePlaces(stage, update, seed)) compared++
    }
  }
  expect(compared).toBeGreaterThan(100)
})
