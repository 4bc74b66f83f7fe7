import type { Standing } from '../people/entities.ts'
import type { RoleId } from '../roles/ids.ts'
import { hats, matrix, type Cell, type Hat, type Permission } from './matrix.ts'

/** The column a role opens. The speaking-turn keeper has none: their role is held aloud. */
export const hatOfRole: Readonly<Partial<Record<RoleId, Hat>>> = {
  facilitator: 'F',
  moodWatcher: 'G',
  timekeeper: 'T',
  scribe: 'S',
  decisionKeeper: 'K',
  host: 'H',
}

/** One row as a person meets it: what may be done, and how the cell bounds it. */
export interface Power {
  permission: Permission
  cell: Exclude<Cell, 'no'>
}

const permissions = Object.keys(matrix) as Permission[]
const cellOf = (permission: Permission, hat: Hat): Cell => matrix[permission][hats.indexOf(hat)] ?? 'no'

/** Every row that a column opens, in the order of the table [C14]. */
const rowsOf = (hat: Hat): readonly Power[] =>
  permissions.flatMap((permission) => {
    const cell = cellOf(permission, hat)
    return cell === 'no' ? [] : [{ permission, cell }]
  })

/** What everybody here may do by their standing: the table's own rows, so that no screen says it a second time [C10, C14]. */
export const powersOfStanding = (standing: Standing): readonly Power[] => rowsOf(standing === 'decider' ? 'D' : 'O')

/** What a role adds to what every participant may do; empty where it adds nothing but a duty. */
export const powersOfRole = (role: RoleId): readonly Power[] => {
  const hat = hatOfRole[role]
  if (hat === undefined) return []
  return rowsOf(hat).filter(({ permission, cell }) => {
    const common = cellOf(permission, 'D')
    return common === 'no' || (cell === 'yes' && common !== 'yes' && common !== 'own')
  })
}
