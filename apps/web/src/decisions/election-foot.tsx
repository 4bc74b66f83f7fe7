import type { Decision } from '@clairiere/ritual'
import { useT } from '../i18n/words.tsx'
import { ActButton } from '../room/act-button.tsx'
import { useLabels } from '../room/use-labels.ts'
import { useNames } from '../room/use-names.ts'
import { useAnsweredOf } from './answered.tsx'
import { useRoundOf } from './feelings-round.tsx'
import { Foot } from './foot.tsx'
import { Back, Next } from './step-buttons.tsx'

/** What facilitation does next in the steps that only an election has [§2.4.6]. */
export function ElectionFoot({ decision }: { decision: Decision }) {
  const all = useT('decisions')
  const t = all.election
  const labels = useLabels()
  const names = useNames()
  const back = <Back decision={decision} />
  const { count, of, missing } = useAnsweredOf(decision, decision.id)
  const { running, held } = useRoundOf(decision, 'free')
  switch (decision.step) {
    case 'ballots': {
      const named = missing !== undefined && missing.length > 0
      const left = of - count
      return (
        <Foot
          title={named ? t.foot.missing(names.list(missing)) : left > 0 ? t.foot.missingCount(left) : t.foot.all}
          text={named ? all.position.missingSeenBy : undefined}
          back={back}
        >
          <Next decision={decision}>{t.foot.reasons}</Next>
        </Foot>
      )
    }
    case 'reasons':
      // While the round runs, the frame leads the turns as in any round.
      if (running) return null
      return held ? (
        <Foot title={t.reasons.after} back={back}>
          <Next decision={decision}>{t.foot.moves}</Next>
        </Foot>
      ) : (
        <Foot title={labels.deciding.steps.reasons.hint} back={back}>
          <ActButton
            act={{ type: 'start-round', kind: 'free', mode: 'circle', prompt: t.reasons.prompt, itemId: decision.itemId }}
            kind="act"
          >
            {t.reasons.start}
          </ActButton>
        </Foot>
      )
    case 'moves': {
      const holder = decision.card?.holder
      return (
        <Foot title={holder === undefined ? t.moves.propose : t.moves.proposed(names.first(holder))} back={back}>
          {holder !== undefined && <Next decision={decision}>{t.foot.objections}</Next>}
        </Foot>
      )
    }
    case 'acceptance':
      return <Foot title={t.acceptance.waits(names.first(decision.card?.holder ?? ''))} back={back} />
    default:
      return (
        <Foot title={t.foot.ballotsText} text={labels.deciding.steps.ballots.hint} back={back}>
          <Next decision={decision}>{t.foot.ballots}</Next>
        </Foot>
      )
  }
}
