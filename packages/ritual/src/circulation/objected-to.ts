import { threadOf } from '../agenda/thread-of.ts'
import type { Board } from '../board.ts'
import { given } from '../fields.ts'
import type { Day, Id } from '../ids.ts'
import type { Objected, Previous } from '../meeting/handed-on.ts'

/** The words of a decision and of what stands against it, as the context of a point; never over what a point may hold. */
const CONTEXT_MAX = 4000
export const withObjections = (text: string | undefined, objections: readonly string[]): string =>
  [...(text === undefined ? [] : [text]), ...objections.map((said) => `– ${said}`)].join('\n').slice(0, CONTEXT_MAX).toWellFormed()

/**
 * Decisions of this meeting, circulated or adopted, each as the point that objections to it ask for, with the words said and nobody's name [D2]; `takenBack` where none
 * stands. What comes back anyway is left out: it is not sent twice.
 */
export const objectionsIn = (board: Board, from: Day | undefined): readonly Objected[] => {
  const objections = Object.values(board.reactions)
    .filter(({ type }) => type === 'objection')
    .toSorted((a, b) => (a.at !== b.at ? (a.at < b.at ? -1 : 1) : a.id < b.id ? -1 : 1))
  const objectionsTo = (about: Id) => objections.filter((one) => (one.itemId ?? one.decisionId) === about)
  const told = (point: Previous['items'][number], against: readonly unknown[]): Objected => ({
    item: { ...point, status: 'objected', ...given({ from }) },
    ...(against.length === 0 && { takenBack: true }),
  })
  const circulated = Object.values(board.broadcasts).flatMap(({ itemId, text }) => {
    const item = board.items[itemId]
    if (!item || item.status === 'postponed' || item.status === 'proposed') return []
    const against = objectionsTo(itemId)
    const words = against.map((said) => said.text)
    return [told({ title: item.title, kind: item.kind, threadId: threadOf(board, item), text: withObjections(text, words) }, against)]
  })
  const adopted = Object.values(board.decisions).flatMap(({ id, ref, title, itemId, process, versions }) => {
    const item = board.items[itemId]
    if (!item || ref === undefined) return []
    const against = objectionsTo(id)
    // The words of an objection to an election weigh a person: they are told nowhere after it, as in its minutes [§2.4.6].
    const isElection = process === 'election'
    const words = against.flatMap(({ text, objectionId }) => (isElection && objectionId !== undefined ? [] : [text]))
    const text = withObjections(versions.at(-1)?.text, words)
    return [told({ title, kind: isElection ? 'election' : 'decision', threadId: threadOf(board, item), replaces: ref, text }, against)]
  })
  return [...circulated, ...adopted]
}
