import type { Round } from '@clairiere/ritual'
import { useT } from '../i18n/words.tsx'
import { ActButton } from '../room/act-button.tsx'
import { useRoom } from '../room/room.tsx'
import { SpeakerRing } from '../room/speaker-ring.tsx'
import { useBoard } from '../room/use-board.ts'
import { useNames } from '../room/use-names.ts'
import { useWrittenFor } from '../room/use-written-for.ts'
import { ActOfMoment } from '../ui/act-place.tsx'
import { Title } from '../ui/page.tsx'

/** While the word goes round: whose it is, and nothing to press but one's own end of turn. */
export function WeatherRound({ round }: { round: Round }) {
  const { question } = useT('weather')
  const t = useT('weatherMore')
  const { identity } = useRoom()
  const turn = useBoard((board) => board.now.turn)
  const given = useBoard((board) => Object.keys(board.weather).length)
  const mine = turn?.personId === identity.personId
  const names = useNames()
  // Whoever writes for somebody without a device tells their turn to be over as well [I7].
  const theirs = useWrittenFor().find(({ id }) => id === turn?.personId)
  if (round.mode === 'simultaneous')
    return (
      <div className="flex flex-col gap-2 py-6 text-center">
        <Title>{t.writing}</Title>
        <p className="text-ink2">{t.given(given, round.order.length)}</p>
      </div>
    )
  return (
    <div className="flex flex-col gap-6 py-2 text-center">
      <h1 className="sr-only">{round.prompt || question}</h1>
      <SpeakerRing round={round} lead={mine ? t.yourTurn : t.floorIs} none={t.wentRound} label={t.ring} />
      <p className="text-ink2">
        {mine ? (
          round.offeredAgain.includes(identity.personId) ? (
            t.offeredAgain
          ) : (
            t.sayAloud
          )
        ) : turn === null ? (
          t.ends
        ) : (
          <>
            {t.rest}
            <br />
            {t.noReply}
          </>
        )}
      </p>
      {(mine || theirs) && turn && (
        <ActOfMoment>
          <div className="mx-auto flex w-full max-w-120 flex-wrap items-center justify-center gap-x-6">
            <ActButton act={{ type: 'end-turn', turnId: turn.turnId }} kind="act" className="grow">
              {theirs ? t.theirsDone(names.first(theirs.id)) : t.done}
            </ActButton>
            <ActButton act={{ type: 'pass-turn', turnId: turn.turnId }} kind="quiet">
              {theirs ? t.passes(names.first(theirs.id)) : t.passTurn}
            </ActButton>
          </div>
        </ActOfMoment>
      )}
    </div>
  )
}
