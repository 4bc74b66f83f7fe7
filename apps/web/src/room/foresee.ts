import {
  actSchemas,
  isHeard,
  judge,
  SecretBox,
  wordsState,
  type ActInput,
  type Confidence,
  type ConfidenceView,
  type Id,
  type Outcome,
  type PublicBoard,
  type Scene,
} from '@clairiere/ritual'
import * as v from 'valibot'
import type * as Y from 'yjs'

/** What a device may look at when it asks the rules. */
export interface Seen {
  board: PublicBoard
  doc: Y.Doc
  /** Another map whenever one of them changes. */
  confidences: ReadonlyMap<string, ConfidenceView>
  personId: string
  /** Record time, ms since 1970. */
  now: number
  newId: () => string
}

type Known = Pick<Scene, 'board' | 'words' | 'secrets' | 'online'> & { of: Seen['confidences']; actId: Id }

const known = new WeakMap<Y.Doc, Known>()
const watched = new WeakSet<Y.Doc>()

/**
 * What the rules look at, made once until the board, a confidence or a word changes: a screen asks about some thirty acts in one moment, and reading every note of
 * a long meeting for each of them is what a phone feels.
 */
const sceneOf = ({ board, doc, confidences, newId }: Seen): Known => {
  const before = known.get(doc)
  if (before?.board === board && before.of === confidences) return before
  if (!watched.has(doc)) {
    watched.add(doc)
    doc.on('update', () => known.delete(doc))
  }
  const online = new Set(Object.values(board.people).flatMap((person) => (isHeard(person) ? [person.id] : [])))
  const mine = [...confidences.values()].filter((view) => view.payload !== null && view.kind !== 'answered') as unknown as Confidence[]
  const scene = { board, words: wordsState(doc), secrets: new SecretBox(mine), online, of: confidences, actId: newId() }
  known.set(doc, scene)
  return scene
}

/** What the server would say to this act, as far as this device may know; where it cannot know, the act is allowed and the server answers. In a chunk of its own: the rules come after the first screen. */
export const foresee = (seen: Seen, act: ActInput): Outcome<unknown> => {
  const parsed = v.safeParse(actSchemas[act.type], act)
  if (!parsed.success) return { ok: false, refused: 'incomplete' }
  const { board, words, secrets, online, actId } = sceneOf(seen)
  return judge(
    { board, words, secrets, online, now: new Date(seen.now).toISOString(), knowsAll: false },
    { kind: 'person', personId: seen.personId, actId, randomId: seen.newId },
    parsed.output,
  )
}
