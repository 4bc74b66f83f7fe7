import { paths, type Id } from '@clairiere/ritual'
import * as v from 'valibot'

const VersionsSchema = v.object({ current: v.number(), versions: v.array(v.number()), title: v.string() })
export type Versions = v.InferOutput<typeof VersionsSchema>

export type Read<T> = { is: 'here'; value: T } | { is: 'not-yet' | 'cancelled' | 'circle-only' | 'unknown' | 'offline' }

/** A GET with the key of the link as its bearer: whoever reads needs no place in the meeting, and public minutes no key. */
const ask = async (path: string, key: string, locale: string): Promise<Response | null> => {
  try {
    return await fetch(path, { headers: { ...(key && { authorization: `Bearer ${key}` }), 'accept-language': locale } })
  } catch {
    return null // no network: the page says so and tries again
  }
}

const FaultSchema = v.object({ error: v.string() })

const failed = async (response: Response | null): Promise<Exclude<Read<never>, { is: 'here' }>> => {
  if (response === null || response.status >= 500 || response.status === 429) return { is: 'offline' }
  const fault = v.safeParse(FaultSchema, await response.json().catch(() => null))
  if (fault.success && fault.output.error === 'circle-only') return { is: 'circle-only' }
  return { is: response.status === 409 || response.status === 403 ? 'not-yet' : 'unknown' }
}

const StatusSchema = v.object({ meeting: v.object({ status: v.string() }) })

/** What is not sealed will be, except of a meeting that is not held: the link that reads the minutes may also ask that. */
const notSealed = async (meetingId: Id, key: string, locale: string): Promise<{ is: 'not-yet' | 'cancelled' }> => {
  const response = await ask(paths.meeting(meetingId), key, locale)
  const parsed = v.safeParse(StatusSchema, response?.ok ? await response.json() : null)
  return { is: parsed.success && parsed.output.meeting.status === 'cancelled' ? 'cancelled' : 'not-yet' }
}

/** Which sealed versions can be read with this key. */
export const readVersions = async (meetingId: Id, key: string, locale: string): Promise<Read<Versions>> => {
  const response = await ask(paths.versions(meetingId), key, locale)
  if (!response?.ok) {
    const fault = await failed(response)
    return fault.is === 'not-yet' ? notSealed(meetingId, key, locale) : fault
  }
  const parsed = v.safeParse(VersionsSchema, await response.json())
  return parsed.success ? { is: 'here', value: parsed.output } : { is: 'unknown' }
}

/** One sealed version as a page. */
export const readVersion = async (meetingId: Id, key: string, locale: string, version: number): Promise<Read<string>> => {
  const response = await ask(`${paths.minutes(meetingId, 'html')}?version=${version}`, key, locale)
  return response?.ok ? { is: 'here', value: await response.text() } : failed(response)
}

/** The same minutes as a file, in a format to take away; null when they could not be had. */
export const readFile = async (path: string, key: string, locale: string): Promise<{ name: string; bytes: Blob } | null> => {
  const response = await ask(path, key, locale)
  if (!response?.ok) return null
  const named = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')
  return { name: named?.[1] ?? 'compte-rendu', bytes: await response.blob() }
}
