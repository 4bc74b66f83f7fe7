import type { ActInput, Id } from '@clairiere/ritual'
import { useState } from 'react'
import { useDates, useT } from '../i18n/words.tsx'
import { agendaOf } from '../room/agenda-order.ts'
import { useAct, useAllowed } from '../room/use-act.ts'
import { useBoard } from '../room/use-board.ts'
import { useRecordTime } from '../room/use-clock.ts'
import { Button } from '../ui/button.tsx'
import { Sheet } from '../ui/sheet.tsx'
import { endForecast } from './forecast.ts'
import { plannedEnd } from '../room/planned-end.ts'
import { overrunChoices, OVERRUN_MINUTES, type OverrunChoice } from './overrun-choices.ts'

/** The time agreed is over: the group is asked, nothing is cut; everyone sees what five minutes cost. Facilitation and the timekeeper note what the group chose [A4–A13]. */
export function Overrun({ itemId }: { itemId: Id }) {
  const all = useT('agenda')
  const t = all.items.time
  const dates = useDates()
  const now = useRecordTime()
  const [asking, setAsking] = useState(false)
  const end = useBoard((board) => endForecast(board, now))
  const planned = useBoard((board) => plannedEnd({ meeting: board.meeting }))
  const may = useAllowed({ type: 'agree-overrun', itemId, minutes: OVERRUN_MINUTES }).allowed
  const later = end === null ? null : end + OVERRUN_MINUTES * 60_000
  return (
    <div className="flex flex-col items-start">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <p className="font-strong">{all.timeHeld}</p>
        {may && (
          <Button kind="link" onClick={() => setAsking(true)}>
            {all.addFive}
          </Button>
        )}
      </div>
      {later !== null && planned !== null && (
        <p className="text-second text-ink2">
          {later > planned ? t.costs(dates.hour(later), dates.hour(planned)) : t.costsNothing(dates.hour(later))}
        </p>
      )}
      {asking && <AskGroup itemId={itemId} later={later} onClose={() => setAsking(false)} />}
    </div>
  )
}

function AskGroup({ itemId, later, onClose }: { itemId: Id; later: number | null; onClose: () => void }) {
  const t = useT('agenda').items.time
  const dates = useDates()
  const act = useAct()
  const items = useBoard((board) => board.items)
  const choices = overrunChoices(itemId, agendaOf(items))
  const said = (choice: OverrunChoice): string => {
    switch (choice.kind) {
      case 'later':
        return t.later(later === null ? '' : dates.hour(later))
      case 'from':
        return t.from(choice.item.title, choice.item.plannedMinutes, choice.item.plannedMinutes - OVERRUN_MINUTES)
      case 'box':
        return t.box(choice.item.title)
      case 'stop':
        return t.stop
    }
  }
  const choose = async (acts: readonly ActInput[]) => {
    for (const each of acts) if (!(await act(each)).ok) return
    onClose()
  }
  return (
    <Sheet open onClose={onClose} title={t.ask}>
      <p className="pb-3 text-ink2">{t.choose}</p>
      <div className="flex flex-col gap-3 pb-2">
        {choices.map((choice) => (
          <Choice key={said(choice)} choice={choice} onChoose={() => void choose(choice.acts)}>
            {said(choice)}
          </Choice>
        ))}
      </div>
    </Sheet>
  )
}

/** A choice this person may note; the timekeeper adds minutes, takes none from another item. */
function Choice({ choice, onChoose, children }: { choice: OverrunChoice; onChoose: () => void; children: string }) {
  const allowed = useAllowed(choice.acts.at(-1) ?? choice.acts[0]).allowed
  if (!allowed) return null
  return (
    <Button wide onClick={onChoose} className="justify-start text-start">
      {children}
    </Button>
  )
}
