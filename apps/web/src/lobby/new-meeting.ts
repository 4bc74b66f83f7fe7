import { stepOrders, type Meeting, type Privacy, type PromptKind, type RitualPart, type StepMinutes } from '@clairiere/ritual'
import type { Locale } from '../i18n/locale.ts'
import { organisationsFrom } from './organisations-text.ts'

/** What a meeting lasts unless said otherwise. */
export const PLANNED_MINUTES = 90

export const templates = ['ecosystem', 'commission', 'workshop', 'other'] as const
export type TemplateId = (typeof templates)[number]

/** What the form of the first screen holds; the day is `YYYY-MM-DD` and the hour `HH:MM`, on this device's clock and zone. */
export interface MeetingForm {
  template: TemplateId
  /** Empty until typed: the title then follows the template and the day. */
  title: string
  day: string
  hour: string
  /** What the template proposes unless typed otherwise. */
  place: string
  minutes: number
  without: readonly RitualPart[]
  /** One a line: « SCI Le Tilleul »; null keeps the template’s. */
  organisations: string | null
  /** One rule a line; empty keeps the template’s. */
  frame?: string
  /** Settings that protect more, or less, than the template. */
  privacy?: Partial<Privacy>
  /** Who decides formally; the structures unless said. */
  authority?: Meeting['formalAuthority']
  /** Structures and topics in which it is the other one. */
  exceptions?: readonly string[]
  /** Where the follow-up stands, the minutes of the steps, and the group's own questions; left out, those of the meeting before, or the template's. */
  ritual?: { followUp?: 'before' | 'after'; stepMinutes?: StepMinutes; prompts?: Readonly<Partial<Record<PromptKind, string>>> }
  /** The meeting this one follows. */
  previous?: EarlierMeeting | null
}

/** The former meeting, by one of its links, by who this device was in it, or by the JSON of its minutes. */
export type EarlierMeeting = { meetingId: string; key: string } | { meetingId: string; as: string } | { minutes: unknown }

/** The meeting and the key that one of its links names, a reading link too; null when the address was cut. */
export const earlierFrom = (link: string): EarlierMeeting | null => {
  const [, meetingId, key] = /\/(?:m|lire)\/([0-9A-Za-z_-]{1,64})[^#\s]*#(\S{8,200})\s*$/.exec(link) ?? []
  return meetingId === undefined || key === undefined ? null : { meetingId, key }
}

const FRAME_MAX = 20
const rulesOf = (frame: string): readonly string[] =>
  frame
    .split('\n')
    .map((rule) => rule.trim().slice(0, 200))
    .filter(Boolean)
    .slice(0, FRAME_MAX)

/** The other one than decides usually, in each of these domains [A16]. */
const otherwise = (domains: readonly string[], usual: MeetingForm['authority']) =>
  Object.fromEntries(domains.map((domain) => [domain, usual === 'meeting' ? 'structure' : 'meeting'] as const))

const two = (value: number): string => String(value).padStart(2, '0')

/** An instant as the form's day and hour, on this device's clock. */
export const startFields = (at: Date): Pick<MeetingForm, 'day' | 'hour'> => ({
  day: `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`,
  hour: `${two(at.getHours())}:${two(at.getMinutes())}`,
})

/** Where the form starts: today, at the next half-hour. */
export const startingForm = (now: Date): MeetingForm => {
  const next = new Date(Math.ceil((now.getTime() + 60_000) / 1_800_000) * 1_800_000)
  return {
    template: 'ecosystem',
    title: '',
    ...startFields(next),
    place: '',
    minutes: PLANNED_MINUTES,
    without: [],
    organisations: null,
  }
}

/** The form's instant in ms, or null when the day or the hour is missing or does not exist. */
export const instantOf = ({ day, hour }: Pick<MeetingForm, 'day' | 'hour'>): number | null => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || !/^\d{2}:\d{2}$/.test(hour)) return null
  const at = new Date(`${day}T${hour}:00`).getTime()
  return Number.isNaN(at) ? null : at
}

/** Body of `POST /api/meetings`, or which field is missing. */
export const meetingBody = (form: MeetingForm, title: string, purpose: string, locale: Locale, timezone: string) => {
  const at = instantOf(form)
  if (at === null) return { missing: 'date' } as const
  if (title.trim() === '') return { missing: 'title' } as const
  return {
    body: {
      title: title.trim(),
      type: form.template,
      purpose: purpose.trim(),
      locale,
      timezone,
      scheduledStart: new Date(at).toISOString(),
      plannedMinutes: form.minutes,
      ...(form.place.trim() !== '' && { place: form.place.trim() }),
      ...(form.without.length > 0 && { without: form.without }),
      ...(form.frame?.trim() && { frame: rulesOf(form.frame) }),
      ...(form.privacy && Object.keys(form.privacy).length > 0 && { privacy: form.privacy }),
      ...(form.authority === 'meeting' && { formalAuthority: form.authority }),
      ...(form.exceptions?.length && { authorities: otherwise(form.exceptions, form.authority) }),
      ...(form.ritual?.followUp && { steps: stepOrders[form.ritual.followUp === 'after' ? 1 : 0] }),
      ...(form.ritual?.stepMinutes && { stepMinutes: form.ritual.stepMinutes }),
      ...(form.ritual?.prompts && { prompts: form.ritual.prompts }),
      ...(form.previous && { previous: form.previous }),
      ...(form.organisations !== null && { organisations: organisationsFrom(form.organisations) }),
    },
  } as const
}
