import type { Item } from '@clairiere/ritual'
import { useT } from '../i18n/words.tsx'
import { ActButton } from '../room/act-button.tsx'
import { useBoard } from '../room/use-board.ts'
import { useRecordTime } from '../room/use-clock.ts'

/** Writing in silence, all at the same time [A9, I6]: a round without turns, whose length is said and never enforced [I3]. Whoever leads ends it at the foot. */
export function QuietWriting({ item }: { item: Item }) {
  const t = useT('agenda').items.quiet
  const now = useRecordTime(10_000)
  const round = useBoard((board) => (board.now.roundId === null ? undefined : board.rounds[board.now.roundId]))
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
  if (item.status !== 'open' || round) return null
  return (
    <ActButton
      act={{ type: 'start-round', kind: 'free', mode: 'simultaneous', prompt: t.prompt, itemId: item.id }}
      kind="quiet"
      className="self-start"
    >
      {t.start}
    </ActButton>
  )
}
