import { addDays, reviewVerdicts, type DecisionReview, type ReviewVerdict } from '@clairiere/ritual'
import { useState } from 'react'
import { useT } from '../i18n/words.tsx'
import { useToday } from '../room/days.ts'
import { useRoom } from '../room/room.tsx'
import { useLabels } from '../room/use-labels.ts'
import { FormSheet } from '../room/form-sheet.tsx'
import { useSubmit } from '../room/use-submit.ts'
import { ChoiceGroup } from '../ui/choice-group.tsx'
import { ChoiceRow } from '../ui/choice-row.tsx'
import { Field, LongField } from '../ui/field.tsx'
import { useDraft } from '../ui/use-draft.ts'

const HALF_YEAR = 182
type Answer = ReviewVerdict | 'later'

/** The three questions asked of a decision brought back [G5], written by facilitation or scribe with the group's words. */
export function ReviewForm({ review, onClose }: { review: DecisionReview; onClose: () => void }) {
  const t = useT('followUp').reviews
  const labels = useLabels().followUp.reviewVerdicts
  const { identity } = useRoom()
  const today = useToday()
  const key = `${identity.meetingId}.review.${review.id}`
  const [helped, setHelped] = useDraft(`${key}.helped`, review.helped ?? '')
  const [hindered, setHindered] = useDraft(`${key}.hindered`, review.hindered ?? '')
  const [answer, setAnswer] = useState<Answer | null>(review.verdict ?? (review.nextOn === undefined ? null : 'later'))
  const [nextOn, setNextOn] = useState(review.nextOn ?? addDays(today, HALF_YEAR))
  const form = useSubmit()
  const answers: readonly Answer[] = review.verdict === undefined ? [...reviewVerdicts, 'later'] : reviewVerdicts
  const asksDay = answer === 'keep' || answer === 'later'
  const save = async () => {
    if (answer === null) return form.say(t.verdictMissing)
    const taken = await form.submit({
      type: 'review-decision',
      reviewId: review.id,
      helped: helped.trim(),
      hindered: hindered.trim(),
      ...(answer === 'later' ? {} : { verdict: answer }),
      ...(asksDay ? { nextOn } : {}),
    })
    if (!taken) return
    setHelped('')
    setHindered('')
    onClose()
  }
  return (
    <FormSheet open onClose={onClose} title={review.title} act={t.save} form={form} onSend={() => void save()}>
      <LongField label={t.helped} value={helped} onChange={setHelped} maxLength={1000} />
      <LongField label={t.hindered} value={hindered} onChange={setHindered} maxLength={1000} />
      <ChoiceGroup<Answer> label={t.now} value={answer} onChange={setAnswer}>
        {answers.map((one) => (
          <ChoiceRow
            key={one}
            value={one}
            label={one === 'later' ? t.later : labels[one].label}
            second={one === 'later' ? t.laterHint : labels[one].hint}
          />
        ))}
      </ChoiceGroup>
      {asksDay && <Field type="date" label={t.nextOn} value={nextOn} min={addDays(today, 1)} onChange={setNextOn} />}
    </FormSheet>
  )
}
