import { proposeForRole, type RoleId } from '@clairiere/ritual'
import { useState } from 'react'
import { useT } from '../i18n/words.tsx'
import { ActButton } from '../room/act-button.tsx'
import { useBoard } from '../room/use-board.ts'
import { useLabels } from '../room/use-labels.ts'
import { useNames } from '../room/use-names.ts'
import { SelectField } from '../ui/field.tsx'
import { Sheet } from '../ui/sheet.tsx'
import { holdersLine } from './holders-line.ts'
import { seatOfRole, shownRoles } from './role-seats.ts'
import { streakLine } from './streak-line.ts'

/** « Qui prend quoi ? »: every role still free with somebody to propose it to, best placed first; each answers for themselves [C1, C6]. */
export function OfferRoles({ onClose }: { onClose: () => void }) {
  const words = useT('circleSheets')
  const board = useBoard((whole) => whole)
  const free = shownRoles(board).filter((role) => seatOfRole(board.roles, role).holders.length === 0)
  return (
    <Sheet open onClose={onClose} title={words.whoTakesWhat}>
      <div className="flex flex-col gap-5">
        <p className="text-ink2">{free.length > 0 ? words.rotation : words.allTaken}</p>
        {free.map((role) => (
          <OneRole key={role} role={role} />
        ))}
      </div>
    </Sheet>
  )
}

function OneRole({ role }: { role: RoleId }) {
  const t = useT('circle')
  const words = useT('circleSheets')
  const names = useNames()
  const labels = useLabels().people.roles
  const board = useBoard((whole) => whole)
  const seat = seatOfRole(board.roles, role)
  const [chosen, setChosen] = useState('')
  // Who leads, and who was just asked for something else, is not the first one to ask again.
  const busy = Object.values(board.roles).flatMap(({ holders, offers }) => [...holders, ...offers.map(({ personId }) => personId)])
  const proposed = proposeForRole(board, role).proposals.map(({ personId }) => personId)
  const people = [...proposed.filter((id) => !busy.includes(id)), ...proposed.filter((id) => busy.includes(id))]
  const to = chosen || people[0]
  const streak = streakLine(board, role, t, names)
  return (
    <section className="flex flex-col gap-2 border-t border-line pt-4">
      <h3 className="font-strong">{labels[role].label}</h3>
      {streak && <p>{streak}</p>}
      {seat.offers.length > 0 ? (
        <p className="text-ink2">{holdersLine(seat, names, t)}</p>
      ) : (
        to !== undefined && (
          <div className="flex flex-wrap items-end gap-3">
            <div className="min-w-48 flex-1">
              <SelectField
                label={words.offerTo}
                labelHidden
                value={to}
                onChange={setChosen}
                options={people.map((id) => ({ value: id, label: names.full(id) }))}
              />
            </div>
            <ActButton act={{ type: 'offer-role', role, personId: to }}>{words.propose}</ActButton>
          </div>
        )
      )}
    </section>
  )
}
