import type * as Y from 'yjs'
import type { Id } from '../decode.ts'
import * as forge from './forge.ts'
import type { Forged, ForgedStruct } from './forge.ts'
import type { Seeded } from './seeded.ts'

const NAMES = ['cards', 'facts', 'draft:0', 'note:0', 'note:1', 'other', '__proto__', 'c0', 'level']
/** Groups of nothing until the next one counts for infinity. */
const UNENDING = Array<number>(150).fill(128)
const KEYS = ['c0', 'c1', 'level', 'new', '__proto__', 'constructor']

const CONTENTS: readonly (() => ForgedStruct)[] = [
  () => forge.gc(2),
  () => forge.deleted(1),
  () => forge.deleted(3),
  () => forge.skip(1),
  () => forge.characters('ATTACK'),
  () => forge.values({ text: 'fine' }),
  () => forge.values({ text: 7 }),
  () => forge.values({ text: 'fine' }, { text: 'two' }),
  () => forge.values(null),
  () => forge.mark('bold', '{}'),
  () => forge.mark('bold', 'null'),
  () => forge.mark('link', '{"href":"javascript:alert(1)"}'),
  () => forge.mark('blink', '{}'),
  () => forge.element('paragraph'),
  () => forge.element('script'),
  () => forge.type(6),
  () => forge.type(1),
  () => forge.type(0),
]

/** Changes a real update in a few random ways, most of which keep it well-formed. `doc` says which ids there are to name. */
export function mutate(real: Forged, doc: Y.Doc, clients: readonly number[], random: Seeded): Uint8Array {
  const { sections, deletes } = structuredClone(real)
  for (let count = 1 + random.int(3); count > 0; count--) mutateOnce({ sections, deletes }, doc, clients, random)
  const bytes = forge.forge({ sections, deletes })
  if (random.once(20) && bytes.length > 0) bytes[random.int(bytes.length)] = random.int(256)
  if (!random.once(20)) return bytes
  const at = random.int(bytes.length)
  return Uint8Array.from([...bytes.subarray(0, at), ...UNENDING, ...bytes.subarray(at)])
}

function mutateOnce(update: Forged, doc: Y.Doc, clients: readonly number[], random: Seeded): void {
  const someId = (): Id => idIn(doc, update, clients, random)
  const choice = random.int(14)
  if (choice < 2 || update.sections.length === 0) {
    const { client, clock } = someId()
    update.deletes = update.deletes.filter((list) => list.client !== client)
    update.deletes.push({ client, ranges: [{ clock, length: 1 + random.int(4) }] })
    return
  }
  const section = random.pick(update.sections)
  const index = random.int(section.structs.length)
  const struct = section.structs[index]
  if (struct === undefined) return
  if (choice === 2) section.client = random.pick(clients)
  else if (choice === 3) section.clock = Math.max(0, section.clock + random.int(7) - 3)
  else if (choice === 4) section.structs.splice(index, 1)
  else if (choice === 5) section.structs.splice(index, 0, structuredClone(struct))
  else if (choice === 6) Object.assign(struct, content(random))
  else if (choice === 7) section.structs.push({ ...content(random), origin: someId() })
  else if (choice === 8)
    section.structs.push({ ...content(random), root: random.pick(NAMES), key: random.once(2) ? random.pick(KEYS) : null })
  else if (choice === 9) section.structs.push({ ...content(random), parent: someId(), key: random.once(3) ? random.pick(KEYS) : null })
  else rewire(struct, someId, random)
  update.sections = update.sections.filter(({ structs }) => structs.length > 0)
}

function content(random: Seeded): ForgedStruct {
  return random.pick(CONTENTS)()
}

function rewire(struct: ForgedStruct, someId: () => Id, random: Seeded): void {
  const choice = random.int(6)
  if (choice === 0) struct.origin = someId()
  else if (choice === 1) struct.rightOrigin = someId()
  else if (choice === 2) [struct.origin, struct.rightOrigin] = [struct.rightOrigin ?? null, struct.origin ?? null]
  else if (choice === 3) [struct.origin, struct.rightOrigin] = [someId(), someId()]
  else if (choice === 4) Object.assign(struct, { origin: null, rightOrigin: null, root: random.pick(NAMES) })
  else Object.assign(struct, { origin: null, rightOrigin: null, root: null, parent: someId() })
}

/** An id that exists, or one just beyond. */
function idIn(doc: Y.Doc, update: Forged, clients: readonly number[], random: Seeded): Id {
  const known = [...doc.store.clients.keys(), ...update.sections.map((section) => section.client)]
  const client = random.pick(known.length === 0 || random.once(4) ? clients : known)
  const last = doc.store.clients.get(client)?.at(-1)
  const state = last === undefined ? 0 : last.id.clock + last.length
  return { client, clock: random.int(state + 3) }
}
