import { useState } from 'react'
import { Link } from 'wouter'
import { useDates, useT } from '../i18n/words.tsx'
import { forgetIdentity, identities } from '../room/identity.ts'
import { EmptyState, Line, Lines } from '../ui/band.tsx'
import { Button } from '../ui/button.tsx'
import { useSay } from '../ui/toasts.tsx'

/** The meetings this device has entered, latest first. Forgetting one only forgets it here. */
export function MyMeetings() {
  const t = useT('opening').mine
  const dates = useDates()
  const say = useSay()
  const [mine, setMine] = useState(identities)
  if (mine.length === 0) return <EmptyState>{t.empty}</EmptyState>
  return (
    <Lines label={t.title}>
      {mine.map((identity) => (
        <Line
          key={`${identity.meetingId} ${identity.personId}`}
          title={
            <Link href={`/m/${identity.meetingId}`} className="link inline-flex min-h-11 items-center text-moss">
              {identity.title || dates.day(identity.at)}
            </Link>
          }
          second={`${dates.day(identity.at)}, ${t.as(identity.name)}`}
          aside={
            <Button
              kind="quiet"
              onClick={() => {
                forgetIdentity(identity.meetingId, identity.personId)
                setMine(identities())
                say(t.forgotten)
              }}
            >
              {t.forget}
            </Button>
          }
        />
      ))}
    </Lines>
  )
}
