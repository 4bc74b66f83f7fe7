import { isDeepStrictEqual } from 'node:util'
import * as Y from 'yjs'
import { prepareDocument } from '../document.ts'
import { exceeds } from '../effects.ts'
import type { Context } from '../context.ts'
import { Holders } from '../holder.ts'
import { inspectAtLength } from '../inspect.ts'
import type { Keep } from '../keep.ts'
import { judgeKeystroke } from '../keystroke.ts'
import { judgeReplacement } from '../replacement.ts'
import { DEFAULT_LIMITS, type GuardLimits } from '../limits.ts'
import { Owners } from '../owners.ts'
import { TEXT, type DocSchema, type Json } from '../schema.ts'
import { Stop, type Action, type Op, type Verdict } from '../verdict.ts'
import { WriteGuard } from '../write-guard.ts'

// A small document and a server in front of it, for the tests of this folder.

export type Standing = 'writer' | 'reader'

const isLink = (value: Json): boolean =>
  typeof value === 'object' && value !== null && 'href' in value && typeof value.href === 'string' && /^https?:/.test(value.href)
const isMark = (value: Json): boolean => typeof value === 'object' && value !== null && Object.keys(value).length === 0
const isCard = (value: Json): boolean => typeof value === 'object' && value !== null && 'text' in value && typeof value.text === 'string'
const marks = { bold: isMark, italic: isMark, comment: isMark, link: isLink }

/** Notes, drafts and cards that writers share, and facts that only the server writes. */
export function schemaOf(unknown: ReadonlySet<string> = new Set()): DocSchema<Standing> {
  return {
    roots: [
      {
        name: /^note:[a-z0-9]+$/,
        kind: 'xmlFragment',
        top: ['paragraph', 'heading', 'bulletList'],
        elements: {
          paragraph: { children: [TEXT, 'hardBreak'] },
          heading: { children: [TEXT], attributes: { level: (value) => value === 1 || value === 2 } },
          bulletList: { children: ['listItem'] },
          listItem: { children: ['paragraph', 'bulletList'] },
          hardBreak: { children: [] },
        },
        marks,
      },
      { name: /^draft:[a-z0-9]+$/, kind: 'text', marks },
      { name: /^cards$/, kind: 'map', value: isCard },
      { name: /^facts$/, kind: 'map', value: () => true, serverOnly: true },
    ],
    policy: (standing: Standing, _action: Action, _path: readonly string[]) => standing === 'writer',
    brings: (standing) => standing === 'writer',
    confirm: (root) => (unknown.has(root) ? 'unknown' : 'known'),
  }
}

export interface Message {
  readonly update: Uint8Array
  readonly sender: Context<Standing>
}

const ADA: Context<Standing> = { principal: 'ada', standing: 'writer', kind: 'update', frozen: false }

export interface StageOptions {
  /** What a former server had stored. */
  readonly stored?: { readonly state: Uint8Array; readonly owners: readonly [client: number, principal: string][] }
  readonly unknown?: ReadonlySet<string>
  readonly limits?: Partial<GuardLimits>
}

/** The server's side: a guarded document, and every update it gave to the others, in order. */
export class Stage {
  readonly doc = new Y.Doc()
  readonly guard: WriteGuard<Standing>
  readonly relayed: Uint8Array[] = []
  /** How many updates took the short road of a keystroke. */
  keystrokes = 0
  /** How many took that of a value replaced. */
  replacements = 0
  readonly #limits: GuardLimits
  readonly #schema: DocSchema<Standing>

  constructor({ stored, unknown, limits = {} }: StageOptions = {}) {
    const schema = schemaOf(unknown)
    this.#schema = schema
    this.#limits = { ...DEFAULT_LIMITS, ...limits }
    prepareDocument(this.doc, schema)
    if (stored !== undefined) Y.applyUpdate(this.doc, stored.state)
    this.guard = new WriteGuard({ doc: this.doc, schema, limits, owners: stored?.owners ?? [] })
    this.doc.on('update', (update: Uint8Array) => this.relayed.push(update))
  }

  /** A tick with one message. Throws when its effects were not foreseen. */
  receive(update: Uint8Array, sender: Partial<Context<Standing>> = {}): Verdict {
    const [verdict] = this.tick([{ update, sender: { ...ADA, ...sender } }])
    if (verdict === undefined) throw new Error('a message without verdict')
    return verdict
  }

  /** One tick: for each message inspect, claim, apply; then hold the sum of effects against what was foreseen. */
  tick(messages: readonly Message[]): Verdict[] {
    return this.doc.transact((transaction) => {
      const ops: Op[] = []
      const verdicts = messages.map(({ update, sender }) => {
        this.#compareRoads(update, sender)
        const verdict = this.guard.inspect(update, sender)
        if (verdict.outcome !== 'apply') return verdict
        for (const client of verdict.claims) {
          if (!this.guard.claim(client, sender.principal)) throw new Error(`claim of ${client} not taken`)
        }
        this.guard.apply(verdict)
        ops.push(...verdict.ops)
        return verdict
      })
      const problem = exceeds(this.guard.effects(transaction), ops)
      if (problem !== null) throw new Error(problem)
      return verdicts
    })
  }

  /** Throws when a short road answers anything but what the whole inspection does. */
  #compareRoads(update: Uint8Array, sender: Context<Standing>): void {
    const owners = new Owners(this.#limits, this.guard.owners())
    const holders = new Holders(this.doc, this.#schema.roots)
    const keep: Keep<Standing> = { doc: this.doc, schema: this.#schema, limits: this.#limits, owners, holders }
    for (const road of [judgeKeystroke, judgeReplacement]) {
      const short = shortVerdict(() => road(keep, update, sender))
      if (short === null) continue
      if (short.outcome === 'apply') this[road === judgeKeystroke ? 'keystrokes' : 'replacements']++
      const long = inspectAtLength(keep, update, sender)
      if (!isDeepStrictEqual(short, long)) throw new Error(`two roads, two verdicts: ${JSON.stringify([short, long])}`)
    }
  }

  /** A fresh replica of what the server has. */
  copy(clientID?: number): Y.Doc {
    const copy = prepareDocument(new Y.Doc(), schemaOf())
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(this.doc))
    if (clientID !== undefined) copy.clientID = clientID
    return copy
  }

  /** What a replica would send to bring this server up to date. */
  missing(replica: Y.Doc): Uint8Array {
    return Y.encodeStateAsUpdate(replica, Y.encodeStateVector(this.doc))
  }
}

function shortVerdict(judge: () => Verdict | null): Verdict | null {
  try {
    return judge()
  } catch (cause) {
    if (cause instanceof Stop) return cause.verdict
    throw cause
  }
}

/** A whole verdict in one word: the outcome, or the code of the refusal. */
export function word(verdict: Verdict): string {
  return verdict.outcome === 'refuse' ? verdict.code : verdict.outcome
}
