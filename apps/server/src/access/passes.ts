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

  /** `device`: the secret of the cookie that came with the call, if any. `since`: from when it counts, ms since 1970. Rejects with `NotSaving`. */
  async issue(meetingId: string, personId: PersonId, device: string | null, since = this.#clock.now()): Promise<Pass> {
    const token = randomSecret()
    const cookie = device !== null && SECRET.test(device) ? device : randomSecret()
    const expiresAt = since + PASS_LIFETIME_MS
    await this.#store.putSecrets([
      { kind: 'token', hash: this.#serverKey.hmac('token', token), meetingId, subject: personId, expiresAt },
      { kind: 'device', hash: this.#serverKey.hmac('device', cookie), meetingId, subject: personId, expiresAt },
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

  /** When (ms since 1970) a device last became this person, by a link, a code, or beside somebody; null: it is not this person. */
  async heldSince(meetingId: string, cookie: string, personId: PersonId): Promise<number | null> {
    const row = (await this.#find('device', cookie, meetingId)).find(({ subject }) => subject === personId)
    return row === undefined || row.expiresAt === null ? null : row.expiresAt - PASS_LIFETIME_MS
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

  async #find(kind: string, secret: string, meetingId?: string): Promise<readonly SecretRow[]> {
    if (!SECRET.test(secret)) return []
    const rows = await this.#store.findSecrets(kind, this.#serverKey.hmac(kind, secret))
    const now = this.#clock.now()
    return rows.filter((row) => (meetingId === undefined || row.meetingId === meetingId) && (row.expiresAt === null || row.expiresAt > now))
  }
}
