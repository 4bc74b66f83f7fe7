import { type Privacy, privacyLevels } from '@clairiere/ritual'

export const privacyFields = Object.keys(privacyLevels) as readonly (keyof Privacy)[]

/** The levels that a new meeting is offered: only what its minutes keep to. Phrases of signals would need each person's consent, which no act asks for, and are never printed [docs/decisions]. */
export const levelsKept = (field: keyof Privacy): readonly string[] => privacyLevels[field].filter((level) => level !== 'with-phrase')
