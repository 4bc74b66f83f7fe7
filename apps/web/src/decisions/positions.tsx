import { currentRound, type Decision } from '@clairiere/ritual'
import { useT } from '../i18n/words.tsx'
import { useConfidences } from '../room/use-board.ts'
import { useMine } from '../room/use-roles.ts'
import { useWrittenFor } from '../room/use-written-for.ts'
import { Section } from '../ui/band.tsx'
import { Answered, useAnswered } from './answered.tsx'
import { Interest } from './interest.tsx'
import { PositionForm } from './position-form.tsx'

/** The round under way: one's own position, that of people without a device one writes for, and how many have answered. Nobody sees more [§2.5-5]. */
export function Positions({ decision }: { decision: Decision }) {
  const t = useT('decisions')
  const { me, observes } = useMine()
  const round = currentRound(decision)
  const { count, of } = useAnswered(decision, round?.round ?? 0)
  const mine = useConfidences('position', `${decision.id}:${round?.round ?? 0}`).some(({ personId }) => personId === me)
  const others = useWrittenFor()
  if (!round) return null
  const decides = decision.deciders.includes(me)
  const last = decision.process === 'election' && decision.card?.holder === me && !mine && of - count > 1
  const written = others.filter(({ id }) => decision.deciders.includes(id))
  return (
    <div className="flex flex-col gap-5">
      {last ? (
        <div className="flex flex-col gap-1">
          <p className="font-strong">{t.election.position.last}</p>
          <p className="text-ink2">{t.election.position.waits(of - count - 1)}</p>
        </div>
      ) : decides ? (
        <>
          <PositionForm key={`${me}${round.round}`} decision={decision} round={round.round} personId={me} />
          <Interest decision={decision} />
        </>
      ) : (
        <p className="text-ink2">{observes ? t.observes : t.position.late}</p>
      )}
      {written.map(({ id, name }) => (
        <Section key={id} title={t.position.forSomeone(name)}>
          <p className="py-2 text-second text-ink2">{t.position.forSomeoneHint}</p>
          <PositionForm key={`${id}${round.round}`} decision={decision} round={round.round} personId={id} />
        </Section>
      ))}
      <Answered decision={decision} round={round.round} mayChange={decides} />
    </div>
  )
}
