import { isHeld, roundsOn, type Decision } from '@clairiere/ritual'
import { useT } from '../i18n/words.tsx'
import { useBoard } from '../room/use-board.ts'
import { useNames } from '../room/use-names.ts'
import { useMine } from '../room/use-roles.ts'
import { Ring, type Dot } from '../ui/ring.tsx'

type Held = 'feelings' | 'free'

/** The round of a decision (feelings, or the reasons of an election): whether one runs, whether one was held. */
export const useRoundOf = (decision: Decision, kind: Held) => {
  const rounds = useBoard((board) => board.rounds)
  const turn = useBoard((board) => board.now.turn)
  const roundId = useBoard((board) => board.now.roundId)
  const mine = roundsOn(rounds, decision, kind)
  const running = mine.find((round) => round.id === roundId)
  return { running, turn: running ? turn : null, held: mine.some(isHeld) }
}

/** The round that goes with this decision's steps. */
export const useFeelings = (decision: Decision) => useRoundOf(decision, decision.process === 'election' ? 'free' : 'feelings')

/** Who speaks, large; the others listen. No answer is possible here [§2.4.2]. */
export function FeelingsRound({ decision }: { decision: Decision }) {
  const t = useT('decisions').round
  const { reasons } = useT('decisions').election
  const names = useNames()
  const { me } = useMine()
  const { running, turn, held } = useFeelings(decision)
  if (!running) return <p className="text-ink2">{held ? t.held : decision.process === 'election' ? reasons.before : t.before}</p>
  const dots = running.order.map((id): Dot =>
    id === turn?.personId ? 'now' : running.turns[id] === 'said' || running.turns[id] === 'passed' ? 'full' : 'outlined',
  )
  const left = running.order.filter((id) => running.turns[id] === 'waiting').length
  const name = turn && names.first(turn.personId)
  return (
    <div className="flex flex-col gap-3">
      <Ring dots={dots} label={name ? `${t.speaks} ${name}` : t.wentRound} size="large">
        {name ? (
          <>
            <p className="text-ink2">{turn.personId === me ? t.yours : t.speaks}</p>
            <p className="said text-head break-words">{name}</p>
            <p className="text-second text-ink2">{t.toGo(left)}</p>
          </>
        ) : (
          <p className="said text-title">{t.wentRound}</p>
        )}
      </Ring>
      <p className="text-center text-ink2">{name ? t.listen : t.ends}</p>
    </div>
  )
}
