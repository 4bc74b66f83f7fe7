import type { Care, Signal } from '@clairiere/ritual'
import { useT } from '../i18n/words.tsx'
import { ActButton } from '../room/act-button.tsx'
import { useBoard } from '../room/use-board.ts'
import { usePrompts } from '../room/use-prompts.ts'
import { NewItem } from './triage-forms.tsx'

/** What a response lets its hands do at once: start the round, postpone the item, propose a new one. */
export function CareMore({ signal, care }: { signal: Signal; care: Care }) {
  const t = useT('care')
  const promptOf = usePrompts()
  const item = useBoard((board) => board.items[signal.itemId ?? board.now.itemId ?? ''])
  const paused = useBoard((board) => board.now.pause?.signalId === signal.id)
  const round = useBoard((board) =>
    Object.values(board.rounds).find(({ kind, startedAt }) => kind === 'feelings' && startedAt >= care.since),
  )
  switch (care.response) {
    case 'feelings-round':
      if (round) return round.status === 'running' ? null : <p className="text-second text-ink2">{t.roundHeld}</p>
      // In the full-screen pause the round has its own place.
      if (paused) return null
      return (
        <ActButton
          act={{ type: 'start-round', kind: 'feelings', mode: 'circle', prompt: promptOf('feelings') }}
          wide
          className="justify-center"
        >
          {t.startRound}
        </ActButton>
      )
    case 'postpone':
      return item?.status !== 'open' && item?.status !== 'paused' ? null : (
        <ActButton act={{ type: 'postpone-item', itemId: item.id }} wide className="justify-center">
          {t.postponeItem}
        </ActButton>
      )
    case 'new-item':
      return <NewItem />
    default:
      return null
  }
}
