import * as v from 'valibot'
import { actSchemas, actTypes, type Act, type ActType } from './acts.ts'
import { IdSchema, UlidSchema } from './ids.ts'
import { ok, refuse, type Outcome, type RefusalCode } from './refusal.ts'
import { PersonNameSchema, VoicesSchema, devices } from './people/entities.ts'

/** Paths of the HTTP API and of the socket [contract § HTTP, § Socket]. */
export const paths = {
  meetings: () => '/api/meetings',
  meeting: (id: string) => `/api/meetings/${encodeURIComponent(id)}`,
  join: (id: string) => `${paths.meeting(id)}/join`,
  links: (id: string) => `${paths.meeting(id)}/links`,
  renewLinks: (id: string) => `${paths.meeting(id)}/renew-links`,
  devices: (id: string) => `${paths.meeting(id)}/devices`,
  acts: (id: string) => `${paths.meeting(id)}/acts`,
  actSchemas: () => '/api/acts',
  confidences: (id: string, since?: string) =>
    `${paths.meeting(id)}/confidences${since === undefined ? '' : `?since=${encodeURIComponent(since)}`}`,
  minutes: (id: string, format: MinutesFormat) => `${paths.meeting(id)}/minutes.${format}`,
  /** The time given by structure, as a table [C4]. */
  givenTime: (id: string) => `${paths.meeting(id)}/given-time.csv`,
  /** Which sealed versions of the minutes can be read. */
  versions: (id: string) => `${paths.meeting(id)}/versions`,
  late: (id: string) => `${paths.meeting(id)}/late`,
  /** The document over HTTP; `vector` is a state vector in base64url, `seq` that of the last answer. */
  document: (id: string, { gen, seq, vector }: { gen: number; seq?: number | null; vector?: string }) =>
    `${paths.meeting(id)}/document?gen=${gen}${seq == null ? '' : `&seq=${seq}`}${vector ? `&vector=${vector}` : ''}`,
  generation: (id: string, n: number) => `${paths.meeting(id)}/generations/${n}`,
  import: () => '/api/import',
  inbox: (token: string) => `/api/inbox/${encodeURIComponent(token)}`,
  live: () => '/live',
  /** The page of a meeting; its secret stands in the fragment, which no server sees. */
  page: (id: string, key?: string) => `/m/${encodeURIComponent(id)}${key === undefined ? '' : `#${key}`}`,
  /** Sealed minutes for their audience, without a place in the meeting. */
  readingPage: (id: string, key?: string) => `/lire/${encodeURIComponent(id)}${key === undefined ? '' : `#${key}`}`,
  inboxPage: (token: string) => `/inbox#${token}`,
  testClock: () => '/api/test/clock',
} as const

/** What an answer with the document says beside it: the server's generation, its place in the log, and its record time. Of an older generation nothing else is said. */
export const documentHeaders = { generation: 'clairiere-generation', seq: 'clairiere-seq', now: 'clairiere-now' } as const

export const minutesFormats = ['md', 'dokuwiki', 'mediawiki', 'html', 'json'] as const
export type MinutesFormat = (typeof minutesFormats)[number]

/** Close codes of the socket: 4400–4499 do not come back, the others try again [contract § Socket]. */
export const closeCodes = {
  badFrame: 4400,
  tokenGone: 4401,
  notAccepted: 4403,
  noSuchMeeting: 4404,
  olderGeneration: 4409,
  tooLarge: 4413,
  reloadPage: 4426,
  restart: 1012,
  tooSlow: 1013,
  notSaving: 4503,
  tooMany: 4529,
} as const
export const comesBack = (code: number): boolean => code < 4400 || code > 4499

/** Types of our own in the y-websocket protocol, sent only to who asked with `v=1`. */
export const messageTypes = { saved: 100, json: 101 } as const
export const PROTOCOL_VERSION = 1

