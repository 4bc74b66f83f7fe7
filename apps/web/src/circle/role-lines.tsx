import type { RoleId } from '@clairiere/ritual'
import { Suspense, useState } from 'react'
import { useT } from '../i18n/words.tsx'
import { useBoard } from '../room/use-board.ts'
import { useLabels } from '../room/use-labels.ts'
import { useNames } from '../room/use-names.ts'
import { roleLine } from './holders-line.ts'
import { streakLine } from './streak-line.ts'
import { shownRoles } from './role-seats.ts'
import { later } from '../ui/later.ts'

const RoleSheet = later(async () => (await import('./role-sheet.tsx')).RoleSheet)

/** Every role and who holds it; a tap opens its card. */
export function RoleLines() {
  const t = useT('circle')
  const labels = useLabels().people.roles
  const names = useNames()
  const board = useBoard((whole) => whole)
  const [opened, setOpened] = useState<RoleId | null>(null)
  return (
    <>
      <ul className="-mx-2">
        {shownRoles(board).map((role) => {
          const streak = streakLine(board, role, t, names)
          return (
            <li key={role}>
              <button
                type="button"
                onClick={() => setOpened(role)}
                className="flex min-h-11 w-full flex-wrap items-baseline gap-x-3 rounded-field px-2 py-2 text-start hover:bg-raised"
              >
                <span className="w-28 shrink-0 text-second text-ink2">{labels[role].label}</span>
                <span className="min-w-24 flex-1 underline decoration-line decoration-2 underline-offset-4">
                  {roleLine(board, role, names, t)}
                </span>
              </button>
              {streak && <p className="px-2 pb-2 text-ink2">{streak}</p>}
            </li>
          )
        })}
      </ul>
      <Suspense fallback={null}>{opened && <RoleSheet role={opened} onClose={() => setOpened(null)} />}</Suspense>
    </>
  )
}
