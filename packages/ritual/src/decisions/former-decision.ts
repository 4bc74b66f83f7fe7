import * as v from 'valibot'
import { DaySchema, OrgIdSchema, line, text } from '../ids.ts'

const TEXT_MAX = 4000
const list = <T extends v.GenericSchema>(schema: T) => v.optional(v.array(schema))

/** Words with the author they chose to have: a name, a structure alone, or nobody [§2.7]. */
const SaidSchema = v.object({ by: v.optional(line(120)), voice: v.optional(OrgIdSchema), text: text(2000) })

/** How a decision of a former meeting came about, as its page tells it [D5]. */
export const FormerDecisionSchema = v.object({
  ref: line(40),
  title: line(200),
  on: v.optional(DaySchema),
  process: v.optional(line(40)),
  /** The last one is the text that was adopted; earlier ones may be there for their change alone. */
  versions: v.array(v.object({ n: v.number(), text: v.optional(text(TEXT_MAX)), change: v.optional(text(1000)) })),
  context: v.optional(text(TEXT_MAX)),
  clarification: v.optional(text(2000)),
  feelings: v.optional(text(2000)),
  integrated: list(SaidSchema),
  concerns: list(SaidSchema),
  efforts: list(v.object({ org: OrgIdSchema, text: text(1000) })),
  /** What was still debated beside it [B16]. */
  debated: list(
    v.object({
      subject: line(200),
      shared: v.optional(v.string()),
      debated: v.optional(v.string()),
      next: v.optional(v.string()),
    }),
  ),
  /** Not all of it came along: the rest is in the minutes of the meeting that adopted it. */
  shortened: v.optional(v.literal(true)),
})
export type FormerDecision = v.InferOutput<typeof FormerDecisionSchema>
export type FormerWords = v.InferOutput<typeof SaidSchema>

/** Of one decision, and of all that come along, in characters: a line of meetings goes on for years, and each phone fetches what it hands on. */
export const ONE_MAX = 12_000
export const ALL_MAX = 60_000

const lengthOf = (one: FormerDecision): number => JSON.stringify(one).length

/** The same from the fullest telling to the barest. */
function* tellings(one: FormerDecision): Generator<FormerDecision> {
  yield one
  const { ref, title, on, process, versions, integrated, concerns } = one
  const bare = { ref, title, on, process }
  const last = versions.length - 1
  const changes = versions.map(({ text: words, ...version }, index) => (index === last ? { ...version, text: words } : version))
  const shortened = true as const
  yield { ...one, versions: changes, shortened }
  yield { ...bare, versions: changes, integrated, concerns, shortened }
  yield { ...bare, versions: changes.slice(-1), shortened }
}

/** As many as a meeting hands on, the newest (the last) whole before those before them; each as fully as there is room for. */
export const withinMeasure = (decisions: readonly FormerDecision[]): FormerDecision[] => {
  let left = ALL_MAX
  const kept = decisions.toReversed().flatMap((one) => {
    for (const telling of tellings(one)) {
      const length = lengthOf(telling)
      if (length > Math.min(left, ONE_MAX)) continue
      left -= length
      return [telling]
    }
    return []
  })
  return kept.toReversed()
}
