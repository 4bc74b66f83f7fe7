import { readFileSync } from 'node:fs'
import type { Json } from './person.ts'

/** A whole meeting as data, in the shapes of `tests/fixtures/*`. Keys that begin with `_` only drive the player. */
export interface Fixture {
  meeting: {
    id: string
    title: string
    type: string
    timezone: string
    locale?: string
    scheduledStart: string
    plannedMinutes: number
    place: string
    purpose: string
    audience: string
    licence: string
    privacy: Record<string, string>
    reviewUntil: string
    sealedAt: string
    closedAt: string
    nextMeeting?: string
    frame: string[]
    _host: string
    _arrival?: string
    _weatherAs?: 'held'
    /** Everyone says « c’est bon » so that it is sealed before the review ends. */
    _reviewAgreed?: boolean
  }
  organisations: { id: string; label: string; kind: string }[]
  participants: {
    id: string
    name: string
    device: string
    voices: { org: string | null; quality: string }[]
    standing: 'decider' | 'observer'
    joinedAt: string
    remote: boolean
    newcomer?: boolean
  }[]
  roles: {
    role: string
    person: string
    backup?: string
    second?: string
    handovers?: { at: string; to: string }[]
    /** After the one hour and before the other, the backup leads. */
    _relay?: { from: string; to: string }
    /** The variant takes this role its own way. */
    _takenBeside?: boolean
  }[]
  phases: { phase: string; start: string; minutes: number }[]
  weather: { person: string; value: string | null; words: string | null; passed: boolean; at: string; _withdrawnAt?: string }[]
  agenda: FixtureItem[]
  whispers?: { id: string; at: string; anonymous: boolean; _sender: string; text: string }[]
  signals?: FixtureSignal[]
  decision?: FixtureDecision
  transmission?: { decision: string; to: string; sentAt: string; state: string; cc: string[] }
  actions?: { ref: string; title: string; who: string[]; for: string; due: string; item: string }[]
  disagreements?: { subject: string; shared: string; debated: string; next: string }[]
  learnings?: { kind: string; text: string }[]
  resources?: { title: string; type: string; licence?: string; steward?: string; reciprocity?: string; url?: string }[]
  closing: {
    roti?: Record<string, number | null>
    improvements?: { text: string; _by: string }[]
    words?: { person: string; text: string; publish: boolean }[]
  }
  next?: { date: string; place?: string; roles?: Record<string, string[]>; toInclude?: string[] }
  sealedBy: string[]
  glossary?: Record<string, string>
  previous?: Record<string, unknown>
  expected?: { presenceMinutes?: number; weatherCount?: number; rotiMean?: number; signalsCount?: number }
  _weatherOrder?: string[]
  _variant?: Variant
  _also?: Also[]
}

/** Something that happens in a variant beside the evening of the fixture: what one person does, or what then must stand on the board. */
export interface Also {
  /** An hour of the evening, or an instant. */
  at: string
  order?: number
  /** A person of the fixture, or `contact:<org>` for the page of a structure. */
  who: string
  goes?: 'offline' | 'online'
  act?: Json
  /** The code it must be refused with. */
  refused?: string
  /** Fields that the answer's result must hold. */
  result?: Json
  /** Values of the board as this person reads it, by path; a part picks of a list by id, role, place or `field=value`; `@…` names are looked up. */
  reads?: Record<string, unknown>
  /** A point of the agenda that the next meeting, created from this one, must have. */
  nextHas?: Json
}

/** What a variant must come to, beside what its own steps assert: the lines of the minutes that differ from those of the base, and no other. */
export interface Variant {
  id: string
  says: string
  lines: string[]
  /** What changes comes after sealing: version 1 must be the base's to the byte. */
  afterSealing?: boolean
  /** Earlier versions that no link gives any more at the end: something personal was taken out of them. */
  withdraws?: number[]
}

