import { Compass } from 'lucide-react'
import { useT } from '../i18n/words.tsx'
import { ActButton } from '../room/act-button.tsx'
import { useBoard, useConfidences } from '../room/use-board.ts'
import { Band } from '../ui/band.tsx'

/** « Point de cadre » [§4.11]: asked by two people together, unnamed. The first waits, and may take it back. */
export function FramePoint() {
  const t = useT('care').framePoint
  const live = useBoard((board) => board.meeting.status === 'live')
  const called = useBoard((board) => board.now.frameCalledAt !== undefined)
  const mine = useConfidences('frame-call').length > 0
  if (!live) return null
  if (called && !mine)
    return (
      <Band title={t.somebody}>
        <p>{t.somebodyText}</p>
        <ActButton act={{ type: 'call-frame-point' }} className="self-start">
          {t.also}
        </ActButton>
      </Band>
    )
  if (called)
    return (
      <div className="flex flex-col items-start">
        <p className="text-second">{t.mine}</p>
        <ActButton act={{ type: 'call-frame-point', withdraw: true }} kind="quiet">
          {t.withdraw}
        </ActButton>
      </div>
    )
  return (
    <div className="flex flex-col items-start gap-1">
      <ActButton act={{ type: 'call-frame-point' }} kind="quiet" icon={Compass}>
        {t.ask}
      </ActButton>
      <p className="text-second text-ink2">{t.hint}</p>
    </div>
  )
}
