import * as v from 'valibot'

/** A ULID made by the client for an act, and thereby for the entity the act makes; or a random id of the server's for anonymous things. */
export type Id = string
/** A participant; the same id names the person in every act and fact. */
export type PersonId = Id
/** A structure, commission, group or circle. Kept as given by the group (`org:tera`). */
export type OrgId = string
/** ISO 8601 in UTC, always the server's time [§2.5-25]. */
export type Instant = string
/** `YYYY-MM-DD` in the meeting's time zone. */
export type Day = string

const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Makes a ULID: 10 characters of time (ms since 1970), 16 of randomness. `random` gives bytes 0–255, so that tests and phones without `crypto` can bring their own. */
export const ulid = (nowMs: number, random: (count: number) => Uint8Array): Id => {
  let time = ''
  for (let rest = nowMs, i = 0; i < 10; i++, rest = Math.floor(rest / 32)) time = crockford.charAt(rest % 32) + time
  let tail = ''
  for (const byte of random(16)) tail += crockford.charAt(byte % 32)
  return time + tail
}

/** Ids are keys of plain objects everywhere: a name that every object inherits would be found without having been put. */
const notInherited = v.check((value: string) => !(value in Object.prototype))

export const IdSchema = v.pipe(v.string(), v.regex(/^[0-9A-Za-z:_.-]{1,64}$/), notInherited)
export const UlidSchema = v.pipe(v.string(), v.regex(/^[0-9A-HJKMNP-TV-Z]{26}$/))
export const OrgIdSchema = v.pipe(v.string(), v.regex(/^[0-9A-Za-z:_.-]{1,64}$/), notInherited)
/** Some day of 9987: until then years are printed with four figures, and sort as they are read. */
const MAX_MS = 253e12

/** A day of the calendar: no 31 February, which every reader would take for another day. */
export const DaySchema = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d{2}-\d{2}$/),
  v.check((day) => new Date(`${day}T00:00:00Z`).getUTCDate() === Number(day.slice(8))),
)
/** An instant that clocks and minutes can show: some that ISO 8601 allows are no date to JavaScript (`+02`), or past the year 9999. */
export const InstantSchema = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:?\d\d)$/),
  v.check((instant) => Date.parse(instant) >= 0 && Date.parse(instant) < MAX_MS),
)

/** What turns round the order of all that follows it, in a name and then in every sentence that holds it; it comes along with a copy. */
const TURNING = /[\u202a-\u202e\u2066-\u2069]/g
const VISIBLE = /[^\p{C}\p{M}\p{Z}]/u

/** Text typed by a person: something that shows, any characters but lone surrogates and control characters other than line breaks and tabs; length in UTF-16 units. */
export const text = (maxLength: number) =>
  v.pipe(
    v.string(),
    v.trim(),
    v.minLength(1),
    v.maxLength(maxLength),
    // eslint-disable-next-line no-control-regex -- refusing control characters is what this schema is for
    v.check((value) => !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.test(value) && value.isWellFormed() && VISIBLE.test(value)),
  )
/** One line for names and titles; what turns its reading round is left out. */
export const line = (maxLength: number) =>
  v.pipe(
    v.string(),
    v.transform((value) => value.replace(TURNING, '')),
    text(maxLength),
    v.check((value) => !/[\r\n\t]/.test(value)),
  )
