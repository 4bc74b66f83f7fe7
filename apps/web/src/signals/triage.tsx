import type { Id } from '@clairiere/ritual'
import { CalendarClock } from 'lucide-react'
import { useState } from 'react'
import { useT } from '../i18n/words.tsx'
import { useAct, useAllowed } from '../room/use-act.ts'
import { Button } from '../ui/button.tsx'
import { ChoiceGroup } from '../ui/choice-group.tsx'
import { ChoiceRow } from '../ui/choice-row.tsx'
import { Sheet } from '../ui/sheet.tsx'
import { useSay } from '../ui/toasts.tsx'
import { NewAction, NewItem } from './triage-forms.tsx'

type As = 'action' | 'item' | 'aside-talk'

/** Triage of a tension [B10]: something to do, to decide, or between people. What it becomes is written first, then the signal is carried. */
export function Triage({ signalId }: { signalId: Id }) {
  const t = useT('care').triage
  const send = useAct()
  const say = useSay()
  const may = useAllowed({ type: 'carry-signal', signalId, as: 'aside-talk' })
  const [open, setOpen] = useState(false)
  const [as, setAs] = useState<As | null>(null)
  if (!may.allowed) return null
  const carry = async (carriedAs: As) => {
    const sent = await send({ type: 'carry-signal', signalId, as: carriedAs })
    if (!sent.ok) return
    setOpen(false)
    say(t.done[carriedAs])
  }
  return (
    <>
      <Button kind="quiet" icon={CalendarClock} onClick={() => setOpen(true)}>
        {t.open}
      </Button>
      <Sheet open={open} onClose={() => setOpen(false)} title={t.title}>
        <div className="pb-2">
          <ChoiceGroup<As> label={t.title} labelHidden value={as} onChange={setAs}>
            <ChoiceRow value="action" label={t.action} second={t.actionHint}>
              <NewAction onDone={() => void carry('action')} />
            </ChoiceRow>
            <ChoiceRow value="item" label={t.item} second={t.itemHint}>
              <NewItem onDone={() => void carry('item')} />
            </ChoiceRow>
            <ChoiceRow value="aside-talk" label={t.aside} second={t.asideHint}>
              <div className="flex flex-col items-start gap-3">
                <Button onClick={() => void carry('aside-talk')}>{t.keepAside}</Button>
                <p className="text-second text-ink2">{t.handover}</p>
              </div>
            </ChoiceRow>
          </ChoiceGroup>
        </div>
      </Sheet>
    </>
  )
}
