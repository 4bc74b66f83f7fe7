import type { PublicBoard } from '../board.ts'
import type { Id, OrgId } from '../ids.ts'

/**
 * Impacted organisations of an advice that nobody has asked [A11]: those linked to the item, less those asked and those who gave advice as impacted.
 * Undefined when all were; empty when not one impacted party is known yet, which also blocks « décidée ».
 */
export const impactedNotAsked = (board: PublicBoard, itemId: Id): readonly OrgId[] | undefined => {
  const request = board.advice[itemId]
  const asked = new Set<string>([
    ...(request?.asked ?? []).filter(({ as }) => as === 'impacted').map(({ target }) => target),
    ...(request?.given ?? []).flatMap(({ as, voice, personId }) => (as === 'impacted' ? [voice ?? personId ?? ''] : [])),
  ])
  const missing = (board.items[itemId]?.structures ?? []).filter((org) => !asked.has(org))
  return missing.length === 0 && asked.size > 0 ? undefined : missing
}
