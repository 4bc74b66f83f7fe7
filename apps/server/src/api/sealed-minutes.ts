import { readJson, type MinutesRecord } from '@clairiere/minutes'
import { readsByLink, refuse, type Outcome } from '@clairiere/ritual'
import type { Identity } from '../access/identity.ts'
import type { Store } from '../store/store.ts'

/** Sealed minutes as they stand on the shelf: the newest version, and which others are there. */
export interface Sealed {
  readonly record: MinutesRecord
  readonly current: number
  readonly versions: readonly number[]
}

/**
 * The newest sealed minutes for somebody who is no person of the meeting: the record says itself for whom it is [F7], so that no room is loaded for a stranger. While a meeting
 * is reopened its last version stays readable [ritual § 2.4.1]. Refuses who is not of its audience, and everyone while nothing was sealed.
 */
export async function sealedFor(
  store: Store,
  meetingId: string,
  reader: Exclude<Identity, { is: 'person' }> | null,
): Promise<Outcome<Sealed>> {
  const versions = (await store.meeting(meetingId))?.versions ?? []
  const current = versions.at(-1)
  if (current === undefined) return refuse(reader === null ? 'unknown-person' : 'not-yours')
  const record = await sealedVersion(store, meetingId, current)
  if (!record.ok) return record
  const isFor = readsByLink(record.value.meeting.audience, reader)
  if (!isFor) return refuse(reader === null ? 'unknown-person' : 'circle-only')
  return { ok: true, value: { record: record.value, current, versions } }
}

/** One sealed version. Refuses `no-such-thing` when it was withdrawn at somebody's request, or never there. */
export async function sealedVersion(store: Store, meetingId: string, version: number): Promise<Outcome<MinutesRecord>> {
  const bytes = await store.minutes(meetingId, version)
  return bytes === null ? refuse('no-such-thing') : readJson(new TextDecoder().decode(bytes))
}

/** Which version `?version=` names; `current` without it. Refuses what is no number. */
export function versionAsked(asked: string | undefined, current: number): Outcome<number> {
  if (asked === undefined) return { ok: true, value: current }
  return /^[1-9]\d{0,5}$/.test(asked) ? { ok: true, value: Number(asked) } : refuse('malformed')
}
