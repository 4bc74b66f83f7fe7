import * as v from 'valibot'
import type { EntitySection, ValueSection } from './board.ts'

const s = v.string()
const n = v.number()
const b = v.boolean()
const list = v.array(v.unknown())
const strings = v.array(v.string())
const map = v.record(v.string(), v.unknown())
const text = v.nullable(v.string())

/**
 * What each value of the document must at least hold for the screens to read it without a fault. Only the server writes there; this is for an older tab
 * before a newer layout, and for the day when that is wrong: an entry that does not fit is left out, never half read.
 */
export const entityShapes: Record<EntitySection, v.GenericSchema> = {
  organisations: v.looseObject({ id: s, label: s, kind: s, sovereignty: list }),
  people: v.looseObject({
    id: s,
    name: s,
    standing: s,
    voices: v.array(v.looseObject({ org: text, quality: s })),
    device: s,
    presence: s,
    rolePreferences: map,
  }),
  roles: v.looseObject({
    role: s,
    holders: strings,
    pairs: strings,
    backups: strings,
    offers: list,
    handoverAsked: b,
    relay: v.optional(map),
  }),
  rounds: v.looseObject({ id: s, kind: s, mode: s, order: strings, status: s, turns: map, offeredAgain: strings, startedAt: s }),
  weather: v.looseObject({ personId: s, value: text, passed: b }),
  items: v.looseObject({
    id: s,
    kind: s,
    format: s,
    title: s,
    carriers: strings,
    expectation: s,
    plannedMinutes: n,
    status: s,
    position: n,
    structures: strings,
    support: map,
    overrunMinutes: n,
  }),
  notes: v.looseObject({ id: s, itemId: s, text: s, channel: s, type: s, at: s, attribution: s, hidden: b }),
  broadcasts: v.looseObject({ itemId: s, text: s, decidedOn: s }),
  reactions: v.looseObject({ id: s, type: s, text: s, at: s, attribution: s }),
  feedbacks: v.looseObject({ itemId: s, observation: s, effect: s, need: s, request: s, status: s }),
  advice: v.looseObject({ itemId: s, question: s, decider: s, decideBy: s, asked: list, given: list, status: s }),
  signals: v.looseObject({ id: s, kind: s, level: n, status: s, at: s, responses: strings }),
  decisions: v.looseObject({
    id: s,
    itemId: s,
    title: s,
    process: s,
    carrier: s,
    status: s,
    step: s,
    deciders: strings,
    versions: v.array(v.looseObject({ n, text: s, integrates: strings })),
    rounds: v.array(v.looseObject({ round: n, version: n })),
    objections: list,
    concerns: list,
    improvements: list,
    summaries: map,
    responsible: s,
    cc: strings,
    reviewOn: s,
    legalEffect: s,
  }),
  reviews: v.looseObject({ id: s, ref: s, title: s, responsible: s, reviewOn: s }),
  actions: v.looseObject({
    id: s,
    ref: s,
    title: s,
    takers: v.array(v.looseObject({ personId: s, accepted: b })),
    helpers: strings,
    status: s,
  }),
  transmissions: v.looseObject({ id: s, decisionRef: s, title: s, to: s, kind: s, status: s }),
  corrections: v.looseObject({ id: s, place: s, after: s, acceptedBy: strings, status: s, kind: s }),
}

const turn = v.nullable(v.looseObject({ turnId: s, personId: s, startedAt: s }))

export const valueShapes: Record<ValueSection, v.GenericSchema> = {
  meeting: v.looseObject({
    id: s,
    title: s,
    type: s,
    timezone: s,
    locale: s,
    status: s,
    frame: strings,
    frameAgreed: strings,
    reviewAgreed: strings,
    keys: list,
    privacy: map,
    glossary: map,
  }),
  previous: v.looseObject({
    improvements: strings,
    transmissions: list,
    actions: list,
    roleHistory: list,
    rolePreferences: map,
    items: list,
  }),
  now: v.looseObject({
    phase: text,
    pause: v.nullable(v.looseObject({ since: s })),
    itemId: text,
    roundId: text,
    turn,
    floor: v.looseObject({ queue: list, turn }),
  }),
  closing: v.looseObject({ words: list, improvements: list, heard: strings }),
}

/** Values are immutable JSON, so each is judged once in its life. */
const known = new WeakMap<object, boolean>()

export const fits = (shape: v.GenericSchema, value: unknown): boolean => {
  if (typeof value !== 'object' || value === null) return false
  const before = known.get(value)
  if (before !== undefined) return before
  const verdict = v.is(shape, value)
  known.set(value, verdict)
  return verdict
}
