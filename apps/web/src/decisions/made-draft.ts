import type { ActInput, Day, OrgId, PersonId } from '@clairiere/ritual'

type Propose = Extract<ActInput, { type: 'propose' }>

/** A role card being written. */
export interface CardDraft {
  name: string
  mission: string
  limits: string
  until: Day
  /** '' for nobody yet. */
  holder: PersonId
}

/** An agreement being written: a party for each structure, in the order they were added. */
export interface AgreementDraft {
  until: Day
  parties: readonly { org: OrgId; expects: string; gives: string }[]
}

/** The act's card; in an election the mission is the text and the person comes later. */
export const cardOf = ({ name, mission, limits, until, holder }: CardDraft, election: boolean): NonNullable<Propose['card']> => ({
  name: name.trim(),
  until,
  ...(limits.trim() === '' ? {} : { limits: limits.trim() }),
  ...(election || mission.trim() === '' ? {} : { mission: mission.trim() }),
  ...(election || holder === '' ? {} : { holder }),
})

export const agreementOf = ({ until, parties }: AgreementDraft): NonNullable<Propose['agreement']> => ({
  until,
  parties: parties.map(({ org, expects, gives }) => ({ org, expects: expects.trim(), gives: gives.trim() })),
})

/** Whether an agreement has what it needs: two parties, and both sides of each [D16]. */
export const isWhole = ({ parties }: AgreementDraft): boolean =>
  parties.length >= 2 && parties.every(({ expects, gives }) => expects.trim() !== '' && gives.trim() !== '')
