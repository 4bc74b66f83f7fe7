import * as v from 'valibot'
import type { Action } from './actions/entities.ts'
import { itemFields } from './agenda/acts.ts'
import { broughtItem } from './agenda/brought-item.ts'
import type { Item } from './agenda/entities.ts'
import type { Board } from './board.ts'
import { isTimezone } from './days.ts'
import { knownAuthorities } from './decisions/authority.ts'
import { given } from './fields.ts'
import { IdSchema, InstantSchema, line, text, type Id, type Instant } from './ids.ts'
import {
  audiences,
  formalAuthorities,
  FrameSchema,
  GlossarySchema,
  locales,
  meetingTypes,
  PrivacySchema,
  WithoutSchema,
  type Meeting,
} from './meeting/entities.ts'
import { PreviousSchema, type Previous } from './meeting/handed-on.ts'
import { ownTemplate, PromptsSchema, StepsSchema, templateVersionOf } from './meeting/ritual-template.ts'
import { StepMinutesSchema } from './meeting/step-minutes.ts'
import { OrganisationSchema, type Organisation } from './people/entities.ts'
import { teraOrganisations } from './presets/tera.ts'
import type { DecisionReview } from './reviews/entities.ts'
import { defaultTemplate } from './template.ts'
import type { Transmission } from './transmissions/entities.ts'

const { carriers: _carriers, ...agendaFields } = itemFields
const AgendaEntrySchema = v.object({ id: v.optional(IdSchema), ...agendaFields })

/** The meeting this one follows, on this server, opened by one of its keys. The server turns it into a `Previous` before the seed is made. */
export const PreviousMeetingSchema = v.object({ meetingId: IdSchema, key: v.pipe(v.string(), v.minLength(8), v.maxLength(200)) })

/** The same, by somebody whose device was in it: its cookie holds that person. */
export const PreviousHereSchema = v.object({ meetingId: IdSchema, as: IdSchema })
/** The JSON export of its minutes, from wherever it was held. */
export const PreviousMinutesSchema = v.object({ minutes: v.looseObject({ format: v.string() }) })

/** Body of `POST /api/meetings` [contract § HTTP]. */
export const NewMeetingSchema = v.object({
  title: line(200),
  type: v.optional(v.picklist(meetingTypes), 'ecosystem'),
  purpose: v.optional(v.union([v.literal(''), text(1000)]), ''),
  place: v.optional(v.union([v.literal(''), line(200)]), ''),
  timezone: v.optional(v.pipe(v.string(), v.maxLength(64), v.check(isTimezone, 'time zone')), 'Europe/Paris'),
  locale: v.optional(v.picklist(locales), 'fr'),
  scheduledStart: v.optional(InstantSchema),
  plannedMinutes: v.optional(v.pipe(v.number(), v.integer(), v.minValue(5), v.maxValue(1440)), defaultTemplate.plannedMinutes),
  organisations: v.optional(v.pipe(v.array(OrganisationSchema), v.maxLength(200))),
  agenda: v.optional(v.pipe(v.array(AgendaEntrySchema), v.maxLength(60)), []),
  frame: v.optional(FrameSchema),
  without: v.optional(WithoutSchema),
  /** The steps in another order, the minutes planned for each, and the group's own questions; those of the meeting before unless said [A17]. */
  steps: v.optional(StepsSchema),
  stepMinutes: v.optional(StepMinutesSchema),
  prompts: v.optional(PromptsSchema),
  privacy: v.optional(PrivacySchema, {}),
  audience: v.optional(v.picklist(audiences), 'members'),
  licence: v.optional(line(80), 'CC BY-SA 4.0'),
  glossary: v.optional(GlossarySchema, {}),
  /** Which decides formally: the structures, or this meeting by texts that give it the power [A16]. */
  formalAuthority: v.optional(v.picklist(formalAuthorities), 'structure'),
  /** Domains (a structure by its id, a topic) in which it is the other one [A16]. */
  authorities: v.optional(v.record(line(64), v.picklist(formalAuthorities))),
  reviewDays: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(60)), defaultTemplate.reviewDays),
  previous: v.optional(v.union([PreviousMeetingSchema, PreviousHereSchema, PreviousMinutesSchema, PreviousSchema])),
})
export type NewMeetingInput = v.InferInput<typeof NewMeetingSchema>
/** As parsed, with the former meeting already looked up. */
export type NewMeeting = Omit<v.InferOutput<typeof NewMeetingSchema>, 'previous'> & { previous?: Previous }

