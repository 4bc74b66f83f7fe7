import type { Signal } from '@clairiere/ritual'
import { useT } from '../i18n/words.tsx'
import { ActButton } from '../room/act-button.tsx'
import { useBoard } from '../room/use-board.ts'
import { usePrompts } from '../room/use-prompts.ts'
import { useNames } from '../room/use-names.ts'
import { useMine } from '../room/use-roles.ts'

/** A round of feelings held inside the pause: who speaks, at their own pace; facilitation starts, passes on and ends it. */
export function PauseRound({ signal }: { signal: Signal }) {
  const t = useT('signals').pause
  const promptOf = usePrompts()
  const names = useNames()
  const { me } = useMine()
  const round = useBoard((board) => (board.now.roundId === null ? undefined : board.rounds[board.now.roundId]))
  const turn = useBoard((board) => board.now.turn)
  const rounds = useBoard((board) => board.rounds)
  if (!signal.responses.includes('feelings-round')) return null
  if (round === undefined) {
    const held = Object.values(rounds).some((one) => one.kind === 'feelings' && one.startedAt > signal.at)
    if (held) return null
    return (
      <ActButton act={{ type: 'start-round', kind: 'feelings', mode: 'circle', prompt: promptOf('feelings') }} kind="act" wide>
        {t.startRound}
      </ActButton>
    )
  }
  return (
    <div className="flex flex-col items-center gap-2 text-center">
      {turn && <p className="said text-title">{t.floor(names.first(turn.personId))}</p>}
      <p className="text-ink2">{turn?.personId === me ? round.prompt : t.listen}</p>
      {turn && turn.personId === me && (
        <div className="flex w-full flex-col items-center">
          <ActButton act={{ type: 'end-turn', turnId: turn.turnId }} kind="act" wide>
            {t.done}
          </ActButton>
          <ActButton act={{ type: 'pass-turn', turnId: turn.turnId }} kind="quiet">
            {t.pass}
          </ActButton>
        </div>
      )}
      {turn && turn.personId !== me && (
        <ActButton act={{ type: 'end-turn', turnId: turn.turnId }} wide className="justify-center">
          {t.next}
        </ActButton>
      )}
      <ActButton act={{ type: 'end-round', roundId: round.id }} kind="quiet">
        {t.endRound}
      </ActButton>
    </div>
  )
}
