import type { Decision, Reaction } from '@clairiere/ritual'
import { useT } from '../i18n/words.tsx'
import { useAllowed } from '../room/use-act.ts'
import { useBoard } from '../room/use-board.ts'
import { useSubmit } from '../room/use-submit.ts'
import { Line, Lines, Section } from '../ui/band.tsx'
import { Button } from '../ui/button.tsx'
import { ErrorLine } from '../ui/error-line.tsx'
import { LongField } from '../ui/field.tsx'
import { useDraft } from '../ui/use-draft.ts'
import { lateReactionsOf } from './late-news.ts'
import { useAuthor } from './said.tsx'

/** Objections that came after the round of an adopted decision, each with the carrier's answer or the place to give it, also after the meeting [§4.5]. */
export function LateReactions({ decision }: { decision: Decision }) {
  const t = useT('decisions').lateNews
  const author = useAuthor()
  const late = lateReactionsOf(
    useBoard((board) => board.reactions),
    decision.id,
  )
  if (late.length === 0) return null
  return (
    <Section title={t.title}>
      <Lines label={t.title}>
        {late.map((reaction) => (
          <Line key={reaction.id} about={reaction.id} title={author.name(reaction)} second={author.voice(reaction)}>
            <p className="whitespace-pre-wrap">{reaction.text}</p>
            {reaction.answer === undefined ? (
              <Answer reaction={reaction} />
            ) : (
              <p className="pt-2 text-ink2">{t.answered(reaction.answer)}</p>
            )}
          </Line>
        ))}
      </Lines>
    </Section>
  )
}

function Answer({ reaction }: { reaction: Reaction }) {
  const t = useT('decisions').lateNews
  const may = useAllowed({ type: 'answer-reaction', reactionId: reaction.id, text: '…' }).allowed
  const [text, setText] = useDraft(`late-answer/${reaction.id}`)
  const form = useSubmit()
  if (!may) return <p className="pt-2 text-second text-ink2">{t.carrierAnswers}</p>
  const answer = async () => {
    if (!text.trim()) return form.say(t.textMissing)
    if (await form.submit({ type: 'answer-reaction', reactionId: reaction.id, text: text.trim() })) setText('')
  }
  return (
    <div className="flex flex-col gap-2 pt-2">
      <LongField label={t.answerLabel} value={text} onChange={setText} maxLength={1000} />
      {form.fault && <ErrorLine>{form.fault}</ErrorLine>}
      <Button disabled={form.busy} onClick={() => void answer()} className="self-start">
        {t.answer}
      </Button>
    </div>
  )
}

/** The same on the decision's own page, which knows it by id or by reference. */
export function LateReactionsOf({ named }: { named: string }) {
  const decision = useBoard((board) => Object.values(board.decisions).find(({ id, ref }) => id === named || ref === named))
  return decision ? <LateReactions decision={decision} /> : null
}