const byId = <T extends { id: Id }>(entities: readonly T[]): Record<Id, T> =>
  Object.fromEntries(entities.map((entity) => [entity.id, entity]))

const emptyPrevious: Previous = { improvements: [], transmissions: [], actions: [], roleHistory: [], rolePreferences: {}, items: [] }

/** The id of something that a former meeting left. Words of the minutes sort, so it is made from the reference and not from a counter. */
export const idFrom = (...parts: readonly string[]): Id => `former:${parts.join(':').replaceAll(/[^0-9A-Za-z:_.-]/g, '-')}`.slice(0, 64)

const formerTransmission = (former: Previous['transmissions'][number]): Transmission => {
  const { ref, title, to, state, date, structureRef, reason, inForce } = former
  const base: Transmission = {
    id: idFrom(ref, to),
    decisionRef: ref,
    title,
    to,
    kind: 'register',
    status: state,
    carriedOver: true,
    ...given({ inForce }),
  }
  if (date === undefined) return base
  if (state === 'sent') return { ...base, sentOn: date }
  if (state === 'received') return { ...base, receivedOn: date }
  if (state === 'registered') return { ...base, registered: { date, structureRef: structureRef ?? '', links: [] } }
  return state === 'returned' ? { ...base, returned: { reason: reason ?? '', on: date } } : base
}

/** An action of a former meeting, as this one takes it over. */
export const formerAction = ({
  ref,
  title,
  who: named,
  proposedTo = [],
  helpers,
  state,
  due,
  for: forOrg,
  decision: decisionRef,
  spends,
}: Previous['actions'][number]): Action => {
  // Of an action that was only proposed nobody has accepted, whoever is named.
  const [who, asked] = state === 'proposed' ? [[], [...named, ...proposedTo]] : [named, proposedTo]
  const absent = [...new Set(asked)].filter((name) => !who.includes(name))
  return {
    id: idFrom(ref),
    ref,
    title,
    takers: [],
    ...(absent.length > 0 && { absent }),
    helpers: [],
    forOrg: forOrg ?? null,
    status: state,
    carriedOver: { who, ...given({ helpers }), seen: false, helpAsked: false },
    ...given({ due, decisionRef, spends }),
  }
}

/** A decision of a former meeting that is to be looked at again. */
export const formerReview = ({ said, ...former }: NonNullable<Previous['reviews']>[number]): DecisionReview => ({
  id: idFrom('review', former.ref),
  ...given({ ...former, before: said && given(said) }),
})

/** Decisions that come back on their day [D13]; those of a meeting that told the day with the transmission alone are found there. */
const formerReviews = ({ reviews = [], transmissions }: Previous): readonly DecisionReview[] => {
  const told = new Set(reviews.map(({ ref }) => ref))
  const beside = transmissions.flatMap(({ ref, title, to, reviewOn, text: words }) =>
    reviewOn === undefined || told.has(ref)
      ? []
      : [{ ref, title, responsible: to, reviewOn, text: words, election: undefined, criteria: undefined, said: undefined }],
  )
  return [...reviews, ...beside].map(formerReview)
}

const seedItem = ({ id, expectation, plannedMinutes, ...fields }: NewMeeting['agenda'][number], index: number): Item => ({
  ...given(fields),
  id: id ?? `point-${index + 1}`,
  carriers: [],
  expectation: expectation ?? '',
  plannedMinutes: plannedMinutes ?? 10,
  status: 'listed',
  position: index,
  overrunMinutes: 0,
  support: {},
})