export const JoinSchema = v.object({
  key: v.pipe(v.string(), v.minLength(8), v.maxLength(200)),
  name: PersonNameSchema,
  voices: v.optional(VoicesSchema, []),
  device: v.optional(v.picklist(devices), 'phone'),
  remote: v.optional(v.boolean(), false),
  newcomer: v.optional(v.boolean(), false),
  as: v.optional(v.string()),
})
export type JoinInput = v.InferInput<typeof JoinSchema>
/** A second person on one device: no link is shown again, somebody whom this device already is stands beside them, and gives their own standing. */
export const JoinBesideSchema = v.object({ ...v.omit(JoinSchema, ['key', 'as']).entries, beside: IdSchema })
/** `generation` is what `gen` on the socket then names. */
export const JoinAnswerSchema = v.object({
  participantId: v.string(),
  token: v.string(),
  standing: v.picklist(['decider', 'observer']),
  generation: v.number(),
})
export type JoinAnswer = v.InferOutput<typeof JoinAnswerSchema>

/** An act on its way: its id makes it once-only and names what it makes. The act itself is parsed by `parseAct`. */
export const EnvelopeSchema = v.object({ id: UlidSchema, act: v.looseObject({ type: v.string() }) })

const isActType = (type: string): type is ActType => (actTypes as readonly string[]).includes(type)

/** Parses one act with its defaults. Refuses `malformed` and names the first field that does not fit, never its content. */
export const parseAct = (input: unknown): Outcome<Act> => {
  const type = typeof input === 'object' && input !== null && 'type' in input ? input.type : undefined
  if (typeof type !== 'string' || !isActType(type)) return refuse('malformed', { field: 'type' })
  const parsed = v.safeParse(actSchemas[type], input)
  return parsed.success ? ok(parsed.output) : refuse('malformed', { field: v.getDotPath(parsed.issues[0]) ?? 'type' })
}

/** Message 101 of a client: the client ids in its local store, or an act. */
export const ClientMessageSchema = v.union([
  v.object({ hello: v.object({ clients: v.pipe(v.array(v.pipe(v.number(), v.integer(), v.minValue(0))), v.maxLength(10_000)) }) }),
  v.object({ act: EnvelopeSchema }),
])
export type ClientMessage = v.InferOutput<typeof ClientMessageSchema>

const OutcomeSchema = v.union([
  v.object({
    ok: v.literal(true),
    facts: v.array(v.looseObject({ type: v.string() })),
    seq: v.optional(v.number()),
    result: v.optional(v.record(v.string(), v.unknown())),
  }),
  v.object({
    ok: v.literal(false),
    refused: v.string(),
    detail: v.optional(v.record(v.string(), v.unknown())),
    message: v.optional(v.string()),
  }),
])
export const ConfidenceViewSchema = v.object({
  kind: v.string(),
  subject: v.string(),
  personId: v.optional(v.string()),
  at: v.optional(v.string()),
  payload: v.nullable(v.record(v.string(), v.unknown())),
})
/** The answer to one act, the same on both roads. */
export const AnswerSchema = v.intersect([v.object({ id: v.string() }), OutcomeSchema])
export type Answer = v.InferOutput<typeof AnswerSchema>

/** Message 101 of the server. `confidences` are those that changed for this reader; `payload: null` is gone. */
export const ServerMessageSchema = v.union([
  v.object({ answer: AnswerSchema }),
  v.object({ confidences: v.array(ConfidenceViewSchema), cursor: v.optional(v.string()) }),
  v.object({ refused: v.object({ code: v.string(), detail: v.optional(v.unknown()) }) }),
  v.object({ reset: v.string() }),
  /** On opening, whenever saving changes, and when a manual clock moves: `now` is the server's record time, from which devices show theirs. */
  v.object({ status: v.looseObject({ saving: v.boolean(), now: v.string(), memory: v.optional(v.string()) }) }),
])
export type ServerMessage = v.InferOutput<typeof ServerMessageSchema>

/** The body of every error [contract § HTTP]. */
export interface ErrorBody {
  error: RefusalCode | (string & {})
  message: string
}

const statuses: Partial<Record<RefusalCode, number>> = {
  malformed: 400,
  'unknown-person': 401,
  'not-permitted': 403,
  'not-your-role': 403,
  'not-yours': 403,
  'circle-only': 403,
  'not-your-entry': 403,
  'observers-do-not': 403,
  'role-concerned': 403,
  'no-such-meeting': 404,
  'too-large': 413,
  'too-many': 429,
  'not-saving': 503,
}
/** HTTP status of a refusal; a rule that refuses is 409. */
export const statusOf = (code: RefusalCode): number => statuses[code] ?? 409
