import { attributions, minutedItems, type Attribution } from '@clairiere/ritual'
import { useState } from 'react'
import { useT } from '../i18n/words.tsx'
import { useAct, useAllowed } from '../room/use-act.ts'
import { useBoard } from '../room/use-board.ts'
import { Button } from '../ui/button.tsx'
import { ChoiceGroup } from '../ui/choice-group.tsx'
import { ChoiceSegment } from '../ui/choice-tile.tsx'
import { useSay } from '../ui/toasts.tsx'
import { attributableKinds, type MyEntry } from './my-words.ts'

function Withdraw({ entry }: { entry: MyEntry }) {
  const t = useT('minutes').mine
  const send = useAct()
  const say = useSay()
  const may = useAllowed({ type: 'withdraw-entry', kind: entry.kind, id: entry.id })
  const [asking, setAsking] = useState(false)
  if (!may.allowed) return null
  if (!asking) {
    return (
      <Button kind="link" onClick={() => setAsking(true)} className="shrink-0">
        {t.withdraw}
      </Button>
    )
  }
  const withdraw = async () => {
    const sent = await send({ type: 'withdraw-entry', kind: entry.kind, id: entry.id })
    if (sent.ok || sent.refused === 'queued') say(t.withdrawn)
  }
  return (
    <div role="group" className="flex w-full flex-wrap items-center gap-x-4 gap-y-1">
      <p className="w-full text-second text-ink2">{t.withdrawAsk}</p>
      <Button onClick={() => void withdraw()}>{t.withdrawSure}</Button>
      <Button kind="quiet" onClick={() => setAsking(false)}>
        {t.keep}
      </Button>
    </div>
  )
}

function Entry({ entry, sealed }: { entry: MyEntry; sealed: boolean }) {
  const t = useT('minutes').mine
  const items = useBoard((board) => board.items)
  const send = useAct()
  const attributable = attributableKinds.some((kind) => kind === entry.kind) && entry.attribution !== undefined
  const may = useAllowed(
    attributable
      ? { type: 're-attribute', kind: entry.kind, id: entry.id, attribution: entry.attribution === 'unnamed' ? 'voice-only' : 'unnamed' }
      : { type: 'withdraw-entry', kind: entry.kind, id: entry.id },
  )
  const point = minutedItems(items).findIndex(({ id }) => id === entry.itemId) + 1
  const where = entry.itemId === undefined || point === 0 ? t.kinds[entry.kind] : t.where(point, t.kinds[entry.kind])
  const hint = entry.kind === 'weather' ? t.weather : entry.kind === 'closing' && !entry.text ? t.closing : null
  return (
    <li data-about={entry.id} className="flex flex-col gap-2 border-b border-line py-3 last:border-b-0">
      <div className="flex flex-wrap items-baseline justify-between gap-x-3">
        <p className="text-second text-ink2">{where}</p>
        <Withdraw entry={entry} />
      </div>
      {entry.text && <p className="whitespace-pre-wrap">{entry.text}</p>}
      {hint && <p className="text-second text-ink2">{hint}</p>}
      {sealed && attributable && entry.attribution && <p className="text-second text-ink2">{t.attributions[entry.attribution]}</p>}
      {!sealed && attributable && entry.attribution && (
        <ChoiceGroup
          label={t.attribution}
          labelHidden
          layout="segments"
          inert={!may.allowed}
          value={entry.attribution}
          onChange={(attribution: Attribution) => void send({ type: 're-attribute', kind: entry.kind, id: entry.id, attribution })}
        >
          {attributions.map((id) => (
            <ChoiceSegment key={id} value={id} label={t.attributions[id]} />
          ))}
        </ChoiceGroup>
      )}
    </li>
  )
}

/** My words, each with how I appear and « Retirer »: mine until sealing [§2.5-19]. */
export function MyWordsList({ entries }: { entries: readonly MyEntry[] }) {
  const t = useT('minutes').mine
  const sealed = useBoard((board) => board.meeting.status === 'sealed')
  if (entries.length === 0) return <p className="text-second text-ink2">{sealed ? t.emptySealed : t.empty}</p>
  return (
    <>
      {sealed && <p className="text-second text-ink2">{t.sealed}</p>}
      <ul aria-label={t.title}>
        {entries.map((entry) => (
          <Entry key={`${entry.kind}:${entry.id}`} entry={entry} sealed={sealed} />
        ))}
      </ul>
    </>
  )
}
