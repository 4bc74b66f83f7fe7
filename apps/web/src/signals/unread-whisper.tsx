import { Ear } from 'lucide-react'
import { useState } from 'react'
import { useT } from '../i18n/words.tsx'
import { useRoom } from '../room/room.tsx'
import { useAllowed } from '../room/use-act.ts'
import { Button } from '../ui/button.tsx'
import { Strip } from '../ui/strip.tsx'
import { useUnreadWhisper, useWhisper } from './use-own-whispers.ts'

/** Under the header, to its author alone: nobody read their whisper; one tap sends it again [§4.2]. Its words stay off the screen, which others may see. */
export function UnreadWhisper() {
  const t = useT('signals').whisper
  const { notices } = useRoom()
  const { unread, forget } = useUnreadWhisper()
  const whisper = useWhisper()
  const open = useAllowed({ type: 'whisper', text: '…' })
  const [busy, setBusy] = useState(false)
  if (!unread) return null
  const { receipt, text, signed } = unread.whisper
  const again = async () => {
    setBusy(true)
    const sent = await whisper(text, signed)
    setBusy(false)
    if (sent.ok) {
      forget(receipt)
      notices.say({ tone: 'done', message: t.sent })
    } else notices.say({ tone: 'refused', message: ('message' in sent && sent.message) || t.notOffline })
  }
  return (
    <Strip
      icon={Ear}
      word={unread.why === 'watch-gone' ? t.unread : t.maybeUnread}
      act={
        open.allowed && (
          <Button disabled={busy} onClick={() => void again()}>
            {t.resend}
          </Button>
        )
      }
      onDismiss={() => forget(receipt)}
      dismissLabel={t.letGo}
    >
      {open.allowed ? t.resendAsk : t.resendLater}
    </Strip>
  )
}
