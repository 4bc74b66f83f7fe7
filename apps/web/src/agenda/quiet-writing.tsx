import { ideasRoot, type Item } from '@clairiere/ritual'
import { useT } from '../i18n/words.tsx'
import { ActButton } from '../room/act-button.tsx'
import { useBoard } from '../room/use-board.ts'
import { useRecordTime } from '../room/use-clock.ts'
import { useWordMap } from '../room/use-word-map.ts'
import type { ButtonKind } from '../ui/button.tsx'
import { wasSilent } from './item-lead.ts'

/** Begins a silence in which everyone writes. */
export function SilenceButton({ item, kind, className }: { item: Item; kind: ButtonKind; className: string }) {
  const t = useT('agenda').items.quiet
  return (
    <ActButton
      act={{ type: 'start-round', kind: 'free', mode: 'simultaneous', prompt: t.prompt, itemId: item.id }}
      kind={kind}
      className={className}
    >
      {t.start}
    </ActButton>
  )
}

/** Writing in silence, all at the same time [A9, I6]: a round without turns, whose length is said and never enforced [I3]. Whoever leads ends it at the foot, and where there is a foot (`led`) begins the first there. */
export function QuietWriting({ item, led }: { item: Item; led: boolean }) {
  const t = useT('agenda').items.quiet
  const now = useRecordTime(10_000)
  const round = useBoard((board) => (board.now.roundId === null ? undefined : board.rounds[board.now.roundId]))
  const silent = useBoard((board) => wasSilent(board, item.id))
  const ideas = useWordMap(ideasRoot(item.id), 'ideas').entries.length
  const here = round?.mode === 'simultaneous' && round.kind === 'free' && round.itemId === item.id
  if (here)
    return (
      <div className="flex flex-col gap-1">
        <p role="status" className="font-strong">
          {t.running(Math.max(0, Math.floor((now - Date.parse(round.startedAt)) / 60_000)))}
        </p>
        <p className="text-ink2">{t.text}</p>
      </div>
    )
  if (item.status !== 'open' || round || (led && !silent && ideas === 0)) return null
  return <SilenceButton item={item} kind="quiet" className="self-start" />
}
