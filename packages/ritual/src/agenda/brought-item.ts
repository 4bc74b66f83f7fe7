import { given } from '../fields.ts'
import type { Previous } from '../meeting/handed-on.ts'
import type { Proposed } from './facts.ts'
import { itemKinds } from './entities.ts'

/** A point that comes from a former meeting (postponed, objected to, or a decision returned by its structure) is proposed: somebody takes it up, or nobody does [V5]. */
export const broughtItem = ({
  title,
  kind,
  text: context,
  towards,
  threadId,
  replaces,
  expectation = '',
  minutes: plannedMinutes = 10,
  kept,
}: Previous['items'][number]): Proposed => ({
  kind: itemKinds.find((known) => known === kind) ?? 'information',
  format: 'free',
  title,
  carriers: [],
  onBehalfOf: null,
  expectation,
  plannedMinutes,
  urgency: 3,
  topics: [],
  buildsOn: [],
  structures: [],
  ...given({ context, towards, threadId, replaces }),
  ...(kept && { kept: given(kept) }),
})
