import { untilLoaded } from '../ui/until-loaded.ts'

/** The rules of the ritual; `unreachable` while the network does not bring them: until then the server alone says no. */
export type Rules = typeof import('./foresee.ts') | 'unreachable'

/** Hands over what becomes of the rules, which come in a chunk of their own. */
export async function fetchRules(become: (rules: Rules) => void): Promise<void> {
  const load = () => import('./foresee.ts')
  const rules = await load().catch(() => 'unreachable' as const)
  become(rules)
  if (rules === 'unreachable') await untilLoaded(load).then(become, () => undefined)
}
