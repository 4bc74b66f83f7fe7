import type { Board } from '../board.ts'
import type { Id } from '../ids.ts'
import { redactionMarks, type Correction, type RedactionKind } from './entities.ts'
import { redactables, withRedacted } from './redaction.ts'

const renamed = (value: unknown, name: string, mark: string): unknown => {
  if (value === name) return mark
  if (Array.isArray(value)) return value.map((each) => renamed(each, name, mark))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key === name ? mark : key, renamed(each, name, mark)]))
}

/** A name where a former meeting wrote it out: among those who carry its actions, or who held its roles. */
const withoutWritten = (board: Board, name: string): Board => {
  const mark = redactionMarks[board.meeting.locale]
  const away = <T>(entity: T): T => (JSON.stringify(entity).includes(JSON.stringify(name)) ? (renamed(entity, name, mark) as T) : entity)
  const actions = Object.entries(board.actions).map(([id, action]) => [id, away(action)] as const)
  return { ...board, previous: away(board.previous), actions: Object.fromEntries(actions) }
}

const plain = (text: string): string =>
  ` ${text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `
/** As whole words, whatever stands between them. */
const holds = (text: string, words: string): boolean => plain(words).trim() !== '' && plain(text).includes(plain(words))

/** Rather one wording too many than one left: it quotes what was taken out, or a piece of it. */
const quotes = ({ before, after, reason }: Correction, taken: string): boolean =>
  [before, after, reason].some((said) => holds(said, taken)) || holds(taken, before)

/**
 * Takes something out wherever it stands [§2.7 Rights]: the same words said twice by the same person (a reserve in two rounds), the name as former meetings wrote it,
 * and the corrections that quote it, whose wordings are printed [§4.12].
 */
export const redactedEverywhere = (board: Board, kind: RedactionKind, id: Id): Board => {
  const known = redactables(board)
  const taken = known.find((each) => each.kind === kind && each.id === id)
  if (taken === undefined || kind === 'closing-name' || kind === 'correction') return withRedacted(board, kind, id)
  const again = known.filter(
    (each) =>
      taken.personId !== undefined &&
      each.personId === taken.personId &&
      each.text === taken.text &&
      each.kind !== 'closing-name' &&
      each.kind !== 'correction',
  )
  const done = [taken, ...again].reduce((next, each) => withRedacted(next, each.kind, each.id), board)
  const unnamed = kind === 'name' ? withoutWritten(done, taken.text) : done
  return Object.values(unnamed.corrections)
    .filter((correction) => correction.kind !== 'redaction' && quotes(correction, taken.text))
    .reduce((next, correction) => withRedacted(next, 'correction', correction.id), unnamed)
}
