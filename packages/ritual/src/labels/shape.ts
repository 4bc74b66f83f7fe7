import type { ActionStatus } from '../actions/entities.ts'
import type { adviceAnswers, adviceTitles, AdviceRequest } from '../advice/entities.ts'
import type { itemTopics, ItemKind, ItemStatus, Item } from '../agenda/entities.ts'
import type { reactionTypes } from '../circulation/entities.ts'
import type { Decision, DecisionStatus, DecisionStep, Objection, PositionId } from '../decisions/entities.ts'
import type { Feedback } from '../feedback/entities.ts'
import type { Meeting, MeetingStatus, Phase, privacyLevels } from '../meeting/entities.ts'
import type { noteChannels, NoteHeading, noteTypes } from '../notes/entities.ts'
import type { Attribution, devices, mandates, organisationKinds, Preference, Presence, skills, Standing } from '../people/entities.ts'
import type { Cell, Permission } from '../permissions/matrix.ts'
import type { Refusal, RefusalCode } from '../refusal.ts'
import type { ReviewVerdict } from '../reviews/entities.ts'
import type { Rank, RoleId } from '../roles/ids.ts'
import type { RoundKind, RoundMode } from '../rounds/entities.ts'
import type { ResponseId, SignalKind, SignalStatus } from '../signals/entities.ts'
import type { TransmissionStatus } from '../transmissions/entities.ts'
import type { WordKind } from './word-kinds.ts'
import type { WeatherId } from '../weather/entities.ts'

export type Say<K extends string> = Readonly<Record<K, string>>
/** A word with the sentence that explains it. */
export interface Explained {
  label: string
  hint: string
}
export type Detail = NonNullable<Refusal['detail']>

export interface MoodLabels {
  weather: Readonly<Record<WeatherId | 'pass', Explained>>
  energy: string
  need: string
  signals: Readonly<Record<SignalKind, { label: string; plural: string; phrase: string }>>
  levels: Readonly<Record<1 | 2 | 3, { label: string; seenBy: string }>>
  signalStatuses: Say<SignalStatus>
  responses: Say<ResponseId>
  carriedAs: Say<'item' | 'aside-talk' | 'action'>
  whisperStatuses: Say<'sent' | 'read' | 'kept' | 'became-signal' | 'answered'>
  whisperGuessable: string
  whispersOff: string
  consentQuestion: string
}

export interface RoleCard {
  label: string
  /** In one sentence, said by who holds it. */
  says: string
  mission: string
  limits: string
}
/** What the matrix allows, in words; the powers of a role are read from it [C14]. */
export interface PowerLabels {
  rows: Say<Permission>
  bounds: Say<Exclude<Cell, 'yes' | 'no'>>
}
export interface PeopleLabels {
  roles: Readonly<Record<RoleId, RoleCard>>
  ranks: Say<Rank>
  standings: Readonly<Record<Standing, Explained>>
  presences: Say<Presence>
  preferences: Say<Preference>
  skills: Say<(typeof skills)[number]>
  mandates: Readonly<Record<(typeof mandates)[number], Explained>>
  devices: Say<(typeof devices)[number]>
  organisationKinds: Say<(typeof organisationKinds)[number]>
  ownName: string
  attributions: Readonly<Record<Attribution, Explained>>
}

export interface MeetingLabels {
  types: Say<Meeting['type']>
  statuses: Say<MeetingStatus>
  phases: Say<Phase>
  pause: string
  audiences: Say<Meeting['audience']>
  privacy: { readonly [K in keyof typeof privacyLevels]: Say<(typeof privacyLevels)[K][number]> }
  keptAndForgotten: string
  /** Who reads what: for « vu par … » beside a field. */
  seenBy: Say<'self' | 'watch' | 'circle' | 'everyone'>
  rounds: Readonly<Record<RoundKind, { label: string; prompt: string }>>
  roundModes: Say<RoundMode>
  roti: Readonly<Record<1 | 2 | 3 | 4 | 5, string>>
  rotiLow: string
}

export interface AgendaLabels {
  kinds: Readonly<Record<ItemKind, { label: string; output: string }>>
  statuses: Say<ItemStatus>
  formats: Say<Item['format']>
  topics: Say<(typeof itemTopics)[number]>
  urgencies: Readonly<Record<1 | 2 | 3 | 4 | 5, string>>
  headings: Say<NoteHeading>
  channels: Say<(typeof noteChannels)[number]>
  noteTypes: Say<(typeof noteTypes)[number]>
  wordKinds: Say<WordKind>
  expectation: string
}

export interface DecidingLabels {
  processes: Readonly<Record<Decision['process'], Explained>>
  scopes: Say<Decision['scope']>
  steps: Readonly<Record<DecisionStep, Explained>>
  positions: Readonly<Record<PositionId, Explained>>
  notExpressed: string
  statuses: Say<DecisionStatus>
  legalEffects: Say<Decision['legalEffect']>
  objectionTests: readonly string[]
  objectionStates: Say<Objection['tested'] | 'integrated' | 'lifted' | 'confirmed' | 'late'>
  reactionTypes: Say<(typeof reactionTypes)[number]>
  adviceTitles: Say<(typeof adviceTitles)[number]>
  adviceAnswers: Say<(typeof adviceAnswers)[number]>
  adviceStatuses: Say<AdviceRequest['status']>
  feedbackStatuses: Say<Feedback['status']>
  feedbackFields: Readonly<Record<'observation' | 'effect' | 'need' | 'request', Explained>>
}

export interface FollowUpLabels {
  actionStatuses: Say<ActionStatus>
  reviewVerdicts: Readonly<Record<ReviewVerdict, Explained>>
  followUpAnswers: Say<'done' | 'in-progress' | 'help' | 'give-back'>
  transmissionStatuses: Say<TransmissionStatus>
  transmissionKinds: Say<'register' | 'inform'>
  withoutNews: string
  awaitingRegistration: string
}

/** One sentence per reason: polite, short, and what to do next. */
export type RefusalLabels = Readonly<Record<RefusalCode, string | ((detail: Detail) => string)>>

export interface Labels {
  mood: MoodLabels
  people: PeopleLabels
  meeting: MeetingLabels
  agenda: AgendaLabels
  deciding: DecidingLabels
  followUp: FollowUpLabels
  powers: PowerLabels
  refusals: RefusalLabels
}
