import { itemTopics, type Item } from '../agenda/entities.ts'
import type { Organisation } from '../people/entities.ts'
import type { FormalAuthority, Meeting } from '../meeting/entities.ts'
import type { Decision } from './entities.ts'

/** Domains in which another than the meeting's usual one decides formally: a structure, or a topic [A16]. */
export type Authorities = Readonly<Record<string, FormalAuthority>>

/**
 * Who decides formally on this: what was said of the domains it touches (its competent structure, whose domain its item is, the topics of that item), else what holds for
 * the whole meeting [A16]. Where two domains say otherwise it is the structure, at whose level decisions formally remain [A14].
 */
export const authorityOver = (
  meeting: Pick<Meeting, 'formalAuthority' | 'authorities'>,
  { responsible }: Pick<Decision, 'responsible'>,
  item?: Pick<Item, 'topics' | 'sovereign'>,
): FormalAuthority => {
  const touched = [responsible, item?.sovereign, ...(item?.topics ?? [])]
  const said = touched.flatMap((domain) => (domain === undefined ? [] : (meeting.authorities?.[domain] ?? [])))
  if (said.length === 0) return meeting.formalAuthority
  return said.includes('structure') ? 'structure' : 'meeting'
}

/** Those that are of a structure of the meeting, or of a topic. */
export const knownAuthorities = (
  asked: Authorities | undefined,
  organisations: readonly Pick<Organisation, 'id'>[],
): { authorities?: Authorities } => {
  const domains = new Set<string>([...organisations.map(({ id }) => id), ...itemTopics])
  const kept = Object.entries(asked ?? {}).filter(([domain]) => domains.has(domain))
  return kept.length === 0 ? {} : { authorities: Object.fromEntries(kept) }
}
