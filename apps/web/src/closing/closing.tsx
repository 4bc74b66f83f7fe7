import type { PersonId } from '@clairiere/ritual'
import { type ReactNode, useState } from 'react'
import { useT } from '../i18n/words.tsx'
import { ActButton } from '../room/act-button.tsx'
import { useRoom } from '../room/room.tsx'
import { SpeakerRing } from '../room/speaker-ring.tsx'
import { useBoard, useConfidences } from '../room/use-board.ts'
import { useNames } from '../room/use-names.ts'
import { usePrompts } from '../room/use-prompts.ts'
import { useWrittenFor } from '../room/use-written-for.ts'
import { ActOfMoment } from '../ui/act-place.tsx'
import { Button } from '../ui/button.tsx'
import { Title } from '../ui/page.tsx'
import { CircleWords } from './circle-words.tsx'
import { ClosingForm } from './closing-form.tsx'

/** The closing phase: one's own word, then the round, then the words of the circle. `lead` is the act of whoever leads, demoted where one's own comes first. */
export function Closing({ lead }: { lead: (demoted: boolean) => ReactNode }) {
  const t = useT('closing')
  const promptOf = usePrompts()
  const { identity } = useRoom()
  const closing = useBoard((board) => board.closing)
  const round = useBoard((board) => (board.now.roundId === null ? undefined : board.rounds[board.now.roundId]))
  const turn = useBoard((board) => board.now.turn)
  const [writing, setWriting] = useState<PersonId | null>(null)
  const names = useNames()
  const written = useWrittenFor()
  const running = round?.kind === 'closing' ? round : undefined
  const mine = [...useConfidences('closing'), ...useConfidences('roti'), ...closing.words].some(
    ({ personId }) => personId === identity.personId,
  )
  const heard = closing.heard.includes(identity.personId)
  const myTurn = turn?.personId === identity.personId && running !== undefined
  const prompt = running?.prompt || promptOf('closing')
  // Whoever writes for somebody tells their turn to be over as well: nobody else is beside them [I7].
  const theirTurn = running === undefined ? undefined : written.find(({ id }) => id === turn?.personId)
  const done = () => setWriting(null)
  const forPerson = written.find(({ id }) => id === writing)?.id
  if (!heard || writing !== null)
    return (
      <>
        <ClosingForm key={writing ?? ''} prompt={prompt} forPerson={forPerson} onDone={done} {...(heard ? { onCancel: done } : {})} />
        {lead(true)}
      </>
    )
  return (
    <div className="mx-auto flex w-full max-w-140 flex-col gap-6">
      <Title after={mine ? t.thankYouText : t.passedText}>{t.thankYou}</Title>
      {running && running.mode !== 'simultaneous' && (
        <div className="flex flex-col gap-4 text-center">
          <SpeakerRing round={running} lead={myTurn ? t.yourTurn : t.floorIs} none={t.wentRound} label={t.ring} />
          <p className="text-ink2">{myTurn ? t.sayAloud : turn ? t.rest : t.ends}</p>
        </div>
      )}
      <HeardSoFar />
      <CircleWords />
      <Button kind="link" onClick={() => setWriting(identity.personId)} className="self-start">
        {t.change}
      </Button>
      {written
        .filter(({ id }) => !closing.heard.includes(id))
        .map(({ id }) => (
          <Button key={id} onClick={() => setWriting(id)} className="self-start">
            {t.wordOf(names.first(id))}
          </Button>
        ))}
      {(myTurn || theirTurn) && turn && (
        <ActOfMoment>
          <div className="mx-auto flex w-full max-w-120 flex-wrap items-center justify-center gap-x-6">
            <ActButton act={{ type: 'end-turn', turnId: turn.turnId }} kind="act" className="grow">
              {theirTurn ? t.theirsDone(names.first(theirTurn.id)) : t.done}
            </ActButton>
            <ActButton act={{ type: 'pass-turn', turnId: turn.turnId }} kind="quiet">
              {theirTurn ? t.passes(names.first(theirTurn.id)) : t.pass}
            </ActButton>
          </div>
        </ActOfMoment>
      )}
      {lead(myTurn || theirTurn !== undefined)}
    </div>
  )
}

function HeardSoFar() {
  const t = useT('closing')
  const heard = useBoard((board) => board.closing.heard.length)
  const here = useBoard((board) => Object.values(board.people).filter((person) => person.presence === 'present').length)
  return <p className="text-ink2">{t.heard(heard, Math.max(here, heard))}</p>
}
