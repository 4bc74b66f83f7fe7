import type { Feedback, Item } from '@clairiere/ritual'
import { useT } from '../i18n/words.tsx'
import { isNotMine } from '../room/act-button.tsx'
import { useAllowed } from '../room/use-act.ts'
import { useBoard } from '../room/use-board.ts'
import { useLabels } from '../room/use-labels.ts'
import { useNames } from '../room/use-names.ts'
import { useMine } from '../room/use-roles.ts'
import { EmptyState, Section } from '../ui/band.tsx'
import { Button } from '../ui/button.tsx'
import { useSayDay } from '../room/days.ts'
import { sayFeedbackSubject } from './feedback-subject.ts'
import { AnswerFeedbackSheet, feedbackFields, LearnSheet, NoAnswerSheet, SovereigntySheet, StateFeedbackSheet } from './feedback-forms.tsx'
import type { PanelProps } from './opened.ts'

/** A feedback to a structure: four sentences, its answer or « sans réponse » with its date, what is learnt, who decides what [A6–A8]. */
export function FeedbackPanel({ item, opened, onOpen }: { item: Item } & PanelProps) {
  const feedback = useBoard((board) => board.feedbacks[item.id])
  const leave = () => onOpen(null)
  return (
    <>
      <Stated item={item} feedback={feedback} onOpen={onOpen} />
      {feedback && <Answered item={item} feedback={feedback} onOpen={onOpen} />}
      {feedback && <Learnt item={item} feedback={feedback} onOpen={onOpen} />}
      {opened === 'state-feedback' && <StateFeedbackSheet item={item} feedback={feedback} onClose={leave} />}
      {opened === 'answer-feedback' && <AnswerFeedbackSheet item={item} onClose={leave} />}
      {opened === 'no-answer' && <NoAnswerSheet item={item} onClose={leave} />}
      {opened === 'learn' && <LearnSheet item={item} feedback={feedback} onClose={leave} />}
      {opened === 'sovereignty' && item.towards !== undefined && <SovereigntySheet item={item} org={item.towards} onClose={leave} />}
    </>
  )
}

function Stated({ item, feedback, onOpen }: { item: Item; feedback: Feedback | undefined; onOpen: PanelProps['onOpen'] }) {
  const t = useT('agenda')
  const labels = useLabels().deciding.feedbackFields
  const stating = useAllowed({ type: 'state-feedback', itemId: item.id, observation: '…' })
  const said = feedbackFields.filter((field) => feedback?.[field])
  return (
    <Section title={t.feedback.title}>
      {said.length === 0 ? (
        <EmptyState>{t.feedback.waiting}</EmptyState>
      ) : (
        <dl className="flex flex-col gap-3 py-3">
          {feedback?.about && (
            <div>
              <dt className="text-second text-ink2">{t.feedback.about}</dt>
              <dd>{sayFeedbackSubject(feedback.about)}</dd>
            </div>
          )}
          {said.map((field) => (
            <div key={field}>
              <dt className="text-second text-ink2">{labels[field].label}</dt>
              <dd className="whitespace-pre-wrap">{feedback?.[field]}</dd>
            </div>
          ))}
        </dl>
      )}
      {stating.allowed && said.length > 0 && (
        <div>
          <Button kind="quiet" className="text-second" onClick={() => onOpen('state-feedback')}>
            {t.edit}
          </Button>
        </div>
      )}
    </Section>
  )
}

function Answered({ item, feedback, onOpen }: { item: Item; feedback: Feedback; onOpen: PanelProps['onOpen'] }) {
  const t = useT('agenda').feedback
  const names = useNames()
  const sayDay = useSayDay()
  const { me } = useMine()
  const speaks = useBoard((board) => board.people[me]?.voices.some(({ org }) => org === item.towards) === true)
  const noting = useAllowed({ type: 'close-feedback', itemId: item.id, noAnswerOn: '2026-01-01' })
  const { answer, noAnswerOn } = feedback
  return (
    <Section title={item.towards === undefined ? t.title : t.answerOf(names.org(item.towards))}>
      {answer ? (
        <p className="py-3 whitespace-pre-wrap">
          {answer.personId !== undefined && <span className="font-strong">{names.first(answer.personId)} </span>}
          {answer.text}
        </p>
      ) : (
        <p className="py-3 text-ink2">{noAnswerOn === undefined ? t.noAnswerYet : t.noAnswerOn(sayDay(noAnswerOn))}</p>
      )}
      {!answer && (
        <div className="flex flex-wrap gap-x-5">
          {speaks && <AnswerVerb onOpen={onOpen} />}
          {noAnswerOn === undefined && (noting.allowed || !isNotMine(noting.code)) && (
            <Button kind="quiet" onClick={() => onOpen('no-answer')}>
              {t.noAnswer}
            </Button>
          )}
        </div>
      )}
    </Section>
  )
}

function AnswerVerb({ onOpen }: { onOpen: PanelProps['onOpen'] }) {
  const t = useT('agenda')
  return (
    <Button kind="link" onClick={() => onOpen('answer-feedback')}>
      {t.answer}
    </Button>
  )
}

function Learnt({ item, feedback, onOpen }: { item: Item; feedback: Feedback; onOpen: PanelProps['onOpen'] }) {
  const t = useT('agenda').feedback
  const names = useNames()
  const noted = useBoard((board) => (item.towards === undefined ? undefined : board.organisations[item.towards]?.sovereignty))
  const mayLearn = useAllowed({ type: 'learn-from-feedback', itemId: item.id, text: '…' }).allowed
  const maySay = useAllowed({ type: 'set-sovereignty', org: item.towards ?? 'none', text: '…', itemId: item.id }).allowed
  const here = noted?.filter(({ itemId }) => itemId === item.id) ?? []
  if (!feedback.learning && here.length === 0 && !mayLearn && !maySay) return null
  return (
    <Section title={t.learning}>
      {feedback.learning && <p className="py-3 whitespace-pre-wrap">{feedback.learning}</p>}
      {here.map(({ id, text }) => (
        <p key={id} className="pb-3">
          <span className="text-second text-ink2">{t.sovereigntyLabel(item.towards === undefined ? '' : names.org(item.towards))}</span>
          <br />
          {text}
        </p>
      ))}
      <div className="flex flex-wrap gap-x-5">
        {mayLearn && (
          <Button kind="link" onClick={() => onOpen('learn')}>
            {t.learn}
          </Button>
        )}
        {maySay && (
          <Button kind="quiet" onClick={() => onOpen('sovereignty')}>
            {t.noteSovereignty}
          </Button>
        )}
      </div>
    </Section>
  )
}
