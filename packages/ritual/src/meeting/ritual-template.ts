import * as v from 'valibot'
import { line } from '../ids.ts'
import { phases, type Meeting, type Phase } from './entities.ts'
import { promptKinds, type PromptKind } from './own-prompt.ts'
import { timedSteps, type StepMinutes, type TimedStep } from './step-minutes.ts'

const promptSchema = v.optional(v.union([v.literal(''), line(200)]))
/** At most 200 characters each; an empty one is the catalogue's. */
export const PromptsSchema = v.object({
  weather: promptSchema,
  clarification: promptSchema,
  feelings: promptSchema,
  closing: promptSchema,
  improvement: promptSchema,
})
export type Prompts = Readonly<Partial<Record<PromptKind, string>>>

/** The follow-up alone moves: before the agenda, or after it [docs/decisions/only-the-follow-up-moves.md]. */
export const stepOrders: readonly (readonly Phase[])[] = [phases, ['welcome', 'weather', 'agenda', 'follow-up', 'closing', 'wrap-up']]
/** Refuses an order in which another step has moved, is missing, or comes twice. */
export const StepsSchema = v.pipe(
  v.array(v.picklist(phases)),
  v.check((steps) => stepOrders.some((order) => order.join() === steps.join()), 'an order of the steps'),
)

/** What a group has changed in the template: absent is the template's. */
export interface OwnTemplate {
  steps?: readonly Phase[] | undefined
  stepMinutes?: { readonly [step in TimedStep]?: number | undefined } | undefined
  prompts?: { readonly [kind in PromptKind]?: string | undefined } | undefined
}

/** Only what differs from the template, so that a group that changes it back has the template again. */
export const ownTemplate = ({
  steps,
  stepMinutes,
  prompts,
}: OwnTemplate): { steps?: readonly Phase[]; stepMinutes?: StepMinutes; prompts?: Prompts } => {
  const minutes = Object.fromEntries(timedSteps.flatMap((step) => (stepMinutes?.[step] === undefined ? [] : [[step, stepMinutes[step]]])))
  const said = Object.fromEntries(promptKinds.flatMap((kind) => (prompts?.[kind] ? [[kind, prompts[kind]]] : [])))
  return {
    ...(steps !== undefined && steps.join() !== phases.join() && { steps }),
    ...(Object.keys(minutes).length > 0 && { stepMinutes: minutes }),
    ...(Object.keys(said).length > 0 && { prompts: said }),
  }
}

/**
 * The version of a meeting whose template is `own`, made from `former`, which is of that version: the same as long as nothing differs, else the next of the group's own
 * (`ecosystem-1` → `ecosystem-1.1` → `ecosystem-1.2`). A group that takes up the template's again gets a version too: it is a change.
 */
export const templateVersionOf = (former: OwnTemplate & { version: string }, own: OwnTemplate): string => {
  if (JSON.stringify(ownTemplate(former)) === JSON.stringify(ownTemplate(own))) return former.version
  const [, base = former.version, count = '0'] = /^(.*?-\d+)(?:\.(\d+))?$/.exec(former.version) ?? []
  return `${base}.${Number(count) + 1}`
}

/** The steps of this meeting, in its order. */
export const stepsOf = ({ steps }: Pick<Meeting, 'steps'>): readonly Phase[] => steps ?? phases
