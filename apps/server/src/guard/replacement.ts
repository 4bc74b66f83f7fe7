import * as Y from 'yjs'
import { ByteReader } from './byte-reader.ts'
import type { Context } from './context.ts'
import { ANY, HAS_KEY, HAS_ORIGIN, MAX_CLOCK } from './decode.ts'
import type { Holder } from './holder.ts'
import { isTrap, readValue, skipValue } from './json-value.ts'
import type { Keep } from './keep.ts'
import type { Verdict } from './verdict.ts'
import { entriesOf, itemEndingAt, itemOf } from './yjs-internals.ts'

const NONE: readonly number[] = []

/**
 * The short road for one value of a map put in the place of the one everybody sees, as an idea or a learning is while it is being written. Answers
 * `apply`, or null for everything else and whenever in doubt: the whole inspection then judges. It makes each check that concerns such an update, in the
 * same order, so that both roads answer alike; the rehearsals send all they have down both. Ends the inspection where the bytes are no update, or
 * the value is no JSON.
 */
export function judgeReplacement<Standing>(keep: Keep<Standing>, update: Uint8Array, context: Context<Standing>): Verdict | null {
  if (context.frozen || context.full === true || update.length > keep.limits.bytes) return null
  if (update[0] !== 1 || update[1] !== 1) return null
  const { doc, owners } = keep
  const reader = new ByteReader(update, 2)
  const client = reader.uint()
  if (client === doc.clientID || owners.owner(client) !== context.principal) return null
  const clock = reader.uint()
  if (Y.getState(doc.store, client) !== clock || clock >= MAX_CLOCK) return null

  if ((reader.byte() | HAS_KEY) !== (ANY | HAS_ORIGIN | HAS_KEY)) return null
  const before = itemEndingAt(doc.store, reader.uint(), reader.uint())
  const place = before === null ? null : placeOf(keep, before)
  if (before === null || place === null || reader.uint() !== 1) return null
  const from = reader.pos
  skipValue(reader)
  const to = reader.pos
  if (!deletesJust(before, reader)) return null

  const { holder, key } = place
  const { schema, limits } = keep
  if (to - from > limits.valueBytes || holder.rule?.kind !== 'map') return null
  if (!holder.rule.value(readValue(new ByteReader(update, from), limits.valueDepth), key)) return null
  const path = [...holder.path, key]
  if (!schema.policy(context.standing, 'replace', path)) return null
  return {
    outcome: 'apply',
    update: withoutDeletes(update, to),
    ops: [{ action: 'replace', path }],
    claims: NONE,
    ahead: NONE,
    droppedDeletes: 0,
  }
}

/** The map and the key whose value this item is now, where values may be put at present; null: it is no such value. */
function placeOf<Standing>({ schema, limits, holders }: Keep<Standing>, item: Y.Item): { holder: Holder; key: string } | null {
  const { parent, parentSub: key } = item
  if (key === null || item.deleted || item.length !== 1 || !(parent instanceof Y.AbstractType) || itemOf(parent) !== null) return null
  const holder = holders.of(parent)
  if (holder.kind !== 'map' || holder.rule === null || holder.rule.serverOnly === true) return null
  if (item.right !== null || isTrap(key) || key.length > limits.keyLength || entriesOf(parent).size > limits.mapKeys) return null
  return schema.confirm(holder.path[0] ?? '') === 'unknown' ? null : { holder, key }
}

/** What follows, to the end, deletes this value and nothing else. */
function deletesJust({ id: { client, clock } }: Y.Item, reader: ByteReader): boolean {
  return (
    reader.uint() === 1 && reader.uint() === client && reader.uint() === 1 && reader.uint() === clock && reader.uint() === 1 && reader.done
  )
}

/** As the whole inspection would write it: the value that follows deletes the one before by itself. */
function withoutDeletes(update: Uint8Array, end: number): Uint8Array {
  const bytes = new Uint8Array(end + 1)
  bytes.set(update.subarray(0, end))
  return bytes
}