export interface FixtureItem {
  id: string
  kind: string
  title: string
  carriers: string[]
  onBehalfOf: string | null
  towards?: string
  planned: number
  urgency: number
  held: number
  expectation: string
  format?: string
  buildsOn?: string[]
  next?: string
  commissionDecision?: { date: string; text: string }
  reactionUntil?: string
  reactions?: { person: string; voice: string | null; type: string; text: string; answer?: string }[]
  feedback?: {
    observation: string
    effect: string
    need: string
    request: string
    answer?: { person: string; voice: string; text: string }
    learning?: string
  }
  advice?: {
    question: string
    decider: string
    forOrg: string
    decideBy: string
    given: { person: string; voice: string | null; as: string; text: string }[]
    pending?: { org: string; as: string; expectedBy: string }[]
  }
  workshop?: { questions: string[]; synthesis: string[]; notes: { text: string; author?: string; channel?: string }[]; ideas: string[] }
  /** Common notes typed by one person, a paragraph each. */
  _notes?: { person: string; paragraphs: string[] }
  _closedAt?: string
  /** Still open when the meeting closes: « reporter ce qui reste ». */
  _leftOpen?: boolean
}

export interface FixtureSignal {
  id: string
  kind: string
  level: number
  by: string
  at: string
  item?: string
  acknowledgedAt: string
  closedAt: string
  outcome: string
  responses: string[]
  fromWhispers?: string[]
  handover?: { to: string; consents: string[]; at: string }
  _consentAsked?: string[]
}

export interface FixtureDecision {
  ref: string
  item: string
  process: string
  carrier: string
  responsible: string
  cc?: string[]
  steps: { step: string; at: string; minutes: number; version?: number; round?: number; _unrevealed?: boolean }[]
  rounds: { round: number; version: number; positions: Record<string, string> }[]
  interests?: { person: string; text: string }[]
  reviewOn: string
  reactionUntil: string
  title: string
  versions: { n: number; text: string; change?: string; integrates?: string[] }[]
  clarifications?: string
  feelings?: string
  objections: { id: string; person: string; voice: string | null; text: string; tested: string; integratedIn?: number }[]
  concerns: { person: string; voice: string | null; text: string; positions?: Record<string, string> }[]
  improvements?: { person: string; text: string }[]
  financial?: string
  criteria?: string[]
}

interface PatchStep {
  op: 'add' | 'replace' | 'remove'
  path: string
  value?: unknown
}

const pointerParts = (path: string): string[] =>
  path
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))

/** Applies `add`, `replace` and `remove` of a JSON Patch (RFC 6902). Throws when a path leads nowhere. */
export const patchJson = (document: unknown, patch: readonly PatchStep[]): unknown => {
  const result: unknown = structuredClone(document)
  for (const step of patch) {
    const parts = pointerParts(step.path)
    const last = parts.pop()
    let target = result as Record<string, unknown> | unknown[]
    for (const part of parts) target = (target as Record<string, unknown>)[part] as Record<string, unknown>
    if (target === undefined || last === undefined) throw new Error(`variant: no such place ${step.path}`)
    if (Array.isArray(target)) {
      const index = last === '-' ? target.length : Number(last)
      if (step.op === 'add') target.splice(index, 0, step.value)
      else if (step.op === 'remove') target.splice(index, 1)
      else target[index] = step.value
    } else if (step.op === 'remove') delete target[last]
    else target[last] = step.value
  }
  return result
}

const readJson = (path: string): unknown => {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch (error) {
    throw new Error(`${path} cannot be read as JSON: ${error instanceof Error ? error.message : String(error)}`, { cause: error })
  }
}

/** Reads a fixture and lays a variant over it. Throws one sentence when the file is not a meeting. */
export const loadFixture = (path: string, variantPath?: string): Fixture => {
  const base = readJson(path)
  const document = variantPath ? patchJson(base, readJson(variantPath) as PatchStep[]) : base
  for (const key of ['meeting', 'participants', 'agenda', 'phases', 'closing', 'sealedBy'] as const) {
    if (!(document as Record<string, unknown>)[key]) throw new Error(`${path} is not a meeting: « ${key} » is missing`)
  }
  return document as Fixture
}
