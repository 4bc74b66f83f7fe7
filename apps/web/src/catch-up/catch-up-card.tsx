import { useEffect, useState } from 'react'
import { useLocation } from 'wouter'
import { useT } from '../i18n/words.tsx'
import { pathTo } from '../room/places.ts'
import { useRoom } from '../room/room.tsx'
import { useBoard } from '../room/use-board.ts'
import { Band } from '../ui/band.tsx'
import { Button } from '../ui/button.tsx'
import { isCaughtUp, markCaughtUp } from './came-late.ts'

/** Whoever arrives after the welcome is told so once, above what is going on; the digest itself stays in « Cercle » [§4.4]. */
export function CatchUpCard() {
  const { identity } = useRoom()
  const { meetingId, personId } = identity
  const under = useBoard(({ meeting, now }) => meeting.status === 'live' && now.phase !== null && now.phase !== 'welcome')
  const late = useBoard(({ meeting, people }) => {
    const joined = people[personId]?.joinedAt
    return meeting.openedAt !== undefined && joined !== undefined && joined > meeting.openedAt
  })
  const [caughtUp, setCaughtUp] = useState(() => isCaughtUp(meetingId, personId))
  useEffect(() => {
    // There in the welcome, or from before: nothing was missed.
    if (!under || !late) markCaughtUp(meetingId, personId)
    else return
    setCaughtUp(true)
  }, [under, late, meetingId, personId])
  if (!under || !late || caughtUp) return null
  const put = () => {
    markCaughtUp(meetingId, personId)
    setCaughtUp(true)
  }
  return <Card put={put} />
}

/** Apart from the question whether it is due, so that its sentences are fetched by those alone who read it. */
function Card({ put }: { put: () => void }) {
  const t = useT('catchUp')
  const { meetingId } = useRoom().identity
  const [, go] = useLocation()
  return (
    <div className="mb-4">
      <Band title={t.cardTitle}>
        <p>{t.cardText}</p>
        <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
          <Button
            onClick={() => {
              put()
              go(pathTo(meetingId, { id: 'catch-up' }))
            }}
          >
            {t.read}
          </Button>
          <Button kind="quiet" onClick={put}>
            {t.later}
          </Button>
        </div>
      </Band>
    </div>
  )
}
