import { addDays, type Attribution, type Broadcast, defaultTemplate, type Item, type Reaction, reactionTypes } from '@clairiere/ritual'
import { useState } from 'react'
import { useT } from '../i18n/words.tsx'
import { useRoom } from '../room/room.tsx'
import { useLabels } from '../room/use-labels.ts'
import { useSubmit } from '../room/use-submit.ts'
import { useUndo } from '../room/use-undo.ts'
import { AttributionField, useFirstVoice, VoiceField } from '../room/voice-fields.tsx'
import { Button } from '../ui/button.tsx'
import { ChoiceGroup } from '../ui/choice-group.tsx'
import { ChoiceCard } from '../ui/choice-tile.tsx'
import { ErrorLine } from '../ui/error-line.tsx'
import { Field, LongField } from '../ui/field.tsx'
import { focusFirst } from '../ui/in-place.ts'
import { useDraft } from '../ui/use-draft.ts'
import { useToday } from '../room/days.ts'
import { FormSheet } from '../room/form-sheet.tsx'
import type { ReactedTo } from './reacted-to.ts'

/** The text, the day it was decided, the last day for reactions; once announced it only moves away [§2.5-21]. */
export function SetBroadcastSheet({ item, broadcast, onClose }: { item: Item; broadcast: Broadcast | undefined; onClose: () => void }) {
  const t = useT('agenda')
  const { identity } = useRoom()
  const today = useToday()
  const [text, setText] = useDraft(`${identity.meetingId}.broadcast.${item.id}`, broadcast?.text ?? '')
  const [decidedOn, setDecidedOn] = useState(broadcast?.decidedOn ?? today)
  const [openUntil, setOpenUntil] = useState(broadcast?.openUntil ?? addDays(today, defaultTemplate.reactionDays))
  const form = useSubmit()
  const send = async () => {
    if (text.trim() === '') return form.say(t.items.unwritten.broadcast)
    if (decidedOn === '') return form.say(t.dateMissing)
    const until = openUntil === '' ? {} : { openUntil }
    if (!(await form.submit({ type: 'set-broadcast', itemId: item.id, text: text.trim(), decidedOn, ...until }))) return
    setText('')
    onClose()
  }
  return (
    <FormSheet open onClose={onClose} title={t.broadcast.text} act={t.save} form={form} onSend={() => void send()}>
      <LongField label={t.broadcast.text} value={text} onChange={setText} maxLength={2000} lines={4} />
      <Field label={t.broadcast.decidedOn} type="date" max={today} value={decidedOn} onChange={setDecidedOn} />
      <Field label={t.broadcast.openUntil} type="date" min={broadcast?.openUntil ?? today} value={openUntil} onChange={setOpenUntil} />
    </FormSheet>
  )
}

/** One typed reaction, with its voice. */
export function ReactSheet({ to, onClose }: { to: ReactedTo; onClose: () => void }) {
  const t = useT('agenda')
  const labels = useLabels().deciding.reactionTypes
  const link = useRoom()
  const { identity } = link
  const undo = useUndo()
  const first = useFirstVoice()
  const [voice, setVoice] = useState(first)
  const [type, setType] = useState<Reaction['type']>('question')
  const [attribution, setAttribution] = useState<Attribution>('name-and-voice')
  const [text, setText] = useDraft(`${identity.meetingId}.react.${'itemId' in to ? to.itemId : to.decisionId}.${identity.personId}`)
  const form = useSubmit()
  const send = async () => {
    if (text.trim() === '') return form.say(t.items.unwritten.reaction)
    const id = link.newId()
    if (!(await form.submit({ type: 'react', ...to, reactionType: type, voice, text: text.trim(), attribution }, id))) return
    // An entry that hides its author has an id of its own; « Retirer » stands beside it.
    if (attribution === 'name-and-voice') undo(t.items.undo.reaction, { type: 'withdraw-entry', kind: 'reaction', id })
    setText('')
    onClose()
  }
  return (
    <FormSheet open onClose={onClose} title={t.awaited.react.act} act={t.send} form={form} onSend={() => void send()}>
      <ChoiceGroup<Reaction['type']> label={t.broadcast.type} layout="pair" value={type} onChange={setType}>
        {reactionTypes.map((each) => (
          <ChoiceCard key={each} value={each} label={labels[each]} />
        ))}
      </ChoiceGroup>
      <LongField label={t.broadcast.yours} value={text} onChange={setText} maxLength={1000} lines={3} />
      <VoiceField label={t.voice} value={voice} onChange={setVoice} />
      <AttributionField label={t.attribution} value={attribution} onChange={setAttribution} />
    </FormSheet>
  )
}

/** The carrier's answer, in its place under the reaction. */
export function AnswerReaction({ reaction, onDone }: { reaction: Reaction; onDone: () => void }) {
  const t = useT('agenda')
  const { identity } = useRoom()
  const [text, setText] = useDraft(`${identity.meetingId}.answer.${reaction.id}`, reaction.answer ?? '')
  const form = useSubmit()
  const send = async () => {
    if (text.trim() === '') return form.say(t.items.unwritten.answer)
    if (!(await form.submit({ type: 'answer-reaction', reactionId: reaction.id, text: text.trim() }))) return
    setText('')
    onDone()
  }
  return (
    <div ref={focusFirst} className="mt-2 flex animate-appear flex-col gap-2">
      <LongField label={t.answerLabel} value={text} onChange={setText} maxLength={1000} />
      {form.fault && <ErrorLine>{form.fault}</ErrorLine>}
      <Button disabled={form.busy} onClick={() => void send()} className="self-start">
        {t.answer}
      </Button>
    </div>
  )
}
