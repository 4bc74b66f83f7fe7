import type { Decision, PersonId } from '@clairiere/ritual'
import { useT } from '../i18n/words.tsx'
import { useConfidences } from '../room/use-board.ts'
import { Ring } from '../ui/ring.tsx'

interface AnsweredPayload {
  count: number
  of: number
  people?: readonly PersonId[]
  missing?: readonly PersonId[]
}

/** How far what is asked is (a round, `<decision>:<round>`, or the ballots, the decision's id): a number for all; who is missing for facilitation alone, whose device alone is told. */
export const useAnsweredOf = (decision: Decision, subject: string): AnsweredPayload => {
  const view = useConfidences('answered', subject)[0]
  return (view?.payload as unknown as AnsweredPayload | undefined) ?? { count: 0, of: decision.deciders.length }
}

export const useAnswered = (decision: Decision, round: number): AnsweredPayload => useAnsweredOf(decision, `${decision.id}:${round}`)

/** The small ring fills in the order of answers, never by seat; who is missing stands in the facilitation's foot. */
export function Progress({ decision, subject, hidden, after }: { decision: Decision; subject: string; hidden: string; after?: string }) {
  const t = useT('decisions').position
  const { count, of } = useAnsweredOf(decision, subject)
  return (
    <div className="flex items-center gap-4 border-t border-line pt-4">
      <Ring
        dots={Array.from({ length: Math.max(of, count) }, (_, index) => (index < count ? 'full' : 'outlined'))}
        label={t.answered(count, of)}
        tone="ink"
      >
        {count}
      </Ring>
      <div className="min-w-0 flex-1 text-second">
        <p className="font-strong">{hidden}</p>
        <p className="text-ink2">
          {t.answered(count, of)} {after}
        </p>
      </div>
    </div>
  )
}

/** How many have taken position in this round. */
export function Answered({ decision, round, mayChange }: { decision: Decision; round: number; mayChange: boolean }) {
  const t = useT('decisions').position
  return (
    <Progress decision={decision} subject={`${decision.id}:${round}`} hidden={t.hidden} {...(mayChange ? { after: t.mayChange } : {})} />
  )
}
