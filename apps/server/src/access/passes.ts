import type { OrgId, PersonId } from '@clairiere/ritual'
import { randomSecret, type ServerKey } from '../keys/server-key.ts'
import type { RecordClock } from '../record-clock.ts'
import type { SecretRow, Store } from '../store/store.ts'

/** A device keeps a person's pass for so long: a meeting, its review, and a season after. */
const PASS_LIFETIME_MS = 200 * 24 * 60 * 60 * 1000
/** 43 characters of base64url, as `randomSecret` makes them. */
const SECRET = /^[A-Za-z0-9_-]{20,100}$/

/** A pass just made. The cookie's secret is the device's own when it had one: one cookie holds several persons and meetings. */
export interface Pass {
  readonly token: string
  readonly cookie: string
  readonly maxAgeSeconds: number
}

/** What lets a person in again: a token, or the cookie of a device. Both are random, and known here by their HMAC alone. */
export class Passes {
  readonly #store: Store
  readonly #serverKey: ServerKey
  readonly #clock: RecordClock

  constructor(store: Store, serverKey: ServerKey, clock: RecordClock) {
    this.#store = store
    this.#serverKey = serverKey
    this.#clock = clock
  }

  /**
   * `device`: the secret of the cookie that came with the call, if any. `renewals`: of the link that was shown, by them or by whoever brings them in; null when it was the code of
   * another device, which is no link. Rejects with `NotSaving`.
   */
  async issue(meetingId: string, personId: PersonId, device: string | null, renewals: number | null): Promise<Pass> {
    const token = randomSecret()
    const cookie = device !== null && SECRET.test(device) ? device : randomSecret()
    const expiresAt = this.#clock.now() + PASS_LIFETIME_MS
    const row = (kind: string, secret: string, subject: string): SecretRow => {
      return { kind, hash: this.#serverKey.hmac(kind, secret), meetingId, subject, expiresAt }
    }
    await this.#store.putSecrets([
      row('token', token, personId),
      row('device', cookie, personId),
      // The first links are known to everyone who is here: only of renewed ones is it kept who has them.
      ...(renewals === null || renewals === 0 ? [] : [row('shown', cookie, shown(personId, renewals))]),
    ])
    return { token, cookie, maxAgeSeconds: PASS_LIFETIME_MS / 1000 }
  }

  /** The person a token is of, in this meeting. */
  async byToken(meetingId: string, token: string): Promise<PersonId | null> {
    return (await this.#find('token', token, meetingId))[0]?.subject ?? null
  }

  /** The persons of this meeting whom a device's cookie holds, in the order they came. */
  async byDevice(meetingId: string, cookie: string): Promise<readonly PersonId[]> {
    return (await this.#find('device', cookie, meetingId)).map((row) => row.subject)
  }

  /** Takes a person of this meeting off a device; their token and other devices stay. Rejects with `NotSaving`. */
  forget(meetingId: string, personId: PersonId, cookie: string): Promise<void> {
    return this.#store.deleteSecrets({ meetingId, kind: 'device', subject: personId, hash: this.#serverKey.hmac('device', cookie) })
  }

  /** Whether a device that is this person has the links of these `renewals`: those who do may bring somebody in beside them. */
  async hasLink(meetingId: string, cookie: string, personId: PersonId, renewals: number): Promise<boolean> {
    if (renewals === 0) return true
    return (await this.#find('shown', cookie, meetingId)).some(({ subject }) => subject === shown(personId, renewals))
  }

  /** The address of a structure's inbox: the same for every transmission of one meeting to it. */
  async inbox(meetingId: string, org: OrgId): Promise<string> {
    const token = this.#serverKey.derive('inbox', JSON.stringify([meetingId, org]))
    await this.#store.putSecrets([{ kind: 'inbox', hash: this.#serverKey.hmac('inbox', token), meetingId, subject: org, expiresAt: null }])
    return token
  }

  async byInbox(token: string): Promise<{ meetingId: string; org: OrgId } | null> {
    const row = (await this.#find('inbox', token))[0]
    return row === undefined ? null : { meetingId: row.meetingId, org: row.subject }
  }

  /** The row by which a meeting follows another: written with it, and gone with it. */
  follows(meetingId: string, former: string): SecretRow {
    return { kind: 'follows', hash: this.#serverKey.hmac('follows', former), meetingId, subject: former, expiresAt: null }
  }

  /** The meetings that were made to follow this one. */
  async followersOf(meetingId: string): Promise<readonly string[]> {
    return (await this.#store.findSecrets('follows', this.#serverKey.hmac('follows', meetingId))).map((row) => row.meetingId)
  }

  /** The row by which a meeting owes those that follow it what it did: written with that, so that no end of the process loses it. `debtId`: a fresh one. */
  debt(meetingId: string, debtId: string): SecretRow {
    return { kind: 'untold', hash: this.#serverKey.hmac('untold', 'answer'), meetingId, subject: debtId, expiresAt: null }
  }

  /** Owes it by itself, where nothing else is written. Rejects with `NotSaving`. */
  async owe(meetingId: string, debtId: string): Promise<void> {
    await this.#store.putSecrets([this.debt(meetingId, debtId)])
  }

  /** It was told to all of them. */
  told(meetingId: string, debtId: string): Promise<void> {
    return this.#store.deleteSecrets({ meetingId, kind: 'untold', subject: debtId })
  }

  /** What one meeting owes, or all of them do. */
  async untold(meeting?: string): Promise<readonly { meetingId: string; debtId: string }[]> {
    const rows = await this.#store.findSecrets('untold', this.#serverKey.hmac('untold', 'answer'), meeting)
    return rows.map(({ meetingId, subject }) => ({ meetingId, debtId: subject }))
  }

  async #find(kind: string, secret: string, meetingId?: string): Promise<readonly SecretRow[]> {
    if (!SECRET.test(secret)) return []
    const rows = await this.#store.findSecrets(kind, this.#serverKey.hmac(kind, secret), meetingId)
    const now = this.#clock.now()
    return rows.filter((row) => row.expiresAt === null || row.expiresAt > now)
  }
}

/** What a row of kind `shown` says: this device, being that person, has shown a link of so many renewals. */
const shown = (personId: PersonId, renewals: number): string => JSON.stringify([personId, renewals])
