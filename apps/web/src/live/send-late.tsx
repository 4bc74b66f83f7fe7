import { useState } from 'react'
import { useT } from '../i18n/words.tsx'
import { useRoom } from '../room/room.tsx'
import { Button } from '../ui/button.tsx'
import { ErrorLine } from '../ui/error-line.tsx'

/** Once the minutes are sealed: what had not arrived goes to the scribe as a late word [AC-26]; `onSent` when the server has it, else a sentence says why not. */
export function SendLate({ text, onSent }: { text: string; onSent: () => void }) {
  const t = useT('room').recovery
  const { offline } = useT('live')
  const { handedBack } = useRoom()
  const [fault, setFault] = useState('')
  const send = async () => {
    const became = await handedBack.sendLate(text)
    if (became === 'sent') onSent()
    else setFault(became === 'silent' ? offline.text : '')
  }
  return (
    <>
      <Button kind="link" onClick={() => void send()}>
        {t.sendLate}
      </Button>
      {fault && (
        <div className="order-last basis-full">
          <ErrorLine>{fault}</ErrorLine>
        </div>
      )}
    </>
  )
}
