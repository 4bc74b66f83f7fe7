import type { PersonId } from '@clairiere/ritual'
import { useState } from 'react'
import { useT } from '../i18n/words.tsx'
import { ActButton } from '../room/act-button.tsx'
import { useSayDay } from '../room/days.ts'
import { Explain } from '../room/explain.tsx'
import { useBoard } from '../room/use-board.ts'
import { useLabels } from '../room/use-labels.ts'
import { useNames } from '../room/use-names.ts'
import { useMine } from '../room/use-roles.ts'
import { useWrittenFor } from '../room/use-written-for.ts'
import { Button } from '../ui/button.tsx'
import { Sheet } from '../ui/sheet.tsx'
import { MyVoicesSheet } from './person-sheets.tsx'

/** One person of the circle: in whose name they speak and how far it engages, the roles they hold; what their neighbour or facilitation may put right. No count, no rank [I10]. */
export function PersonSheet({ personId, onClose }: { personId: PersonId; onClose: () => void }) {
  const t = useT('circle')
  const words = useT('circleSheets')
  const labels = useLabels().people
  const names = useNames()
  const { me } = useMine()
  const written = useWrittenFor()
  const person = useBoard((board) => board.people[personId])
  const seats = useBoard((board) => board.roles)
  const day = useSayDay()
  const [changing, setChanging] = useState(false)
  if (!person) return null
  const held = Object.values(seats).filter(({ holders, pairs }) => holders.includes(personId) || pairs.includes(personId))
  const writes = written.some(({ id }) => id === personId)
  const mine = person.id === me || writes
  const other = person.standing === 'decider' ? 'observer' : 'decider'
  if (changing) return <MyVoicesSheet open onClose={onClose} personId={personId} />
  return (
    <Sheet open onClose={onClose} title={person.name}>
      <div className="flex flex-col gap-5">
        <ul className="flex flex-col gap-2">
          {person.voices.map(({ org, quality, mandate, confirmBy }) => (
            <li key={org ?? ''}>
              <span className="font-strong">
                <Explain text={names.org(org)} />
              </span>
              {quality && `, ${quality}`}
              {org !== null && (
                <span className="block text-second text-ink2">
                  {words.mandate} {labels.mandates[mandate].label}
                  {mandate === 'ad-referendum' && confirmBy && ` ${words.confirmBy(day(confirmBy))}`}
                </span>
              )}
            </li>
          ))}
        </ul>
        <p className="text-ink2">
          {labels.standings[person.standing].hint}
          {person.newcomer && ` ${words.isNew}`}
          {person.remote && ` ${words.isRemote}`}
          {person.enteredBy && ` ${words.noDeviceLong(names.first(person.enteredBy))}`}
        </p>
        {held.length > 0 && <p>{words.holds(held.map(({ role }) => labels.roles[role].label))}</p>}
        <div className="flex flex-col items-start">
          {mine && (
            <Button kind="link" onClick={() => setChanging(true)}>
              {person.id === me ? t.myVoices : words.itsVoicesChange}
            </Button>
          )}
          {writes && person.presence !== 'left' && (
            <ActButton kind="link" act={{ type: 'leave', personId }} onDone={onClose}>
              {words.itLeaves}
            </ActButton>
          )}
          {person.id !== me && (
            <ActButton kind="link" act={{ type: 'set-standing', personId, standing: other }} onDone={onClose}>
              {words.makes[other]}
            </ActButton>
          )}
        </div>
      </div>
    </Sheet>
  )
}
