import type { ActInput, Id, Item } from '@clairiere/ritual'
import { useState } from 'react'
import { useT } from '../i18n/words.tsx'
import { ActButton } from '../room/act-button.tsx'
import { useAct, useAllowed } from '../room/use-act.ts'
import { useBoard } from '../room/use-board.ts'
import { useMine } from '../room/use-roles.ts'
import { type MenuEntry, Menu } from '../ui/menu.tsx'
import { EditSheet } from './item-sheet.tsx'

/** What else may be done with an item: open it out of turn, mend it, set it aside for a moment, postpone, withdraw. Only what the rules would take is listed. `keeps`: without withdrawing it. */
export function ItemMenu({ item, keeps = false }: { item: Item; keeps?: boolean }) {
  const t = useT('agenda')
  const act = useAct()
  const mine = useMine()
  const [editing, setEditing] = useState(false)
  const free = useBoard((board) => board.now.itemId === null && board.now.phase === 'agenda')
  const withdrawing: ActInput = { type: 'withdraw-item', itemId: item.id }
  const postponing: ActInput = { type: 'postpone-item', itemId: item.id }
  const pausing: ActInput = { type: 'pause-item', itemId: item.id }
  const mayPause = useAllowed(pausing).allowed
  const mayEdit = useAllowed({ type: 'set-item', itemId: item.id, urgency: item.urgency }).allowed
  const mayPostpone = useAllowed(postponing).allowed && !item.postponeAsked
  const mayWithdraw = useAllowed(withdrawing).allowed && !keeps
  const does = (id: string, label: string, given: ActInput): MenuEntry => ({
    id,
    label,
    act: JSON.stringify(given),
    onAct: () => void act(given),
  })
  const entries: MenuEntry[] = [
    ...(mayEdit ? [{ id: 'edit', label: t.edit, act: 'set-item', onAct: () => setEditing(true) }] : []),
    ...(mayPause ? [does('pause', t.menu.pause, pausing)] : []),
    ...(mayPostpone ? [does('postpone', mine.facilitating ? t.menu.postpone : t.menu.askPostpone, postponing)] : []),
    ...(mayWithdraw ? [does('withdraw', t.menu.withdraw, withdrawing)] : []),
  ]
  return (
    <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
      {item.status === 'listed' && free && <ActButton act={{ type: 'open-item', itemId: item.id }}>{t.open}</ActButton>}
      {item.status === 'paused' && <ActButton act={{ type: 'resume-item', itemId: item.id }}>{t.resume}</ActButton>}
      {entries.length > 0 && <Menu label={t.menu.label} kind="quiet" entries={entries} />}
      {editing && <EditSheet item={item} open onClose={() => setEditing(false)} />}
    </div>
  )
}

/** The same under a decision: a carrier asks to postpone the item, facilitation postpones it. Withdrawing a proposal stands with its ways out, and asks first. */
export function ItemMore({ itemId }: { itemId: Id }) {
  const item = useBoard((board) => board.items[itemId])
  return item ? <ItemMenu item={item} keeps /> : null
}
