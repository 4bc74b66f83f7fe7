import { isReviewed, type DecisionReview, type FormerDecision } from '@clairiere/ritual'
import type { ReactNode } from 'react'
import { useT } from '../i18n/words.tsx'
import { useToday } from '../room/days.ts'
import { useBoard } from '../room/use-board.ts'
import { useLabels } from '../room/use-labels.ts'
import { useNames } from '../room/use-names.ts'
import { EmptyState } from '../ui/band.tsx'
import { Title } from '../ui/page.tsx'
import { DecisionLife } from './decision-life.tsx'
import { DecisionStory } from './decision-story.tsx'
import { RegisterFrame } from './register-frame.tsx'
import { useDay } from './use-day.ts'

/** One decision at its own address [D5]: made here with its whole life and what the caller puts `beside` it, or taken over from a meeting before with what is known of it. */
export function DecisionPage({ named, beside }: { named: string; beside?: ReactNode }) {
  const t = useT('registers')
  const decision = useBoard((board) => Object.values(board.decisions).find(({ id, ref }) => id === named || ref === named))
  if (!decision) return <Former named={named} />
  return (
    <RegisterFrame phase={t.life} up>
      <Title large before={decision.ref}>
        {decision.title}
      </Title>
      <DecisionLife decision={decision} />
      {beside}
    </RegisterFrame>
  )
}

function Former({ named }: { named: string }) {
  const t = useT('registers')
  const labels = useLabels().followUp
  const names = useNames()
  const day = useDay()
  const circuit = useBoard((board) => Object.values(board.transmissions).find(({ decisionRef }) => decisionRef === named))
  const told = useBoard((board) => board.previous.transmissions.find(({ ref }) => ref === named)?.text)
  const life = useBoard((board) => board.previous.decisions?.find(({ ref }) => ref === named))
  const review = useBoard((board) => Object.values(board.reviews).find(({ ref }) => ref === named))
  const today = useToday()
  const text = told ?? review?.text ?? life?.versions.at(-1)?.text
  const said = review?.verdict ?? review?.before?.verdict
  const isDue = (one: DecisionReview): boolean => !isReviewed(one) && one.reviewOn <= today
  if (!circuit && !review && !life)
    return (
      <RegisterFrame phase={t.title} up>
        <Title large>{t.title}</Title>
        <EmptyState>{t.unknownDecision}</EmptyState>
      </RegisterFrame>
    )
  return (
    <RegisterFrame phase={t.life} up>
      <Title large before={named}>
        {circuit?.title ?? review?.title ?? life?.title}
      </Title>
      {text === undefined ? (
        <p className="text-ink2">{t.textElsewhere}</p>
      ) : (
        <p className="said-long text-proposal whitespace-pre-wrap">{text}</p>
      )}
      {circuit && (
        <p>
          {names.org(circuit.to)} ·{' '}
          {circuit.registered
            ? t.registeredAs(circuit.registered.structureRef, day(circuit.registered.date))
            : circuit.returned
              ? [t.returnedFor(circuit.returned.reason), t.returnedNext].join('. ')
              : labels.transmissionStatuses[circuit.status]}
        </p>
      )}
      {review && (
        <p>
          {isDue(review) ? t.dueSince(day(review.reviewOn)) : t.reviewOn(day(review.nextOn ?? review.reviewOn))}{' '}
          {review.criteria !== undefined && review.criteria.length > 0 && t.criteria(review.criteria.join(', '))}
        </p>
      )}
      {said !== undefined && <p>{t.saidLast(labels.reviewVerdicts[said].label)}</p>}
      {life && <FormerStory life={life} />}
    </RegisterFrame>
  )
}

const numbered = <T extends object>(list: readonly T[] = []): readonly (T & { id: string })[] =>
  list.map((one, index) => ({ ...one, id: String(index) }))

/** As much of its life as came along from the meeting that adopted it. */
function FormerStory({ life }: { life: FormerDecision }) {
  const t = useT('registers')
  const day = useDay()
  const { shortened, on, integrated, concerns, debated, efforts = [] } = life
  return (
    <>
      {on !== undefined && <p className="text-ink2">{t.adoptedOn(day(on))}</p>}
      <DecisionStory
        {...life}
        integrated={numbered(integrated)}
        concerns={numbered(concerns)}
        debated={debated === undefined && shortened ? undefined : numbered(debated)}
        efforts={efforts}
      />
      {shortened && <p className="text-ink2">{t.restElsewhere}</p>}
    </>
  )
}
