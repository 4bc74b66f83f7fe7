import * as Y from 'yjs'
import { ByteReader } from './byte-reader.ts'
import type { Context } from './context.ts'
import { HAS_ORIGIN, HAS_RIGHT_ORIGIN, MAX_CLOCK, STRING } from './decode.ts'
import type { Holder } from './holder.ts'
import type { Keep } from './keep.ts'
import type { Verdict } from './verdict.ts'
import { itemEndingAt, lengthOf } from './yjs-internals.ts'

const NONE: readonly number[] = []

/**
 * The short road for what a person typing sends a thousand times: characters put right behind others that the document has, under an id of
 * their own, with nothing deleted and nothing else in that place. Answers `apply`, or null for everything else and whenever in doubt:
 * the whole inspection then judges. It makes each check that concerns such an update, in the same order, so that both roads answer alike;
 * the rehearsals send all they have down both.
 */
export function judgeKeystroke<Standing>(keep: Keep<Standing>, update: Uint8Array, context: Context<Standing>): Verdict | null {
  if (context.frozen || context.full === true || update.length > keep.limits.bytes) return null
  if (update[0] !== 1 || update[1] !== 1) return null
  const { doc, owners } = keep
  const reader = new ByteReader(update, 2)
  const client = reader.uint()
  if (client === doc.clientID || owners.owner(client) !== context.principal) return null
  const clock = reader.uint()
  if (Y.getState(doc.store, client) !== clock) return null

  const info = reader.byte()
  if ((info & ~HAS_RIGHT_ORIGIN) !== (STRING | HAS_ORIGIN)) return null
  const left = itemEndingAt(doc.store, reader.uint(), reader.uint())
  if (left === null) return null
  // What stands right of it must be what its author saw there: nobody else has written into this place, so there is no conflict to resolve.
  const { right } = left
  if ((info & HAS_RIGHT_ORIGIN) === 0) {
    if (right !== null) return null
  } else if (right === null || right.id.client !== reader.uint() || right.id.clock !== reader.uint()) {
    return null
  }
  const length = reader.skipString()
  if (length === 0 || clock + length > MAX_CLOCK) return null
  if (reader.uint() !== 0 || !reader.done) return null

  const holder = left.parentSub === null && left.parent instanceof Y.AbstractType ? keep.holders.of(left.parent) : null
  if (holder === null || !mayGrow(keep, holder, length, context.standing)) return null
  // Of one whole struct and no deletes a rewriting would give these very bytes: the reader takes every number in its shortest form only.
  return { outcome: 'apply', update, ops: [{ action: 'insert', path: holder.path }], claims: NONE, ahead: NONE, droppedDeletes: 0 }
}

/** True when this standing may put so many characters more into this text, and the text may hold them. */
function mayGrow<Standing>({ schema, limits }: Keep<Standing>, holder: Holder, length: number, standing: Standing): boolean {
  const { kind, type, rule, path } = holder
  if (kind !== 'text' || type === null || rule === null || rule.serverOnly === true) return false
  if (lengthOf(type) + length > limits.textLength || schema.confirm(path[0] ?? '') === 'unknown') return false
  return schema.policy(standing, 'insert', path)
}
