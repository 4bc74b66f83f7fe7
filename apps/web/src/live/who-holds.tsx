import { UserRound } from 'lucide-react'
import { useLocation } from 'wouter'
import { useT } from '../i18n/words.tsx'
import { pathTo } from '../room/places.ts'
import { usePersons } from '../room/persons.tsx'
import { useRoom } from '../room/room.tsx'
import { useBoard } from '../room/use-board.ts'
import { useNames } from '../room/use-names.ts'
import { Button } from '../ui/button.tsx'
import { awaited } from './awaited.ts'

/** Two people on one phone: who holds it now, always in view, and one tap to hand it over. */
export function WhoHolds() {
  const t = useT('live').persons
  const { identity } = useRoom()
  const { mine, be } = usePersons()
  const names = useNames()
  const [, go] = useLocation()
  const waits = useBoard(awaited)
  return (
    <nav
      aria-label={t.label}
      className="pointer-events-auto flex flex-wrap items-center gap-x-4 border-b border-line bg-sunk px-4 laptop:px-6"
    >
      <p className="flex min-h-11 min-w-0 items-center gap-2">
        <UserRound aria-hidden className="size-5 shrink-0" />
        <span>
          {t.iAm} <strong className="font-strong">{names.first(identity.personId)}</strong>
        </span>
      </p>
      {mine
        .filter(({ personId }) => personId !== identity.personId)
        .map((other) => (
          <Button
            key={other.personId}
            kind="link"
            onClick={() => {
              be(other)
              // What is awaited of them stands in « maintenant ».
              if (waits.has(other.personId)) go(pathTo(other.meetingId, { id: 'now' }))
            }}
          >
            {t.to(names.first(other.personId))}
            {waits.has(other.personId) && (
              <>
                <span aria-hidden className="ms-2 inline-block size-2.5 rounded-full bg-moss align-middle" />
                <span className="sr-only">{t.awaited}</span>
              </>
            )}
          </Button>
        ))}
    </nav>
  )
}
