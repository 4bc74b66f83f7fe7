import { ok, refuse, type Outcome } from '@clairiere/ritual'
import * as v from 'valibot'
import { MinutesRecordSchema, type MinutesRecord } from '../record/record.ts'

/** The record itself: keys in the schema's order whatever made it, so that the same minutes are the same bytes [§2.5-22]. Refuses by throwing a record that no schema fits: ours is the fault then. */
export const printJson = (record: MinutesRecord): string => `${JSON.stringify(v.parse(MinutesRecordSchema, record), null, 1)}\n`

/** Reads what `printJson` wrote; unknown keys are left out. Refuses with `malformed`: no JSON, another format, or a field that does not fit. */
export const readJson = (text: string): Outcome<MinutesRecord> => readRecord(parsed(text))

/** The same of what is parsed already. */
export const readRecord = (value: unknown): Outcome<MinutesRecord> => {
  if (!isShallow(value)) return refuse('malformed')
  const result = v.safeParse(MinutesRecordSchema, value)
  return result.success ? ok(result.output) : refuse('malformed', { field: v.getDotPath(result.issues[0]) ?? '' })
}

/** Of nested lists and quotes the deepest note has some forty levels; past a few thousand neither a schema nor a printer comes back. */
const MAX_DEPTH = 100

const isShallow = (value: unknown): boolean => {
  let level: readonly unknown[] = [value]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > MAX_DEPTH) return false
    level = level.flatMap((each) => (typeof each === 'object' && each !== null ? Object.values(each) : []))
  }
  return true
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
