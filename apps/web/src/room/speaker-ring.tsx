import type { Round } from '@clairiere/ritual'
import type { ReactNode } from 'react'
import { Ring } from '../ui/ring.tsx'
import { useBoard } from './use-board.ts'
import { useNames } from './use-names.ts'

/** Who speaks, in the ring of the round: heard seats are filled, the speaker's is larger. `label` says the whole to those who do not see it. */
export function SpeakerRing({
  round,
  lead,
  none,
  label,
}: {
  round: Round
  lead: string
  none: string
  label: (heard: number, waiting: number) => string
}) {
  const names = useNames()
  const people = useBoard((board) => board.people)
  const turn = useBoard((board) => board.now.turn)
  const seated = round.order.filter((id) => people[id]?.presence !== 'left')
  const heard = seated.filter((id) => round.turns[id] === 'said' || round.turns[id] === 'passed')
  const voices = turn ? names.voices(turn.personId) : ''
  const centre: ReactNode = turn ? (
    <>
      <span className="text-ink2">{lead}</span>
      <span className="said text-name leading-13 break-words">{names.first(turn.personId)}</span>
      {voices && <span className="text-second text-ink2">{voices}</span>}
    </>
  ) : (
    <span className="said text-title">{none}</span>
  )
  return (
    <Ring
      size="large"
      label={label(heard.length, seated.length - heard.length)}
      dots={seated.map((id) => (turn?.personId === id ? 'now' : heard.includes(id) ? 'full' : 'outlined'))}
    >
      {centre}
    </Ring>
  )
}
