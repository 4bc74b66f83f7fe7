import type { Id } from '@clairiere/ritual'
import { useT } from '../i18n/words.tsx'
import { ActButton } from '../room/act-button.tsx'

/** The time agreed is over: the group is asked, nothing is cut. Facilitation and the timekeeper add five minutes. */
export function Overrun({ itemId }: { itemId: Id }) {
  const t = useT('agenda')
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
      <p className="font-strong">{t.timeHeld}</p>
      <ActButton act={{ type: 'agree-overrun', itemId, minutes: 5 }} kind="link">
        {t.addFive}
      </ActButton>
    </div>
  )
}
