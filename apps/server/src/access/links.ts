import type { ServerKey } from '../keys/server-key.ts'

/** The three links of a meeting; whoever holds one may join with the standing it gives. */
export const linkKinds = ['host', 'join', 'observe'] as const
export type LinkKind = (typeof linkKinds)[number]
export type Links = Readonly<Record<LinkKind, string>>

/** What the store's catalogue keeps of a meeting in clear: nothing that a person wrote. */
export interface MeetingMeta {
  /** How often the links were made anew; the older ones open nothing. */
  readonly renewals: number
  /** Milliseconds since 1970. */
  readonly createdAt: number
  /** When the meeting forgets what was said in the circle if nobody seals it (ms since 1970); absent once that is done. */
  readonly forgetAfter?: number
}

/** Meta is our own writing. */
export const readMeta = (meta: string): MeetingMeta => JSON.parse(meta) as MeetingMeta

/** The same, for the store to change it where it lies. */
export const changingMeta =
  (change: (meta: MeetingMeta) => MeetingMeta) =>
  (meta: string): string =>
    JSON.stringify(change(readMeta(meta)))

/**
 * Makes and checks links. They are derived from the server's key and kept nowhere, so that they can be shown again; the secret stands in the
 * fragment of the address, which no server log and no proxy sees [contract § HTTP].
 */
export class LinkMaker {
  readonly #serverKey: ServerKey

  constructor(serverKey: ServerKey) {
    this.#serverKey = serverKey
  }

  /** `origin`: where the links lead, without a slash at its end. */
  links(origin: string, meetingId: string, { renewals }: MeetingMeta): Links {
    const link = (kind: LinkKind): string =>
      `${origin}/m/${meetingId}#${this.#serverKey.derive('link', subject(meetingId, kind, renewals))}`
    return { host: link('host'), join: link('join'), observe: link('observe') }
  }

  /** Which link a key is of, or null. Every kind is compared, so that time tells nothing. */
  kindOf(meetingId: string, { renewals }: MeetingMeta, key: string): LinkKind | null {
    return linkKinds.filter((kind) => this.#serverKey.isDerived('link', subject(meetingId, kind, renewals), key))[0] ?? null
  }
}

const subject = (meetingId: string, kind: LinkKind, renewals: number): string => JSON.stringify([meetingId, kind, renewals])
