import type { Id, Item } from '@clairiere/ritual'
import { useState } from 'react'
import { useT } from '../i18n/words.tsx'
import { ActButton } from '../room/act-button.tsx'
import { useRoom } from '../room/room.tsx'
import { useBoard } from '../room/use-board.ts'
import { useLabels } from '../room/use-labels.ts'
import { useNames } from '../room/use-names.ts'
import { useSubmit } from '../room/use-submit.ts'
import { useWordMap } from '../room/use-word-map.ts'
import { useWords } from '../room/use-words.ts'
import { Button, type ButtonKind } from '../ui/button.tsx'
import { LongField } from '../ui/field.tsx'
import { useDraft } from '../ui/use-draft.ts'
import { stillAwaited } from './advice-panel.tsx'
import { CloseMissing } from './close-missing.tsx'
import { useGive, useMissing } from './missing.ts'
import { useSayDay, useToday } from '../room/days.ts'
import { FormSheet } from '../room/form-sheet.tsx'

/** Kinds whose remaining disagreement is asked for: seen, and free to stay empty [B15]. */
const asksDebate: readonly Item['kind'][] = ['decision', 'concertation', 'tension']

/** « Clore le point »: the next step is asked, what is missing is said, what was typed stays. A button and its sheet; the frame gives it its place. */
export function ItemClose({ itemId, kind = 'act', className }: { itemId: Id; kind?: ButtonKind; className?: string }) {
  const t = useT('agenda').close
  const item = useBoard((board) => board.items[itemId])
  const [open, setOpen] = useState(false)
  if (!item) return null
  return (
    <>
      <Button kind={kind} onClick={() => setOpen(true)} {...(className === undefined ? {} : { className })}>
        {t.verb}
      </Button>
      {open && <CloseSheet item={item} onClose={() => setOpen(false)} />}
    </>
  )
}

function CloseSheet({ item, onClose }: { item: Item; onClose: () => void }) {
  const t = useT('agenda').close
  const labels = useLabels().agenda.kinds[item.kind]
  const { identity } = useRoom()
  const [next, setNext] = useDraft(`${identity.meetingId}.next.${item.id}`, item.nextStep ?? '')
  const [debated, setDebated] = useDraft(`${identity.meetingId}.debated.${item.id}`)
  const disagreements = useWordMap('disagreements', 'disagreements')
  const form = useSubmit()
  const missing = useMissing(item, useWords(), next)
  const [owed, setOwed] = useDraft(`${identity.meetingId}.owed.${item.id}`)
  const given = useGive(item)
  /** What was written where something was missing is given first: « Clore » pressed at once closes with it. False: it was not taken. */
  const giveOwed = async (): Promise<boolean> => {
    form.say('')
    const text = owed.trim()
    if (missing?.gives === undefined || text === '') return true
    if (!(await given.give(missing.gives, text))) return false
    setOwed('')
    return true
  }
  const send = async () => {
    if (!(await giveOwed())) return
    const step = next.trim() === '' ? {} : { nextStep: next.trim() }
    if (!(await form.submit({ type: 'close-item', itemId: item.id, ...step }))) return
    // After the item is closed: a refusal must not leave a disagreement twice.
    if (debated.trim() !== '') disagreements.add({ subject: item.title, shared: '', debated: debated.trim(), next: '', itemId: item.id })
    setNext('')
    setDebated('')
    onClose()
  }
  return (
    <FormSheet open onClose={onClose} title={t.title} act={t.verb} form={form} onSend={() => void send()}>
      <p className="text-ink2">{t.what(item.title, labels.output)}</p>
      {missing && (
        <CloseMissing
          sentence={missing.sentence}
          line={missing.gives && { text: owed, change: setOwed, form: given.form, give: () => void giveOwed() }}
        />
      )}
      <Missing item={item} />
      <LongField label={t.next} hint={t.nextHint} value={next} onChange={setNext} maxLength={1000} />
      {asksDebate.includes(item.kind) && disagreements.mayWrite && (
        <LongField label={t.debate} hint={t.debateHint} value={debated} onChange={setDebated} maxLength={1000} />
      )}
      <ActButton act={{ type: 'postpone-item', itemId: item.id }} kind="quiet" className="self-start" onDone={onClose}>
        {t.later}
      </ActButton>
    </FormSheet>
  )
}

/** Said before closing: parties that have not advised, with their date [AC-11]; a feedback without an answer [AC-08]. */
function Missing({ item }: { item: Item }) {
  const t = useT('agenda')
  const names = useNames()
  const sayDay = useSayDay()
  const today = useToday()
  const request = useBoard((board) => board.advice[item.id])
  const feedback = useBoard((board) => board.feedbacks[item.id])
  const people = useBoard((board) => board.people)
  const awaited = request && !request.outcome ? stillAwaited(request) : []
  if (awaited.length > 0) {
    const said = awaited.map(({ target, expectedBy }) => {
      const name = people[target] ? names.full(target) : names.org(target)
      return expectedBy === undefined ? name : t.advice.byDay(name, sayDay(expectedBy))
    })
    return <p className="font-strong">{t.close.missingAdvice(said.join(', '))}</p>
  }
  if (item.kind === 'feedback' && feedback && !feedback.answer && feedback.noAnswerOn === undefined)
    return (
      <div className="flex flex-col items-start gap-1">
        <p className="font-strong">{t.close.noAnswer}</p>
        <ActButton act={{ type: 'close-feedback', itemId: item.id, noAnswerOn: today }} kind="link">
          {t.feedback.noAnswer}
        </ActButton>
      </div>
    )
  return null
}
