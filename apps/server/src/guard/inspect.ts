import type { Context } from './context.ts'
import { decodeUpdate, type Decoded } from './decode.ts'
import { inspectDeletions, type Deletions } from './deletions.ts'
import type { Holder } from './holder.ts'
import { integrate, type Ground } from './integrate.ts'
import type { Keep } from './keep.ts'
import { judgeKeystroke } from './keystroke.ts'
import { Leeway } from './leeway.ts'
import { findNovelty, type Novelty } from './novelty.ts'
import { Steps } from './placement.ts'
import { judgeReplacement } from './replacement.ts'
import { rewrite } from './rewrite.ts'
import { Space } from './space.ts'
import { Tally } from './tally.ts'
import { refuse, Stop, type Action, type Verdict } from './verdict.ts'
import { walk } from './walk.ts'

/** So few cuts the applier makes as fast one by one. */
const FEW_CUTS = 4
const NO_DELETIONS: Deletions = { ranges: new Map(), hits: 0, dropped: 0 }
const TAKING = new Set<Action>(['remove', 'delete'])

/** Judges one update against the live document, which it only reads. Answer and application belong in one tick: no await between. */
export function inspect<Standing>(keep: Keep<Standing>, update: Uint8Array, context: Context<Standing>): Verdict {
  try {
    return judgeKeystroke(keep, update, context) ?? judgeReplacement(keep, update, context) ?? judge(keep, update, context)
  } catch (cause) {
    return verdictIn(cause)
  }
}

/** The same without the short roads: what `inspect` must agree with. */
export function inspectAtLength<Standing>(keep: Keep<Standing>, update: Uint8Array, context: Context<Standing>): Verdict {
  try {
    return judge(keep, update, context)
  } catch (cause) {
    return verdictIn(cause)
  }
}

function verdictIn(cause: unknown): Verdict {
  if (cause instanceof Stop) return cause.verdict
  throw cause
}

function judge<Standing>(keep: Keep<Standing>, update: Uint8Array, context: Context<Standing>): Verdict {
  const { doc, schema, limits, owners } = keep
  if (update.length > limits.bytes) refuse('too-large', 'update too large')
  const decoded = decodeUpdate(update)
  const novelty = findNovelty(doc, decoded, context, owners, limits)
  if (context.frozen && novelty.fresh.size > 0) refuse('frozen', 'nobody writes any more')
  if (novelty.fresh.size > 0 && schema.brings?.(context.standing) === false) refuse('forbidden', 'this standing brings nothing')

  const ground = layOver(keep, decoded, novelty, context)
  const { space, tally, leeway } = ground
  // With structs still to come, no delete is made: what they are to stand for would be gone, and an editor takes away what is left of it as broken.
  const partial = novelty.ahead.size > 0 || leeway.hasLeftOut
  const deletions = leeway.hasLeftOut ? NO_DELETIONS : inspectDeletions(ground, { kind: context.kind, frozen: context.frozen, partial })
  tally.settleKeys(
    space,
    leeway.hasLeftOut || (context.mayHaveLost === true && [...novelty.ahead].some((client) => owners.owner(client) !== null)),
  )
  if (context.meter !== undefined) {
    context.meter.cuts += space.cuts
    context.meter.deletes += deletions.hits
    context.meter.steps += ground.steps.taken
  }

  const ahead = [...novelty.ahead]
  if (tally.waiting.size > 0) return { outcome: 'wait', roots: [...tally.waiting] }
  const fresh = [...novelty.fresh.values()].filter(({ taken }) => taken > 0)
  if (fresh.length === 0 && deletions.ranges.size === 0) {
    if (leeway.hasLeftOut) refuse('too-complex', 'too many structs to cut, and nothing else')
    return partial ? { outcome: 'ahead', clients: ahead } : { outcome: 'noop', droppedDeletes: deletions.dropped }
  }
  const ops = tally.ops()
  const growth = context.full === true ? ops.find(({ action }) => !TAKING.has(action)) : undefined
  if (growth !== undefined) refuse('limit', 'the document is full', growth.path, growth.action)
  const claims = novelty.claims.filter((client) => fresh.some((section) => section.client === client))
  const bytes = rewrite(decoded, fresh, deletions.ranges)
  const cuts = space.cuts > FEW_CUTS ? space.cutsWith(deletions.ranges) : null
  return {
    outcome: 'apply',
    update: bytes,
    ops,
    claims,
    ahead,
    droppedDeletes: deletions.dropped,
    ...(leeway.hasLeftOut && { rest: true }),
    ...(cuts && { cuts }),
  }
}

/** Lays the new structs of an update over the document, checking each. */
export function layOver<Standing>(
  keep: Keep<Standing>,
  decoded: Decoded,
  novelty: Novelty,
  { standing, kind }: Pick<Context<Standing>, 'standing' | 'kind'>,
): Ground<Standing> {
  const { doc, schema, limits, holders } = keep
  const space = new Space(doc, holders)
  const tally = new Tally(schema, limits, standing)
  const leeway = new Leeway(space, limits, kind)
  const ground: Ground<Standing> = {
    decoded,
    holders,
    space,
    tally,
    steps: new Steps(limits.steps),
    limits,
    newRoots: new Map<string, Holder>(),
    leeway,
  }
  walk(
    novelty,
    space,
    (struct) => integrate(ground, struct),
    (struct) => leeway.takes(struct),
  )
  return ground
}
