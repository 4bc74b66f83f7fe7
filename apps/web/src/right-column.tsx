import type { ReactNode } from 'react'
import { Link, useLocation } from 'wouter'
import { PeopleRing } from './circle/people-ring.tsx'
import { RoleSummary } from './circle/role-summary.tsx'
import { useT } from './i18n/words.tsx'
import { Shortcuts } from './live/shortcuts.tsx'
import { pathTo } from './room/places.ts'
import { useRoom } from './room/room.tsx'
import { useBoard } from './room/use-board.ts'
import { useRipples } from './signals/ripples.tsx'
import { SideSection } from './ui/columns.tsx'

/** A laptop's right column: the circle, the floor, the roles, the mood, the keyboard. */
export function RightColumn({ floor, mood }: { floor: ReactNode; mood: ReactNode }) {
  const t = useT('live').places
  const circle = useT('circle')
  const { identity } = useRoom()
  const [path] = useLocation()
  // There the centre is the mood: a signal with its acts stands once on a screen.
  const isAtMood = path === pathTo(identity.meetingId, { id: 'mood' })
  const circlePath = pathTo(identity.meetingId, { id: 'circle' })
  const count = useBoard((board) => Object.values(board.people).filter((person) => person.presence === 'present').length)
  const rippled = useRipples().length > 0
  // A signal comes before the circle until it is settled, and so does a ripple to whom it is for: nobody must have to look for it.
  const untreated = useBoard((board) =>
    Object.values(board.signals).some(({ status }) => status === 'raised' || status === 'acknowledged' || status === 'in-care'),
  )
  // During the welcome the roles stand in the centre.
  const rolesHere = useBoard((board) => board.now.phase !== null && board.now.phase !== 'welcome')
  return (
    <div className="flex min-h-full flex-col">
      <SideSection
        title={t.circle}
        aside={
          <Link href={circlePath} className="reach underline decoration-line decoration-2 underline-offset-4">
            {circle.count(count)}
          </Link>
        }
      >
        <PeopleRing />
      </SideSection>
      {floor}
      {rolesHere && (
        <section aria-label={circle.roles} className="border-b border-line px-6 py-5">
          <RoleSummary />
        </section>
      )}
      {!isAtMood && <div className={untreated || rippled ? 'order-first border-b border-line' : ''}>{mood}</div>}
      <div className="mt-auto">
        <Shortcuts />
      </div>
    </div>
  )
}
