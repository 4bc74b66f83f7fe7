import { useState } from 'react'
import { useT } from '../i18n/words.tsx'
import { useBoard } from '../room/use-board.ts'
import { useSubmit } from '../room/use-submit.ts'
import { Button } from '../ui/button.tsx'
import { ErrorLine } from '../ui/error-line.tsx'
import { Field, LongField } from '../ui/field.tsx'
import { Sheet } from '../ui/sheet.tsx'

/** A draft lacks its date or its purpose: both are asked, then the meeting is convened. */
export function Convene({ open, onClose }: { open: boolean; onClose: () => void }) {
  const t = useT('live').leads
  const { submit, busy, fault } = useSubmit()
  const meeting = useBoard((board) => board.meeting)
  const [purpose, setPurpose] = useState(meeting.purpose)
  const [day, setDay] = useState('')
  const [hour, setHour] = useState('')
  const convene = async () => {
    const at = day && hour ? new Date(`${day}T${hour}:00`) : null
    const taken = await submit({
      type: 'convene',
      ...(purpose.trim() === '' ? {} : { purpose: purpose.trim() }),
      ...(at && !Number.isNaN(at.getTime()) ? { scheduledStart: at.toISOString() } : {}),
    })
    if (taken) onClose()
  }
  return (
    <Sheet
      open={open}
      onClose={onClose}
      title={t.convene}
      foot={
        <Button kind="act" wide disabled={busy} onClick={() => void convene()}>
          {t.convene}
        </Button>
      }
    >
      <div className="flex flex-col gap-6">
        <LongField label={t.purpose} value={purpose} onChange={setPurpose} maxLength={1000} />
        <div className="grid grid-cols-2 gap-4">
          <Field label={t.date} type="date" value={day} onChange={setDay} />
          <Field label={t.hour} type="time" value={hour} onChange={setHour} />
        </div>
        {fault && <ErrorLine>{fault}</ErrorLine>}
      </div>
    </Sheet>
  )
}
