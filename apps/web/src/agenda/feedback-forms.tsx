import type { ActInput, Feedback, Item, OrgId } from '@clairiere/ritual'
import { useMemo, useState } from 'react'
import { useT } from '../i18n/words.tsx'
import { useRoom } from '../room/room.tsx'
import { useBoard } from '../room/use-board.ts'
import { useLabels } from '../room/use-labels.ts'
import { useNames } from '../room/use-names.ts'
import { useSubmit } from '../room/use-submit.ts'
import { Field, LongField, SelectField } from '../ui/field.tsx'
import { useDraft } from '../ui/use-draft.ts'
import { useToday } from '../room/days.ts'
import { FormSheet } from '../room/form-sheet.tsx'
import { feedbackSubjects, sayFeedbackSubject, type FeedbackSubject } from './feedback-subject.ts'

/** In the order they are said. */
export const feedbackFields = ['observation', 'effect', 'need', 'request'] as const

/** The four sentences, together or one by one, as they are said [A7]. */
export function StateFeedbackSheet({ item, feedback, onClose }: { item: Item; feedback: Feedback | undefined; onClose: () => void }) {
  const t = useT('agenda')
  const labels = useLabels().deciding.feedbackFields
  const { identity } = useRoom()
  const key = `${identity.meetingId}.feedback.${item.id}`
  const texts = {
    observation: useDraft(`${key}.observation`, feedback?.observation ?? ''),
    effect: useDraft(`${key}.effect`, feedback?.effect ?? ''),
    need: useDraft(`${key}.need`, feedback?.need ?? ''),
    request: useDraft(`${key}.request`, feedback?.request ?? ''),
  }
  const subject = useSubject(item, feedback)
  const form = useSubmit()
  const send = async () => {
    const said = feedbackFields.flatMap((field) => (texts[field][0].trim() === '' ? [] : [[field, texts[field][0].trim()] as const]))
    if (said.length === 0) return form.say(t.items.unwritten.feedback)
    const { about } = subject
    if (about === undefined) return form.say(t.feedback.aboutMissing)
    if (!(await form.submit({ type: 'state-feedback', itemId: item.id, about, ...Object.fromEntries(said) }))) return
    for (const field of feedbackFields) texts[field][1]('')
    subject.forget()
    onClose()
  }
  return (
    <FormSheet open onClose={onClose} title={t.feedback.title} act={t.save} form={form} onSend={() => void send()}>
      <SelectField label={t.feedback.about} value={subject.chosen} onChange={subject.choose} options={subject.options} />
      {subject.inWords && <Field label={t.feedback.aboutWhich} value={subject.words} onChange={subject.write} maxLength={300} />}
      {feedbackFields.map((field) => (
        <LongField
          key={field}
          label={labels[field].label}
          hint={labels[field].hint}
          value={texts[field][0]}
          onChange={texts[field][1]}
          maxLength={1000}
        />
      ))}
    </FormSheet>
  )
}

/** Which action or decision: one that is known, by its reference, or another in a few words [A6]. */
function useSubject(item: Item, feedback: Feedback | undefined) {
  const t = useT('agenda').feedback
  const { identity } = useRoom()
  const decisions = useBoard((board) => board.decisions)
  const transmissions = useBoard((board) => board.transmissions)
  const actions = useBoard((board) => board.actions)
  const known = useMemo(() => feedbackSubjects({ decisions, transmissions, actions }), [decisions, transmissions, actions])
  const said = feedback?.about
  const key = `${identity.meetingId}.feedback.${item.id}`
  const [chosen, choose] = useDraft(`${key}.about`, said?.ref ?? said?.kind ?? '')
  const [words, write] = useDraft(`${key}.about-words`, said !== undefined && said.ref === undefined ? said.text : '')
  const inWords = chosen === 'action' || chosen === 'decision'
  const text = words.trim()
  const about: FeedbackSubject | undefined = inWords
    ? text === ''
      ? undefined
      : { kind: chosen, text }
    : (known.find(({ ref }) => ref === chosen) ?? (said !== undefined && said.ref === chosen ? said : undefined))
  const options = [
    { value: '', label: t.aboutChoose },
    ...known.map((subject) => ({ value: subject.ref ?? '', label: sayFeedbackSubject(subject) })),
    { value: 'action', label: t.aboutOther.action },
    { value: 'decision', label: t.aboutOther.decision },
  ]
  const forget = (): void => {
    choose('')
    write('')
  }
  return { about, chosen, choose, words, write, inWords, options, forget }
}

