import * as v from 'valibot'
import { DaySchema, OrgIdSchema, line, text, type Id, type Instant, type OrgId, type PersonId } from '../ids.ts'
import { RoleIdSchema, type RoleId } from '../roles/ids.ts'

export const organisationKinds = ['structure', 'commission', 'group', 'circle', 'partner'] as const
export const mandates = ['free', 'report-back', 'ad-referendum'] as const
export const devices = ['laptop', 'phone', 'none'] as const
export const standings = ['decider', 'observer'] as const
export const preferences = ['gladly', 'in-pair', 'declines'] as const
export const skills = ['facilitation', 'rex', 'mediation', 'scribe'] as const

export const OrganisationSchema = v.object({
  id: OrgIdSchema,
  label: line(120),
  short: v.optional(line(40)),
  kind: v.picklist(organisationKinds),
  legalForm: v.optional(line(80)),
  registers: v.optional(v.boolean()),
})
/** A structure registers decisions unless it says otherwise; the others do not. Domains of sovereignty accumulate on the card [A8]. */
export interface Organisation extends v.InferOutput<typeof OrganisationSchema> {
  sovereignty: readonly { id: Id; text: string; itemId?: Id }[]
}

export const VoiceSchema = v.object({
  org: v.nullable(OrgIdSchema),
  quality: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(80)), ''),
  mandate: v.optional(v.picklist(mandates), 'free'),
  /** The day by which the structure will have said whether it confirms; of a voice `ad-referendum` only [E2]. */
  confirmBy: v.optional(DaySchema),
})
/** The capacity in which a person speaks [E1, E2]; `org: null` is « en mon nom ». */
export type Voice = v.InferOutput<typeof VoiceSchema>
export const VoicesSchema = v.pipe(v.array(VoiceSchema), v.maxLength(8))

export const PersonNameSchema = line(80)
export const IntroSchema = text(300)
export const RolePreferencesSchema = v.record(RoleIdSchema, v.picklist(preferences))

export type Skill = (typeof skills)[number]
export type Standing = (typeof standings)[number]
export type Preference = (typeof preferences)[number]
/** `expected` before the person's first device; `away` after 120 s without one, when rounds and reveals no longer wait; `left` by an act or at the end. */
export type Presence = 'expected' | 'present' | 'away' | 'left'

export interface Person {
  id: PersonId
  name: string
  standing: Standing
  voices: readonly Voice[]
  device: (typeof devices)[number]
  remote: boolean
  newcomer: boolean
  presence: Presence
  /** Since when the devices of somebody who holds a role have been silent, said after 20 s [§4.1]; gone with their return. */
  offlineSince?: Instant
  /** When the person first came, for the order of late comers; times of presence for the minutes stay in `record`. */
  joinedAt: Instant
  /** Someone without a device, entered by a neighbour [I7]. */
  enteredBy?: PersonId
  rolePreferences: Partial<Record<RoleId, Preference>>
  skills?: readonly Skill[]
  intro?: string
}

/** Here and with a device that answers, as far as the board tells: a device of somebody who holds a role is missed after 20 s [§4.1]. */
export const isHeard = ({ presence, offlineSince }: Pick<Person, 'presence' | 'offlineSince'>): boolean =>
  presence === 'present' && offlineSince === undefined

/** How an author appears with something they said in public; changeable by them until sealing [§2.3, §2.5-19]. */
export const attributions = ['name-and-voice', 'voice-only', 'unnamed'] as const
export type Attribution = (typeof attributions)[number]
export const AttributionSchema = v.picklist(attributions)

/** The author of a public entry as everyone may know them: no `personId` unless named, no `voice` if unnamed. The true author of the others is a confidence (`authorship`). */
export interface Attributed {
  attribution: Attribution
  personId?: PersonId
  /** Absent when unnamed, null for « en son nom ». */
  voice?: OrgId | null
}
