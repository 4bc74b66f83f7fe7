import type { Board } from '../board.ts'
import { redactionMarks } from '../corrections/entities.ts'
import { dayOf } from '../days.ts'
import { given } from '../fields.ts'
import type { Attributed } from '../people/entities.ts'
import type { LeftWords } from '../words.ts'
import type { Decision } from './entities.ts'
import { reservesOf } from './reserves.ts'
import { withinMeasure, type FormerDecision, type FormerWords } from './former-decision.ts'

const marks: readonly string[] = Object.values(redactionMarks)

/** An entry as its author lets it appear, and no more of a name than the circle shows [§2.7]; nobody is named by or beside what was taken out. */
const saidIn =
  ({ people, meeting }: Pick<Board, 'people' | 'meeting'>) =>
  ({ attribution, personId, voice, text }: Attributed & { text: string }): FormerWords => {
    if (marks.includes(text)) return { text }
    const name = attribution === 'name-and-voice' && meeting.privacy.names !== 'structures' ? people[personId ?? '']?.name : undefined
    const by = name === undefined || marks.includes(name) ? undefined : meeting.privacy.names === 'full' ? name : name.split(/\s+/)[0]
    return { text, ...given({ by, voice: attribution === 'unnamed' ? undefined : (voice ?? undefined) }) }
  }

const some = <T>(list: readonly T[]): T[] | undefined => (list.length > 0 ? [...list] : undefined)

const toldOf = (board: Board, decision: Decision, ref: string, { disagreements }: LeftWords): FormerDecision => {
  const { title, process, adoptedAt, itemId, versions, summaries, efforts } = decision
  const said = saidIn(board)
  // The words that weigh a person are told nowhere after an election, as in its minutes [§2.4.6].
  const weighs = process === 'election'
  const debated = disagreements
    .filter((one) => one.itemId === itemId)
    .map(({ subject, shared, debated: open, next }) => ({ subject, shared, debated: open, next }))
  return {
    ref,
    title,
    process,
    versions: versions.map(({ n, text, change }) => ({ n, text, ...given({ change }) })),
    ...given({
      on: adoptedAt === undefined ? undefined : dayOf(adoptedAt, board.meeting.timezone),
      context: board.items[itemId]?.context?.trim() || undefined,
      clarification: summaries.clarification?.trim() || undefined,
      feelings: summaries.feelings?.trim() || undefined,
      integrated: weighs ? undefined : some(decision.objections.filter((one) => one.integratedIn !== undefined).map(said)),
      concerns: weighs ? undefined : some(reservesOf(decision).map(said)),
      efforts: some(efforts),
      debated: some(debated),
    }),
  }
}

/**
 * How the decisions of this meeting and of those before it came about [D5], as long as `refs` names them: while they are on their way to a structure or are to be looked at
 * again, and within measure, the newest first.
 */
export const toldDecisions = (board: Board, refs: ReadonlySet<string>, words: LeftWords): FormerDecision[] => {
  const here = Object.values(board.decisions)
    .filter(({ status }) => status === 'adopted')
    .toSorted((a, b) => ((a.adoptedAt ?? '') < (b.adoptedAt ?? '') ? -1 : 1))
    .flatMap((decision) => (decision.ref === undefined ? [] : [toldOf(board, decision, decision.ref, words)]))
  const before = board.previous.decisions?.filter(({ ref }) => !here.some((one) => one.ref === ref)) ?? []
  return withinMeasure([...before, ...here].filter(({ ref }) => refs.has(ref)))
}
