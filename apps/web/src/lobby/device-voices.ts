import { mandates } from '@clairiere/ritual'
import * as v from 'valibot'

const KEY = 'clairiere:me'
const SaidSchema = v.object({ quality: v.string(), mandate: v.picklist(mandates), confirmBy: v.optional(v.string()) })
const MeSchema = v.object({ name: v.string(), voices: v.record(v.string(), SaidSchema) })
type Me = v.InferOutput<typeof MeSchema>

/** The name and voices last given on this device, so that coming back takes one tap. Never sent anywhere by itself. */
export const lastGiven = (): Me => {
  try {
    const parsed = v.safeParse(MeSchema, JSON.parse(localStorage.getItem(KEY) ?? 'null'))
    return parsed.success ? parsed.output : { name: '', voices: {} }
  } catch {
    return { name: '', voices: {} }
  }
}

export const keepGiven = (me: Me): void => {
  try {
    localStorage.setItem(KEY, JSON.stringify(me))
  } catch {
    return // nothing is remembered on this device, the person types again
  }
}
