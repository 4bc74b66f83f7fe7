import { useState } from 'react'
import { Link } from 'wouter'
import { useDates, useT } from '../i18n/words.tsx'
import { type Identity, identities } from '../room/identity.ts'
import { EmptyState, Line, Lines } from '../ui/band.tsx'
import { Button, LinkButton } from '../ui/button.tsx'
import { Sheet } from '../ui/sheet.tsx'
import { useSay } from '../ui/toasts.tsx'
import { forgetHere } from './forget-here.ts'

/** The meetings this device has entered, latest first. Forgetting one takes the person and all that was kept for them off this device, and off it alone. */
export function MyMeetings() {
  const t = useT('opening').mine
  const { offline, offlineText } = useT('lobby').enter
  const dates = useDates()
  const say = useSay()
  const [mine, setMine] = useState(identities)
  const [asked, setAsked] = useState<Identity | null>(null)
  const forget = async (identity: Identity, all: boolean): Promise<void> => {
    const became = await forgetHere(identity, all)
    setMine(identities())
    setAsked(became === 'only-here' ? identity : null)
    if (became !== 'only-here') say(became === 'forgotten' ? t.forgotten : `${offline}. ${offlineText}`)
  }
  if (mine.length === 0) return <EmptyState>{t.empty}</EmptyState>
  return (
    <>
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
              <Button kind="quiet" onClick={() => void forget(identity, false)}>
                {t.forget}
              </Button>
            }
          />
        ))}
      </Lines>
      <Sheet open={asked !== null} onClose={() => setAsked(null)} title={t.onlyHere}>
        {asked && (
          <div className="flex flex-col gap-4 pb-2">
            <p>{t.onlyHereText}</p>
            <LinkButton kind="plain" wide href={`/m/${asked.meetingId}`}>
              {t.open}
            </LinkButton>
            <Button wide onClick={() => void forget(asked, true)}>
              {t.forgetAll}
            </Button>
          </div>
        )}
      </Sheet>
    </>
  )
}
