import { useMemo } from 'react'
import { useT } from '../i18n/words.tsx'
import { useBoard } from '../room/use-board.ts'
import { useNames } from '../room/use-names.ts'
import { useSilent } from '../room/use-silent.ts'
import { SeatRing } from '../ui/seat-ring.tsx'
import { emptySeats, representation, seatOf } from './seats.ts'

/** Everyone in their seat, a seat left empty for each structure that is missing, who speaks at the centre, and how many structures are represented. */
export function PeopleRing() {
  const t = useT('circle')
  const names = useNames()
  const people = useBoard((board) => board.people)
  const organisations = useBoard((board) => board.organisations)
  const speaker = useBoard((board) => board.now.turn?.personId ?? board.now.floor.turn?.personId ?? null)
  const silent = useSilent()
  const held = useMemo(() => representation({ organisations, people }), [organisations, people])
  const seats = useMemo(
    () => [
      ...names.sorted.filter((person) => person.presence !== 'left').map((person) => seatOf(person, { speaker, silent }, names, t.seat)),
      ...emptySeats(Object.values(organisations), held.spokenFor, t.missing),
    ],
    [names, speaker, silent, t, organisations, held],
  )
  const here = Object.values(people).filter((person) => person.presence === 'present').length
  return (
    <div className="flex flex-col gap-3">
      <SeatRing seats={seats} label={t.ring}>
        {speaker === null ? (
          <>
            <span className="said text-head">{here}</span>
            <span className="text-second text-ink2">{t.here(here)}</span>
          </>
        ) : (
          <>
            <span className="said text-title">{names.first(speaker)}</span>
            <span className="text-second text-ink2">{t.speaks}</span>
          </>
        )}
      </SeatRing>
      <p className="text-center text-second text-ink2">{t.represented(held.structures, held.ofStructures, held.others, held.ofOthers)}</p>
    </div>
  )
}
