import { dueReviews, isReviewed, type DecisionReview } from '@clairiere/ritual'
import { useMemo, useState } from 'react'
import { useT } from '../i18n/words.tsx'
import { useSayDay, useToday } from '../room/days.ts'
import { useAllowed } from '../room/use-act.ts'
import { useBoard } from '../room/use-board.ts'
import { useLabels } from '../room/use-labels.ts'
import { useNames } from '../room/use-names.ts'
import { Line, Lines, Section } from '../ui/band.tsx'
import { Button } from '../ui/button.tsx'
import { ReviewForm } from './review-form.tsx'

/** Decisions of former meetings whose day has come, by reference. */
export const useDueReviews = (): readonly DecisionReview[] => {
  const reviews = useBoard((board) => board.reviews)
  const transmissions = useBoard((board) => board.transmissions)
  const today = useToday()
  return useMemo(() => dueReviews({ reviews, transmissions }, today), [reviews, transmissions, today])
}

/** Decisions to look at again [D13, G5]; nothing when none is due. */
export function DueReviews() {
  const t = useT('followUp').reviews
  const due = useDueReviews()
  const left = due.filter((review) => !isReviewed(review)).length
  if (due.length === 0) return null
  return (
    <Section title={t.title} aside={left > 0 && t.left(left)}>
      <Lines label={t.title}>
        {due.map((review) => (
          <ReviewLine key={review.id} review={review} />
        ))}
      </Lines>
    </Section>
  )
}

function ReviewLine({ review }: { review: DecisionReview }) {
  const t = useT('followUp').reviews
  const names = useNames()
  const day = useSayDay()
  const [open, setOpen] = useState(false)
  const may = useAllowed({ type: 'review-decision', reviewId: review.id, helped: review.helped ?? '' }).allowed
  const { before } = review
  return (
    <Line title={review.title} second={`${review.ref} · ${names.org(review.responsible)} · ${t.since(day(review.reviewOn))}`}>
      {review.text !== undefined && (
        <details>
          <summary className="flex min-h-11 cursor-pointer items-center font-strong text-ink2">
            <span className="link">{t.text}</span>
          </summary>
          <p className="pb-2 whitespace-pre-wrap">{review.text}</p>
        </details>
      )}
      {review.criteria !== undefined && <p className="text-second text-ink2">{t.criteria(review.criteria.join(', '))}</p>}
      {before && (
        <div className="my-2 border-s-2 border-line ps-3 text-ink2">
          <p>{t.before(day(before.on))}</p>
          <Said said={before} former />
        </div>
      )}
      <Said said={review} nextOn={review.nextOn} />
      {may && (
        <Button kind="link" data-act="review-decision" onClick={() => setOpen(true)}>
          {isReviewed(review) ? t.again : t.open}
        </Button>
      )}
      {open && <ReviewForm review={review} onClose={() => setOpen(false)} />}
    </Line>
  )
}

type SaidProps = { said: Pick<DecisionReview, 'helped' | 'hindered' | 'verdict'>; nextOn?: string | undefined; former?: boolean }

/** `former`: at a meeting before, where the point it proposed is known already. */
function Said({ said, nextOn, former = false }: SaidProps) {
  const verdicts = useLabels().followUp.reviewVerdicts
  const t = useT('followUp').reviews
  const day = useSayDay()
  const { helped, hindered, verdict } = said
  return (
    <>
      {helped && <p>{t.saidHelped(helped)}</p>}
      {hindered && <p>{t.saidHindered(hindered)}</p>}
      {former && verdict && <p>{t.saidVerdict(verdicts[verdict].label)}</p>}
      {!former && verdict === 'change' && <p className="font-strong">{t.toChange}</p>}
      {!former && verdict === 'stop' && <p className="font-strong">{t.toStop}</p>}
      {nextOn !== undefined && <p className="font-strong">{verdict === 'keep' ? t.kept(day(nextOn)) : t.putOff(day(nextOn))}</p>}
    </>
  )
}
