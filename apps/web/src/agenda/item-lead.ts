import { hasOutput, type Item, type PersonId, type PublicBoard, type WordsState } from '@clairiere/ritual'
import type { Reader } from './awaited.ts'

/** What an item asks next of whoever leads it; what to say about it is the screen's. */
export type ItemLead =
  /** What its kind owes is there. */
  | { kind: 'close' }
  /** Everyone writes in silence first [A9]. */
  | { kind: 'silence' }
  /** One line is missing, and nobody else is there to write it. */
  | { kind: 'give'; what: 'note' | 'synthesis' | 'learning' }
  /** Nobody of the structure is here to answer the feedback that this person carries. */
  | { kind: 'no-answer' }
  /** The next act is this person's own, as whoever carries it or is asked: it stands above, in what is expected of them. */
  | { kind: 'own' }
  /** Somebody else writes or speaks next: `output` what the kind owes, the others what was just opened. */
  | { kind: 'waits'; for: 'output' | 'reactions' | 'advice' | 'story' }

const present = (board: PublicBoard, id: PersonId): boolean => board.people[id]?.presence === 'present'

/** Whether anything stands on it yet that people said here. */
const isSpokenOf = (board: PublicBoard, words: WordsState, { id, experience }: Item): boolean =>
  Object.keys(words).some((root) => root === `note:${id}` || root.startsWith(`note:${id}:`)) ||
  Object.values(board.notes).some((note) => note.itemId === id && !note.hidden) ||
  Object.values(board.reactions).some((reaction) => reaction.itemId === id) ||
  (board.advice[id]?.given.length ?? 0) > 0 ||
  experience !== undefined

/** A silence in which everyone writes, held on this item or running. */
export const wasSilent = (board: PublicBoard, itemId: string): boolean =>
  Object.values(board.rounds).some((round) => round.itemId === itemId && round.kind === 'free' && round.mode === 'simultaneous')

/** One line, by whoever leads; the scribe writes it where one is here. */
const given = (board: PublicBoard, me: PersonId, what: 'note' | 'synthesis' | 'learning'): ItemLead => {
  const seat = board.roles['scribe']
  const scribes = [...(seat?.holders ?? []), ...(seat?.pairs ?? [])]
  return scribes.some((id) => id !== me && present(board, id)) && !scribes.includes(me)
    ? { kind: 'waits', for: 'output' }
    : { kind: 'give', what }
}

const ofFeedback = (board: PublicBoard, item: Item, { me }: Reader, carries: boolean): ItemLead => {
  const feedback = board.feedbacks[item.id]
  if (!feedback?.observation || !feedback.request) return carries ? { kind: 'own' } : { kind: 'waits', for: 'output' }
  const speaks = (id: PersonId) => board.people[id]?.voices.some(({ org }) => org === item.towards) === true
  if (speaks(me)) return { kind: 'own' }
  // « Sans réponse » is said by whoever carries the feedback.
  const isHeard = Object.keys(board.people).some((id) => present(board, id) && speaks(id))
  return carries && !isHeard ? { kind: 'no-answer' } : { kind: 'waits', for: 'output' }
}

/**
 * The one next thing for whoever leads an open item: first what its kind owes [§2.3], closing it only after. Pure; `words` may be empty where only « own »
 * is asked for, which no common word changes.
 */
export const itemLeadOf = (board: PublicBoard, words: WordsState, item: Item, reader: Reader): ItemLead => {
  const { me, today } = reader
  const carries = item.replacement === me || item.carriers.includes(me)
  const theirs: ItemLead = carries ? { kind: 'own' } : { kind: 'waits', for: 'output' }
  const spoken = isSpokenOf(board, words, item)
  // The next step of a concertation is asked for while closing.
  const owes = !hasOutput(board, words, item, item.kind === 'concertation' ? '…' : item.nextStep, today).ok
  switch (item.kind) {
    case 'information':
    case 'tension':
      return owes ? given(board, me, 'note') : { kind: 'close' }
    case 'contribution':
      if (!owes) return { kind: 'close' }
      return !wasSilent(board, item.id) && (words[`ideas:${item.id}`] ?? 0) === 0 ? { kind: 'silence' } : given(board, me, 'synthesis')
    case 'rex':
      if (!owes) return { kind: 'close' }
      return spoken ? given(board, me, 'learning') : { kind: 'waits', for: 'story' }
    case 'concertation':
      if (owes) return theirs
      return spoken ? { kind: 'close' } : given(board, me, 'note')
    case 'feedback':
      return owes ? ofFeedback(board, item, reader, carries) : { kind: 'close' }
    case 'broadcast':
      if (owes) return theirs
      return spoken ? { kind: 'close' } : { kind: 'waits', for: 'reactions' }
    case 'advice':
      if (board.advice[item.id] === undefined) return theirs
      if (owes) return { kind: 'waits', for: 'output' }
      return spoken ? { kind: 'close' } : { kind: 'waits', for: 'advice' }
    case 'decision':
    case 'election':
    case 'follow-up':
      return owes ? { kind: 'waits', for: 'output' } : { kind: 'close' }
  }
}

/** Whether what is expected of this person is itself the next thing on the item they lead: its button is then the filled one. */
export const isOwnNext = (board: PublicBoard, item: Item, reader: Reader): boolean =>
  board.now.itemId === item.id && board.now.roundId === null && itemLeadOf(board, {}, item, reader).kind === 'own'