/** A sheet of one long text that makes one act, its draft kept on this device. */
function TextSheet({
  draft,
  start = '',
  title,
  label,
  act,
  missing,
  max,
  onClose,
  make,
}: {
  draft: string
  start?: string
  title: string
  label: string
  act: string
  /** Said where nothing was written. */
  missing: string
  max: number
  onClose: () => void
  make: (text: string) => ActInput
}) {
  const { identity } = useRoom()
  const [text, setText] = useDraft(`${identity.meetingId}.${draft}`, start)
  const form = useSubmit()
  const send = async () => {
    if (text.trim() === '') return form.say(missing)
    if (!(await form.submit(make(text.trim())))) return
    setText('')
    onClose()
  }
  return (
    <FormSheet open onClose={onClose} title={title} act={act} form={form} onSend={() => void send()}>
      <LongField label={label} value={text} onChange={setText} maxLength={max} lines={3} />
    </FormSheet>
  )
}

export function AnswerFeedbackSheet({ item, onClose }: { item: Item; onClose: () => void }) {
  const t = useT('agenda')
  const names = useNames()
  const title = t.feedback.answerOf(item.towards === undefined ? '' : names.org(item.towards))
  return (
    <TextSheet
      draft={`feedback.${item.id}.answer`}
      title={title}
      label={t.awaited.answerFeedback.act}
      act={t.awaited.answerFeedback.act}
      missing={t.items.unwritten.answer}
      max={1000}
      onClose={onClose}
      make={(text) => ({ type: 'answer-feedback', itemId: item.id, text, ...(item.towards === undefined ? {} : { voice: item.towards }) })}
    />
  )
}

export function LearnSheet({ item, feedback, onClose }: { item: Item; feedback: Feedback | undefined; onClose: () => void }) {
  const t = useT('agenda')
  return (
    <TextSheet
      draft={`feedback.${item.id}.learning`}
      start={feedback?.learning ?? ''}
      title={t.feedback.learning}
      label={t.feedback.learningLabel}
      act={t.save}
      missing={t.items.unwritten.learning}
      max={1000}
      onClose={onClose}
      make={(text) => ({ type: 'learn-from-feedback', itemId: item.id, text })}
    />
  )
}

export function SovereigntySheet({ item, org, onClose }: { item: Item; org: OrgId; onClose: () => void }) {
  const t = useT('agenda')
  const names = useNames()
  return (
    <TextSheet
      draft={`feedback.${item.id}.sovereignty`}
      title={t.feedback.sovereignty}
      label={t.feedback.sovereigntyLabel(names.org(org))}
      act={t.save}
      missing={t.items.unwritten.sovereignty}
      max={500}
      onClose={onClose}
      make={(text) => ({ type: 'set-sovereignty', org, text, itemId: item.id })}
    />
  )
}

/** « Sans réponse », with its date: a feedback never ends in silence [AC-08]. */
export function NoAnswerSheet({ item, onClose }: { item: Item; onClose: () => void }) {
  const t = useT('agenda')
  const today = useToday()
  const [on, setOn] = useState(today)
  const form = useSubmit()
  const send = async () => {
    if (on === '') return form.say(t.dateMissing)
    if (await form.submit({ type: 'close-feedback', itemId: item.id, noAnswerOn: on })) onClose()
  }
  return (
    <FormSheet open onClose={onClose} title={t.feedback.noAnswer} act={t.feedback.noAnswer} form={form} onSend={() => void send()}>
      <Field label={t.feedback.noAnswerDate} type="date" value={on} onChange={setOn} />
    </FormSheet>
  )
}
