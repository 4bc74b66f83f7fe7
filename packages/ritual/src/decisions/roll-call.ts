import type { PersonId } from '../ids.ts'
import type { Attributed, Attribution } from '../people/entities.ts'
import type { PositionId, PositionRound } from './entities.ts'

/**
 * Who took which position, where the circle chose to list that; undefined when one of them is not named with their words. A list that leaves one person out
 * names them: who decides is known, and how many took which position [§2.7].
 */
export const rollCallOf = (
  said: readonly { personId: PersonId; payload: { position: PositionId; attribution: Attribution } }[],
): PositionRound['rollCall'] =>
  said.every(({ payload }) => payload.attribution === 'name-and-voice')
    ? Object.fromEntries(said.map(({ personId, payload }) => [personId, payload.position]))
    : undefined

/** The rounds of a decision once what was said in one of them appears under another name; said after it, it stands in no list. */
export const roundsAfter = (
  rounds: readonly PositionRound[],
  { round, late }: { round: number; late?: boolean },
  attributed: Attributed,
): readonly PositionRound[] => {
  if (attributed.personId !== undefined || late === true) return rounds
  return rounds.map((one) => {
    if (one.round !== round || one.rollCall === undefined) return one
    const { rollCall: _named, ...unnamed } = one
    return unnamed
  })
}
