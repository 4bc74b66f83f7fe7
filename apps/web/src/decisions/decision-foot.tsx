import { currentVersion, type Decision, type Item } from '@clairiere/ritual'
import type { ReactNode } from 'react'
import { useT } from '../i18n/words.tsx'
import { ActButton } from '../room/act-button.tsx'
import { useAllowed } from '../room/use-act.ts'
import { useBoard } from '../room/use-board.ts'
import { useNames } from '../room/use-names.ts'
import { useMine } from '../room/use-roles.ts'
import { useWrittenFor } from '../room/use-written-for.ts'
import { Button } from '../ui/button.tsx'
import { objectionNow, turnOf } from './course.ts'
import { FacilitationFoot } from './facilitation-foot.tsx'
import { useFeelings } from './feelings-round.tsx'
import { Foot } from './foot.tsx'
import { Back } from './step-buttons.tsx'
import { useOwner } from './use-owner.ts'

/** The reader's own act, before anything facilitation does: their turn to speak, their objection to lift, their need to confirm. */
function useOwnFoot(decision: Decision): ReactNode {
  const t = useT('decisions')
  const { me, facilitating } = useMine()
  const { turn } = useFeelings(decision)
  const now = decision.step === 'integration' ? objectionNow(decision) : undefined
  const names = useNames()
  const owner = useOwner()(now)
  const ids = { decisionId: decision.id, objectionId: now?.id ?? decision.id }
  const confirms = useAllowed({ type: 'confirm-objection', ...ids })
  // Whoever writes for somebody without a device tells their turn to be over as well [I7].
  const theirs = useWrittenFor().find(({ id }) => id === turn?.personId)
  if (turn && (turn.personId === me || theirs) && !facilitating) {
    return (
      <Foot
        title={theirs ? t.position.forSomeone(names.full(theirs.id)) : t.round.yours}
        back={
          <ActButton act={{ type: 'pass-turn', turnId: turn.turnId }} kind="quiet">
            {theirs ? t.round.passes(names.first(theirs.id)) : t.round.pass}
          </ActButton>
        }
      >
        <ActButton act={{ type: 'end-turn', turnId: turn.turnId }} kind="act">
          {theirs ? t.round.theirsDone(names.first(theirs.id)) : t.round.done}
        </ActButton>
      </Foot>
    )
  }
  if (!now) return null
  const next = turnOf(now)
  if (next === 'lift' && owner !== undefined) {
    return (
      <Foot title={owner === me ? t.objection.liftAsk : t.position.forSomeone(names.full(owner))}>
        <ActButton act={{ type: 'lift-objection', ...ids }} kind="act">
          {owner === me ? t.objection.lift : t.objection.liftTheirs}
        </ActButton>
      </Foot>
    )
  }
  if (next === 'confirm' && confirms.allowed) {
    return (
      <Foot title={t.objection.confirmAsk}>
        <ActButton act={{ type: 'confirm-objection', ...ids }} kind="act">
          {t.objection.confirm}
        </ActButton>
      </Foot>
    )
  }
  return null
}

/** Once the text is whole: whoever may record it reads it aloud first, word for word. */
function AdoptFoot({ decision, reading, onRead }: { decision: Decision; reading: boolean; onRead: (reading: boolean) => void }) {
  const { adopt: t, election } = useT('decisions')
  const elects = decision.process === 'election'
  const names = useNames()
  const keeper = useBoard((board) => board.roles['decisionKeeper']?.holders[0])
  const version = currentVersion(decision).n
  const may = useAllowed({ type: 'adopt', decisionId: decision.id, version })
  const { facilitating, roles } = useMine()
  if (!facilitating && !roles.has('decisionKeeper')) return null
  if (reading) {
    return (
      <Foot
        title={t.wholeRead}
        back={
          <Button kind="quiet" onClick={() => onRead(false)}>
            {t.notYet}
          </Button>
        }
      >
        <ActButton act={{ type: 'adopt', decisionId: decision.id, version }} kind="act" onDone={() => onRead(false)}>
          {elects ? election.adopted.act : t.act}
        </ActButton>
      </Foot>
    )
  }
  return (
    <Foot
      title={keeper ? t.readBy(names.first(keeper)) : t.nobody}
      text={may.allowed ? undefined : may.sentence}
      back={facilitating ? <Back decision={decision} /> : undefined}
    >
      <Button kind="act" onClick={() => onRead(true)}>
        {elects ? election.adopted.reading : t.reading}
      </Button>
    </Foot>
  )
}

export type DecisionFootProps = { decision: Decision; item: Item; reading: boolean; onRead: (reading: boolean) => void }

/** The act of the moment on a decision, for the one who reads: theirs first, then facilitation's; nobody sees two. */
export function DecisionFoot({ decision, item, reading, onRead }: DecisionFootProps) {
  const { facilitating } = useMine()
  const own = useOwnFoot(decision)
  if (decision.status !== 'open' || item.status !== 'open') return null
  if (own) return own
  const ready = decision.step === 'improvement' || (decision.step === 'acceptance' && decision.card?.accepted === true)
  if (ready) return <AdoptFoot decision={decision} reading={reading} onRead={onRead} />
  return facilitating ? <FacilitationFoot decision={decision} /> : null
}
