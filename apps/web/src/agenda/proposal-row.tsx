import type { Item } from '@clairiere/ritual'
import { useState } from 'react'
import { useT } from '../i18n/words.tsx'
import { ActButton } from '../room/act-button.tsx'
import { useAllowed } from '../room/use-act.ts'
import { useLabels } from '../room/use-labels.ts'
import { useNames } from '../room/use-names.ts'
import { Line } from '../ui/band.tsx'
import { Button } from '../ui/button.tsx'
import { EditSheet } from './item-sheet.tsx'
import { TakenBack } from './taken-back.tsx'

/** An item somebody proposed: what it expects, and for those who may, list, mend or withdraw it. */
export function ProposalRow({ item }: { item: Item }) {
  const t = useT('agenda')
  const labels = useLabels().agenda
  const names = useNames()
  const mayEdit = useAllowed({ type: 'set-item', itemId: item.id, urgency: item.urgency }).allowed
  const [editing, setEditing] = useState(false)
  const second = [
    labels.kinds[item.kind].label,
    ...(item.carriers.length > 0 ? [names.list(item.carriers)] : []),
    t.minutes(item.plannedMinutes),
  ]
  return (
    <Line title={item.title} second={second.join(' · ')}>
      {item.expectation && <p>{item.expectation}</p>}
      {item.carriers.length === 0 && <p className="text-ink2">{t.noCarrier}</p>}
      <TakenBack item={item} />
      <div className="flex flex-wrap items-center gap-x-5">
        <ActButton act={{ type: 'list-item', itemId: item.id }} kind="link">
          {t.proposals.list}
        </ActButton>
        {mayEdit && (
          <Button kind="link" onClick={() => setEditing(true)}>
            {t.edit}
          </Button>
        )}
        <ActButton act={{ type: 'withdraw-item', itemId: item.id }} kind="quiet">
          {t.menu.withdraw}
        </ActButton>
      </div>
      {editing && <EditSheet item={item} open onClose={() => setEditing(false)} />}
    </Line>
  )
}
