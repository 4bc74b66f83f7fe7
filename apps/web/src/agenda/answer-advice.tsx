import { adviceAnswers, type AdviceGiven, type Id } from '@clairiere/ritual'
import { useState } from 'react'
import { useT } from '../i18n/words.tsx'
import { useLabels } from '../room/use-labels.ts'
import { useSubmit } from '../room/use-submit.ts'
import { Button } from '../ui/button.tsx'
import { ChoiceGroup } from '../ui/choice-group.tsx'
import { ChoiceSegment } from '../ui/choice-tile.tsx'
import { ErrorLine } from '../ui/error-line.tsx'
import { LongField } from '../ui/field.tsx'
import { focusFirst } from '../ui/in-place.ts'

/** The decider gives back to who advised: kept, in part, or not, and why. */
export function AnswerAdvice({ itemId, given, onDone }: { itemId: Id; given: AdviceGiven; onDone: () => void }) {
  const t = useT('agenda')
  const labels = useLabels().deciding.adviceAnswers
  const [answer, setAnswer] = useState(given.answer ?? 'kept')
  const [why, setWhy] = useState(given.why ?? '')
  const form = useSubmit()
  const send = async () => {
    const said = why.trim() === '' ? {} : { why: why.trim() }
    if (await form.submit({ type: 'answer-advice', itemId, adviceId: given.id, answer, ...said })) onDone()
  }
  return (
    <div ref={focusFirst} className="mt-2 flex animate-appear flex-col gap-3">
      <ChoiceGroup label={t.advice.keep} layout="segments" value={answer} onChange={setAnswer}>
        {adviceAnswers.map((each) => (
          <ChoiceSegment key={each} value={each} label={labels[each]} />
        ))}
      </ChoiceGroup>
      <LongField label={t.advice.why} value={why} onChange={setWhy} maxLength={500} />
      {form.fault && <ErrorLine>{form.fault}</ErrorLine>}
      <Button disabled={form.busy} onClick={() => void send()} className="self-start">
        {t.answer}
      </Button>
    </div>
  )
}
