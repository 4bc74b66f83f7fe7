import type { Concern, Decision } from './entities.ts'

/** Reserves kept with a decision: those of the last round revealed. Whoever kept theirs has said it anew there [B16]. */
export const reservesOf = ({ rounds, concerns }: Pick<Decision, 'rounds' | 'concerns'>): readonly Concern[] => {
  const last = rounds.findLast(({ revealedAt }) => revealedAt !== undefined)?.round
  return concerns.filter(({ round }) => round === last)
}
