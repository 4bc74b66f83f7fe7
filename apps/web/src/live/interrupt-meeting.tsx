import { useState } from 'react'
import { useT } from '../i18n/words.tsx'
import { FormSheet } from '../room/form-sheet.tsx'
import { useRoom } from '../room/room.tsx'
import { useBoard } from '../room/use-board.ts'
import { useNames } from '../room/use-names.ts'
import { useMine } from '../room/use-roles.ts'
import { useSubmit } from '../room/use-submit.ts'
import { LongField } from '../ui/field.tsx'

/** The meeting ends where it stands, for a reason that the minutes print; without a facilitator a second person confirms it [§2.4.1]. */
export function InterruptMeeting({ onClose }: { onClose: () => void }) {
  const t = useT('closing').interrupt
  const { identity } = useRoom()
  const names = useNames()
  const { facilitating } = useMine()
  const asked = useBoard((board) => board.meeting.keys.find((key) => key.for === 'interrupt')?.personId)
  const [reason, setReason] = useState('')
  const form = useSubmit()
  const send = async () => {
    if (reason.trim() === '') return form.say(t.reasonMissing)
    if (await form.submit({ type: 'interrupt', reason: reason.trim() })) onClose()
  }
  return (
    <FormSheet open onClose={onClose} title={t.title} act={t.send} form={form} onSend={() => void send()}>
      <p>{t.what}</p>
      {!facilitating && <p>{asked === undefined ? t.alone : asked === identity.personId ? t.askedByMe : t.askedBy(names.first(asked))}</p>}
      <LongField label={t.reason} seenBy={t.reasonSeenBy} value={reason} onChange={setReason} maxLength={500} />
    </FormSheet>
  )
}
