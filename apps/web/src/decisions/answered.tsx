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

/** How far the round is: a number for all; who is missing for facilitation alone, whose device alone is told. */
export const useAnswered = (decision: Decision, round: number): AnsweredPayload => {
  const view = useConfidences('answered', `${decision.id}:${round}`)[0]
  return (view?.payload as unknown as AnsweredPayload | undefined) ?? { count: 0, of: decision.deciders.length }
}

/** The small ring fills in the order of answers, never by seat; who is missing stands in the facilitation's foot. */
export function Answered({ decision, round, mayChange }: { decision: Decision; round: number; mayChange: boolean }) {
  const t = useT('decisions').position
  const { count, of } = useAnswered(decision, round)
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
        <p className="font-strong">{t.hidden}</p>
        <p className="text-ink2">
          {t.answered(count, of)} {mayChange && t.mayChange}
        </p>
      </div>
    </div>
  )
}
