import { useEffect, useState } from 'react'
import { useT } from '../i18n/words.tsx'
import type { Identity } from '../room/identity.ts'
import { Button } from '../ui/button.tsx'
import { Page, Title } from '../ui/page.tsx'
import { EnterForm } from './enter-form.tsx'
import { type DoorState, knockAs } from './meeting-door.ts'

type EnterBesideProps = { beside: Identity; onEntered: (identity: Identity) => void; onBack: () => void }

/** One more person on a device that is already somebody: the same three questions, and a way back. */
export function EnterBeside({ beside, onEntered, onBack }: EnterBesideProps) {
  const t = useT('lobby').enter
  const [state, setState] = useState<DoorState | null>(null)
  const { meetingId, personId } = beside
  useEffect(() => {
    let left = false
    void knockAs(meetingId, personId).then((found) => !left && setState(found))
    return () => {
      left = true
    }
  }, [meetingId, personId])
  if (state?.kind === 'open')
    return <EnterForm meetingId={meetingId} admittance={{ beside: personId }} door={state.door} onEntered={onEntered} onBack={onBack} />
  return (
    <Page>
      <div className="flex flex-col items-start gap-4 py-6">
        <Title>{t.besideTitle}</Title>
        <p role={state === null ? 'status' : 'alert'} className="text-ink2">
          {state === null ? t.loading : t.offlineText}
        </p>
        <Button onClick={onBack}>{t.back}</Button>
      </div>
    </Page>
  )
}
