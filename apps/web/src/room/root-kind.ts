import { rootOf, rootTypes } from '@clairiere/ritual'
import type { RootKind } from './unsent.ts'

const kinds = { xml: 'fragment', text: 'text', map: 'map' } as const

/** The shape of a root that holds words; null for facts and for names that are not ours. */
export const rootKind = (name: string): RootKind | null => {
  const root = rootOf(name)
  return root === undefined || root.kind === 'board' ? null : kinds[rootTypes[root.kind]]
}
