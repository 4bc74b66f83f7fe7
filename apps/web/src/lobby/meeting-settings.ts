import type { Meeting, Privacy } from '@clairiere/ritual'
import type { EarlierMeeting, MeetingForm } from './new-meeting.ts'

/** What is folded under the form of the first screen, and how it is changed. */
export interface MoreSettings extends Pick<MeetingForm, 'place' | 'minutes' | 'without' | 'organisations'> {
  purpose: string
  frame: string
  privacy: Partial<Privacy>
  /** Who decides formally [A16]. */
  authority: Meeting['formalAuthority']
  setAuthority: (authority: Meeting['formalAuthority']) => void
  /** Ids of the structures and topics in which it is the other one. */
  exceptions: readonly string[]
  setExceptions: (domains: readonly string[]) => void
  /** What the group makes its own of the template [A17]. */
  ritual: NonNullable<MeetingForm['ritual']>
  setRitual: (ritual: NonNullable<MeetingForm['ritual']>) => void
  /** Null: this meeting follows none. `unread`: one is named, and cannot be read. */
  previous: EarlierMeeting | 'unread' | null
  setPrivacy: (privacy: Partial<Privacy>) => void
  setPrevious: (previous: EarlierMeeting | 'unread' | null) => void
  set: Readonly<Record<'purpose' | 'place' | 'minutes' | 'without' | 'organisations' | 'frame', (text: string) => void>>
  /** As it stands in its field. */
  typed: { minutes: string; organisations: string }
  reset: () => void
}
