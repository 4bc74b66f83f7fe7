import * as v from 'valibot'

/** A person this device is, in one meeting. The secret itself is in the device's HttpOnly cookie; here only who and in which generation. */
const IdentitySchema = v.object({
  meetingId: v.string(),
  personId: v.string(),
  name: v.string(),
  standing: v.picklist(['decider', 'observer']),
  generation: v.number(),
  title: v.optional(v.string(), ''),
  at: v.number(),
})
export type Identity = v.InferOutput<typeof IdentitySchema>

const storageKey = 'clairiere:persons'

const readAll = (): Identity[] => {
  try {
    const parsed = v.safeParse(v.array(v.unknown()), JSON.parse(localStorage.getItem(storageKey) ?? '[]'))
    if (!parsed.success) return []
    return parsed.output.flatMap((entry) => {
      const identity = v.safeParse(IdentitySchema, entry)
      return identity.success ? [identity.output] : []
    })
  } catch {
    return []
  }
}

const writeAll = (identities: readonly Identity[]): void => {
  try {
    localStorage.setItem(storageKey, JSON.stringify(identities))
  } catch {
    // Storage full or forbidden: the cookie still knows the person until the tab closes.
  }
}

/** Everyone this device is, latest first: two people may share one phone, and a device remembers its meetings. */
export const identities = (): readonly Identity[] => readAll().toSorted((a, b) => b.at - a.at)

/** The persons of one meeting on this device, latest first. */
export const identitiesOf = (meetingId: string): readonly Identity[] => identities().filter((identity) => identity.meetingId === meetingId)

/** Remembers a person, or a newer generation of theirs; the latest remembered is who acts. */
export const rememberIdentity = (identity: Identity): void =>
  writeAll([...readAll().filter((other) => other.meetingId !== identity.meetingId || other.personId !== identity.personId), identity])

/** Forgets a person of this device, e.g. when their token is no longer valid. */
export const forgetIdentity = (meetingId: string, personId: string): void =>
  writeAll(readAll().filter((other) => other.meetingId !== meetingId || other.personId !== personId))
