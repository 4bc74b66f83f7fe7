import type * as Y from 'yjs'
import type { Holders } from './holder.ts'
import type { GuardLimits } from './limits.ts'
import type { Owners } from './owners.ts'
import type { DocSchema } from './schema.ts'

/** What the guard keeps between inspections. */
export interface Keep<Standing> {
  readonly doc: Y.Doc
  readonly schema: DocSchema<Standing>
  readonly limits: GuardLimits
  readonly owners: Owners
  readonly holders: Holders
}
