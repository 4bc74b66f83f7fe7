import type { Meeting, Privacy } from '@clairiere/ritual'
import type { EarlierMeeting, MeetingForm } from './new-meeting.ts'

/** What is chosen under the form and not typed: it lives as long as the page. */
export interface Chosen {
  privacy: Partial<Privacy>
  /** Who decides formally [A16]. */
  authority: Meeting['formalAuthority']
  /** Ids of the structures and topics in which it is the other one. */
  exceptions: readonly string[]
  /** What the group makes its own of the template [A17]. */
  ritual: NonNullable<MeetingForm['ritual']>
  /** Null: this meeting follows none. `unread`: one is named, and cannot be read. */
  previous: EarlierMeeting | 'unread' | null
}

/** What is folded under the form of the first screen, and how it is changed. */
export interface MoreSettings extends Chosen, Pick<MeetingForm, 'place' | 'minutes' | 'without' | 'organisations'> {
  purpose: string
  frame: string
  choose: (part: Partial<Chosen>) => void
  set: Readonly<Record<'purpose' | 'place' | 'minutes' | 'without' | 'organisations' | 'frame', (text: string) => void>>
  /** As it stands in its field. */
  typed: { minutes: string; organisations: string }
  /** The instant that the former meeting gave for this one comes into the fields, where nothing else was typed. */
  startAt: (at: Date) => void
  reset: () => void
}
