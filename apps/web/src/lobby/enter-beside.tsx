import { useEffect, useState } from 'react'
import { useT } from '../i18n/words.tsx'
import type { Identity } from '../room/identity.ts'
import { Button } from '../ui/button.tsx'
import { Page, Title } from '../ui/page.tsx'
import { EnterForm } from './enter-form.tsx'
import { type DoorState, knockAs } from './meeting-door.ts'

type EnterBesideProps = { beside: Identity; onEntered: (identity: Identity) => void; onBack: () => void }

/** One more person on a device that is already somebody: the same three questions, and a way back. */
export function EnterBeside({ beside: owner, onEntered, onBack }: EnterBesideProps) {
  const t = useT('lobby').enter
  const room = useT('room')
  const beside = useT('opening').beside
  const [state, setState] = useState<DoorState | null>(null)
  const { meetingId, personId } = owner
  useEffect(() => {
    let left = false
    void knockAs(meetingId, personId).then((found) => !left && setState(found))
    return () => {
      left = true
    }
  }, [meetingId, personId])
  if (state?.kind === 'open')
    return (
      <EnterForm
        meetingId={meetingId}
        admittance={{ beside: personId }}
        door={state.door}
        otherwise={beside}
        onEntered={onEntered}
        onBack={onBack}
      />
    )
  const said = {
    refused: room.signedOut,
    gone: room.noSuchMeeting,
    cancelled: t.cancelled,
    offline: (state?.kind === 'offline' && state.said) || t.offlineText,
    none: t.loading,
  }[state === null || state.kind === 'no-key' || state.kind === 'wrong-code' ? 'none' : state.kind]
  return (
    <Page>
      <div className="flex flex-col items-start gap-4 py-6">
        <Title>{beside.title}</Title>
        <p role={state === null ? 'status' : 'alert'} className="text-ink2">
          {said}
        </p>
        <Button onClick={onBack}>{t.back}</Button>
      </div>
    </Page>
  )
}
