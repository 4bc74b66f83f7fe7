import {
  actSchemas,
  isHeard,
  judge,
  SecretBox,
  wordsState,
  type ActInput,
  type Confidence,
  type ConfidenceView,
  type Outcome,
  type PublicBoard,
} from '@clairiere/ritual'
import * as v from 'valibot'
import type * as Y from 'yjs'

/** What a device may look at when it asks the rules. */
export interface Seen {
  board: PublicBoard
  doc: Y.Doc
  confidences: Iterable<ConfidenceView>
  personId: string
  /** Record time, ms since 1970. */
  now: number
  newId: () => string
}

/** What the server would say to this act, as far as this device may know; where it cannot know, the act is allowed and the server answers. In a chunk of its own: the rules come after the first screen. */
export const foresee = ({ board, doc, confidences, personId, now, newId }: Seen, act: ActInput): Outcome<unknown> => {
  const parsed = v.safeParse(actSchemas[act.type], act)
  if (!parsed.success) return { ok: false, refused: 'incomplete' }
  const online = new Set(Object.values(board.people).flatMap((person) => (isHeard(person) ? [person.id] : [])))
  const mine = [...confidences].filter((view) => view.payload !== null && view.kind !== 'answered') as unknown as Confidence[]
  return judge(
    { board, words: wordsState(doc), secrets: new SecretBox(mine), online, now: new Date(now).toISOString(), knowsAll: false },
    { kind: 'person', personId, actId: newId(), randomId: newId },
    parsed.output,
  )
}