const formerItem = (told: Previous['items'][number], index: number): Item => ({
  ...broughtItem(told),
  id: `former-${index + 1}`,
  status: 'proposed',
  position: -1,
  overrunMinutes: 0,
  support: {},
})

const organisationsOf = (input: NewMeeting): readonly Organisation[] => {
  const former = input.previous?.sovereignty
  const named = input.organisations ?? (input.type === 'ecosystem' ? teraOrganisations : [])
  return named.map((organisation) => ({
    ...given(organisation),
    registers: organisation.registers ?? organisation.kind === 'structure',
    sovereignty: (former ?? []).flatMap((note, index) =>
      note.org === organisation.id ? [{ id: `former-${index + 1}`, text: note.text }] : [],
    ),
  }))
}

/** The board of a meeting just created: `scheduled` when it has its date and purpose, else `draft` until `convene` [contract § HTTP]. Nobody is in it yet. */
export const newBoard = (input: NewMeeting, made: { id: Id; now: Instant }): Board => {
  const start = input.scheduledStart === undefined ? undefined : new Date(input.scheduledStart).toISOString()
  const organisations = organisationsOf(input)
  const former = input.previous?.template ?? { version: defaultTemplate.version }
  const template = ownTemplate({
    steps: input.steps ?? former.steps,
    stepMinutes: input.stepMinutes ?? former.stepMinutes,
    prompts: input.prompts ?? former.prompts,
  })
  const meeting: Meeting = {
    id: made.id,
    type: input.type,
    title: input.title,
    purpose: input.purpose,
    templateVersion: templateVersionOf(former, template),
    ...template,
    timezone: input.timezone,
    locale: input.locale,
    ...(start !== undefined && { scheduledStart: start }),
    plannedMinutes: input.plannedMinutes,
    place: input.place,
    status: start !== undefined && input.purpose !== '' ? 'scheduled' : 'draft',
    reviewDays: input.reviewDays,
    minutesVersion: 0,
    sealedBy: [],
    keys: [],
    audience: input.audience,
    licence: input.licence,
    frame: input.frame ?? defaultTemplate.frame[input.locale],
    ...(input.without !== undefined && input.without.length > 0 && { without: [...new Set(input.without)] }),
    frameAgreed: [],
    reviewAgreed: [],
    privacy: input.privacy,
    formalAuthority: input.formalAuthority,
    ...knownAuthorities(input.authorities, organisations),
    glossary: input.glossary,
  }
  const previous = input.previous ?? emptyPrevious
  const items = [...input.agenda.map(seedItem), ...previous.items.map(formerItem)]
  const transmissions = previous.transmissions.map(formerTransmission)
  const actions = previous.actions.map(formerAction)
  const reviews = formerReviews(previous)
  // Each is an entity of its own: their texts stand in the document once.
  const { reviews: _brought, ...kept } = previous
  const order = Object.fromEntries([...items, ...transmissions, ...actions, ...reviews].map((entity, index) => [entity.id, index]))
  return {
    meeting,
    previous: kept,
    now: { phase: null, pause: null, itemId: null, timer: null, roundId: null, turn: null, floor: { queue: [], turn: null } },
    closing: { words: [], improvements: [], heard: [] },
    organisations: byId(organisations),
    people: {},
    roles: {},
    rounds: {},
    weather: {},
    items: byId(items),
    notes: {},
    broadcasts: {},
    reactions: {},
    feedbacks: {},
    advice: {},
    signals: {},
    decisions: {},
    reviews: byId(reviews),
    actions: byId(actions),
    transmissions: byId(transmissions),
    corrections: {},
    record: { presence: {}, awaySince: {}, roleSpans: [], phases: [], pauses: [], itemSpans: [], turns: [], responses: [], order },
  }
}
