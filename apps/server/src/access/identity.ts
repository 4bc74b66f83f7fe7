import type { PersonId } from '@clairiere/ritual'
import { readMeta, type LinkKind, type LinkMaker, type MeetingMeta } from './links.ts'
import type { Passes } from './passes.ts'
import type { Store } from '../store/store.ts'

/** Who a request is from: a person of the meeting, or somebody who holds a link to it. */
export type Identity =
  | { readonly is: 'person'; readonly personId: PersonId; readonly by: 'token' }
  /** `host`: the first person of this device. */
  | { readonly is: 'person'; readonly personId: PersonId; readonly by: 'cookie'; readonly host: PersonId }
  | { readonly is: 'link'; readonly link: LinkKind }

/** What a request shows for itself. `as` says which of a device's persons is meant. */
export interface Credentials {
  readonly bearer: string | null
  readonly cookie: string | null
  readonly as: string | null
}

/** A meeting as the doors know it, before any room is opened. */
export interface KnownMeeting {
  readonly meetingId: string
  readonly meta: MeetingMeta
}

/** Null: no such meeting. */
export async function findMeeting(store: Store, meetingId: string): Promise<KnownMeeting | null> {
  if (!/^[0-9A-Za-z_-]{1,64}$/.test(meetingId)) return null
  const record = await store.meeting(meetingId)
  return record === null ? null : { meetingId, meta: readMeta(record.meta) }
}

/**
 * [contract § HTTP] A bearer's token wins over the cookie; a bearer may also show the key of a link. Of a device that holds several persons, `as` says which;
 * without it only a device with one is understood. Null: nobody we know.
 */
export async function identify(
  passes: Passes,
  links: LinkMaker,
  { meetingId, meta }: KnownMeeting,
  credentials: Credentials,
): Promise<Identity | null> {
  const { bearer, cookie, as } = credentials
  if (bearer !== null) {
    const personId = await passes.byToken(meetingId, bearer)
    if (personId !== null) return { is: 'person', personId, by: 'token' }
    const link = links.kindOf(meetingId, meta, bearer)
    return link === null ? null : { is: 'link', link }
  }
  if (cookie === null) return null
  const people = await passes.byDevice(meetingId, cookie)
  const personId = as === null ? (people.length === 1 ? people[0] : undefined) : people.find((held) => held === as)
  return personId === undefined ? null : { is: 'person', personId, by: 'cookie', host: people[0] ?? personId }
}
