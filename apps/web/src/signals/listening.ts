import type { OrgId } from '@clairiere/ritual'

interface Organised {
  id: OrgId
  label: string
  kind: string
}

/** The commission that listens and mediates, where the circle has one: it says « médiation » in its name. */
export const listeningCommission = <T extends Organised>(organisations: readonly T[]): T | undefined =>
  organisations.find(({ label }) => /médiation|mediation/i.test(label))

/** The structure a tension most likely goes to: the one that mediates, else any commission. */
export const likelyListener = (organisations: readonly Organised[]): OrgId =>
  (listeningCommission(organisations) ?? organisations.find(({ kind }) => kind === 'commission') ?? organisations[0])?.id ?? ''
