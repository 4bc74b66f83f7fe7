import { paths } from '@clairiere/ritual'
import { useEffect, useState } from 'react'
import * as v from 'valibot'
import { useT } from '../i18n/words.tsx'
import { callApi } from '../room/api.ts'
import { useRoom } from '../room/room.tsx'
import { ErrorLine } from '../ui/error-line.tsx'
import { QrCode } from '../ui/qr-code.tsx'
import { Sheet } from '../ui/sheet.tsx'

const CodeSchema = v.object({ code: v.string() })

/** A code of five minutes with which another device becomes this person too; asked for once, each time the sheet opens. */
export function DeviceSheet({ onClose }: { onClose: () => void }) {
  const t = useT('circle')
  const words = useT('circleSheets')
  const { identity } = useRoom()
  const [code, setCode] = useState<string | null>(null)
  const [failed, setFailed] = useState(false)
  const { meetingId, personId } = identity
  useEffect(() => {
    let left = false
    void callApi<unknown>('POST', paths.devices(meetingId), {}, { as: personId }).then((answer) => {
      if (left) return
      const parsed = answer.ok ? v.safeParse(CodeSchema, answer.value) : null
      if (parsed?.success) setCode(parsed.output.code)
      else setFailed(true)
    })
    return () => {
      left = true
    }
  }, [meetingId, personId])
  return (
    <Sheet open onClose={onClose} title={t.devices}>
      <div className="flex flex-col gap-4">
        <p>{words.devicesHint}</p>
        {failed && <ErrorLine>{words.devicesFailed}</ErrorLine>}
        {code !== null && (
          <div className="flex flex-wrap items-center gap-6">
            <QrCode text={`${location.origin}/m/${meetingId}#${code}`} label={t.devices} className="size-45" />
            <p>
              <span className="text-second text-ink2">{words.code}</span>
              <span className="said block text-head select-all">{code}</span>
            </p>
          </div>
        )}
      </div>
    </Sheet>
  )
}
