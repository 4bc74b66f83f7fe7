import * as Y from 'yjs'
import type { Seeded } from '../../guard/rehearsal/seeded.ts'
import { readVarUint, readVarUint8Array, createDecoder } from 'lib0/decoding'
import { createEncoder, toUint8Array, writeVarUint, writeVarUint8Array } from 'lib0/encoding'
import { awarenessFrame, messageFrame, step1Frame, step2Frame, updateFrame } from '../protocol.ts'
import { strangeFrame } from './device.ts'

/** Numbers at which readers go wrong: the borders of 7-bit groups, of 31, 32 and 53 bits. */
const EDGES = [0x7f, 0x80, 0xff, 0x00, 0x01, 0x3f, 0xfe]
const HUGE = [0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x0f]
/** Groups of nothing until the next one counts for infinity. */
const UNENDING = Array<number>(150).fill(0x80)

/** A frame that a device might send whose replica is `copy`, which it edits. */
function honest(copy: Y.Doc, item: string, random: Seeded): Uint8Array {
  const before = Y.encodeStateVector(copy)
  const key = `k${random.int(6)}`
  const edits: (() => void)[] = [
    () => copy.getMap('learnings').set(key, { kind: 'learning', text: `mot ${random.int(99)}`, rank: 1 }),
    () => copy.getText(`draft:${item}`).insert(0, 'été 🌿'),
    () => copy.getText(`draft:${item}`).delete(0, Math.min(2, copy.getText(`draft:${item}`).length)),
    () => {
      const paragraph = new Y.XmlElement('paragraph')
      paragraph.insert(0, [new Y.XmlText('une phrase')])
      copy.getXmlFragment(`note:${item}`).insert(0, [paragraph])
    },
  ]
  random.pick(edits)()
  const frames: (() => Uint8Array)[] = [
    () => updateFrame(Y.encodeStateAsUpdate(copy, before)),
    () => step2Frame(Y.encodeStateAsUpdate(copy, before)),
    () => step2Frame(Y.encodeStateAsUpdate(copy)),
    () => step1Frame(Y.encodeStateVector(copy)),
    () => awarenessFrame([{ clientId: copy.clientID, clock: 1 + random.int(9), state: '{"user":{"name":"x"},"place":"room"}' }]),
    () => messageFrame({ hello: { clients: [copy.clientID, random.int(2 ** 31)] } }),
    () => messageFrame({ act: { id: `01HMUTANT${String(random.int(1e9)).padStart(17, '0')}`, act: { type: 'ask-floor', kind: 'speak' } } }),
    () => strangeFrame(1 + random.int(255), 'x'),
  ]
  return random.pick(frames)()
}

/** That frame, with one to four bytes or stretches of it changed, doubled, taken out, or put at the end of another. */
export function mutant(copy: Y.Doc, item: string, random: Seeded): Uint8Array {
  const whole = honest(copy, item, random)
  // Half of them keep their envelope, so that what stands inside is read at all.
  if (whole[0] === 0 && random.once(2)) return syncFrame(whole[1] ?? 0, changed([...contentOf(whole)], copy, item, random))
  return changed([...whole], copy, item, random)
}

function changed(given: number[], copy: Y.Doc, item: string, random: Seeded): Uint8Array {
  let bytes = given
  for (let count = 1 + random.int(4); count > 0; count--) {
    const at = random.int(bytes.length + 1)
    const choice = random.int(8)
    if (choice === 0) bytes[at] = random.int(256)
    else if (choice === 1) bytes[at] = (bytes[at] ?? 0) ^ (1 << random.int(8))
    else if (choice === 2) bytes.splice(at, 1 + random.int(8))
    else if (choice === 3) bytes.splice(at, 0, random.pick(EDGES))
    else if (choice === 4) bytes.splice(at, 0, ...(random.once(2) ? HUGE : UNENDING))
    else if (choice === 5) bytes.splice(at, 0, ...bytes.slice(at, at + 1 + random.int(20)))
    else if (choice === 6) bytes = bytes.slice(0, at)
    else bytes = [...bytes.slice(0, at), ...honest(copy, item, random)]
  }
  return Uint8Array.from(bytes)
}

function contentOf(frame: Uint8Array): Uint8Array {
  const decoder = createDecoder(frame)
  readVarUint(decoder)
  readVarUint(decoder)
  return readVarUint8Array(decoder)
}

function syncFrame(step: number, content: Uint8Array): Uint8Array {
  const encoder = createEncoder()
  writeVarUint(encoder, 0)
  writeVarUint(encoder, step)
  writeVarUint8Array(encoder, content)
  return toUint8Array(encoder)
}
