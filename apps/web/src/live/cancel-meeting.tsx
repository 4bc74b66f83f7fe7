import { useState } from 'react'
import { useT } from '../i18n/words.tsx'
import { FormSheet } from '../room/form-sheet.tsx'
import { useSubmit } from '../room/use-submit.ts'
import { LongField } from '../ui/field.tsx'

/** The meeting will not be held, for a reason that whoever comes to the door reads [§2.4.1]. */
export function CancelMeeting({ onClose }: { onClose: () => void }) {
  const t = useT('closing').cancelMeeting
  const [reason, setReason] = useState('')
  const form = useSubmit()
  const send = async () => {
    if (reason.trim() === '') return form.say(t.reasonMissing)
    if (await form.submit({ type: 'cancel', reason: reason.trim() })) onClose()
  }
  return (
    <FormSheet open onClose={onClose} title={t.title} act={t.send} form={form} onSend={() => void send()}>
      <p>{t.what}</p>
      <LongField label={t.reason} seenBy={t.reasonSeenBy} value={reason} onChange={setReason} maxLength={500} />
    </FormSheet>
  )
}
