import { useState } from 'react'
import { Link } from 'wouter'
import { useDates, useT } from '../i18n/words.tsx'
import { type Identity, identities } from '../room/identity.ts'
import { EmptyState, Line, Lines } from '../ui/band.tsx'
import { Button } from '../ui/button.tsx'
import { useSay } from '../ui/toasts.tsx'
import { forgetHere } from './held-here.ts'

/** The meetings this device has entered, latest first. Forgetting one takes the person off this device, and off it alone. */
export function MyMeetings() {
  const t = useT('opening').mine
  const { offline, offlineText } = useT('lobby').enter
  const dates = useDates()
  const say = useSay()
  const [mine, setMine] = useState(identities)
  const forget = async (identity: Identity): Promise<void> => {
    const isForgotten = await forgetHere(identity)
    setMine(identities())
    say(isForgotten ? t.forgotten : `${offline}. ${offlineText}`)
  }
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
            <Button kind="quiet" onClick={() => void forget(identity)}>
              {t.forget}
            </Button>
          }
        />
      ))}
    </Lines>
  )
}
