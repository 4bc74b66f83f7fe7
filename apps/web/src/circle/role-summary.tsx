import { useT } from '../i18n/words.tsx'
import { useBoard } from '../room/use-board.ts'
import { useLabels } from '../room/use-labels.ts'
import { useNames } from '../room/use-names.ts'
import { roleLine } from './holders-line.ts'
import { shownRoles } from './role-seats.ts'

/** Who holds what, to read at a glance in a laptop's column; the cards are in the circle. */
export function RoleSummary() {
  const t = useT('circle')
  const labels = useLabels().people.roles
  const names = useNames()
  const board = useBoard((whole) => whole)
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-5 gap-y-2 text-second">
      {shownRoles(board).map((role) => (
        <div key={role} className="contents">
          <dt className="max-w-28 text-ink2">{labels[role].label}</dt>
          <dd className="min-w-0">{roleLine(board, role, names, t)}</dd>
        </div>
      ))}
    </dl>
  )
}
