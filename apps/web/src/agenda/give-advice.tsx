import { adviceTitles, type Attribution, type Item } from '@clairiere/ritual'
import { useState } from 'react'
import { useT } from '../i18n/words.tsx'
import { useRoom } from '../room/room.tsx'
import { useBoard, useMe } from '../room/use-board.ts'
import { useLabels } from '../room/use-labels.ts'
import { useSubmit } from '../room/use-submit.ts'
import { useUndo } from '../room/use-undo.ts'
import { AttributionField, useFirstVoice, VoiceField } from '../room/voice-fields.tsx'
import { ChoiceGroup } from '../ui/choice-group.tsx'
import { ChoiceSegment } from '../ui/choice-tile.tsx'
import { LongField } from '../ui/field.tsx'
import { useDraft } from '../ui/use-draft.ts'
import { FormSheet } from '../room/form-sheet.tsx'

/** One's advice: the voice first, then in what capacity, then the words. Starts from what was asked of this person. */
export function GiveAdviceSheet({ item, onClose }: { item: Item; onClose: () => void }) {
  const t = useT('agenda')
  const labels = useLabels().deciding.adviceTitles
  const link = useRoom()
  const { identity } = link
  const undo = useUndo()
  const voices = useMe()?.voices
  const first = useFirstVoice()
  const asked = useBoard((board) => {
    const request = board.advice[item.id]
    return request?.asked.find(
      ({ target }) =>
        (target === identity.personId || voices?.some(({ org }) => org === target)) && !request.given.some(({ voice }) => voice === target),
    )
  })
  const [voice, setVoice] = useState(asked ? (asked.target === identity.personId ? null : asked.target) : first)
  const [as, setAs] = useState<(typeof adviceTitles)[number]>(asked?.as ?? 'free')
  const [attribution, setAttribution] = useState<Attribution>('name-and-voice')
  const [text, setText] = useDraft(`${identity.meetingId}.advice.${item.id}.${identity.personId}`)
  const form = useSubmit()
  const send = async () => {
    if (text.trim() === '') return form.say(t.items.unwritten.advice)
    const id = link.newId()
    if (!(await form.submit({ type: 'give-advice', itemId: item.id, voice, as, text: text.trim(), attribution }, id))) return
    // An entry that hides its author has an id of its own; « Retirer » stands beside it.
    if (attribution === 'name-and-voice') undo(t.items.undo.advice, { type: 'withdraw-entry', kind: 'advice', id })
    setText('')
    onClose()
  }
  return (
    <FormSheet open onClose={onClose} title={t.awaited.giveAdvice.act} act={t.send} form={form} onSend={() => void send()}>
      <VoiceField label={t.voice} value={voice} onChange={setVoice} />
      <ChoiceGroup label={t.advice.as} layout="segments" value={as} onChange={setAs}>
        {adviceTitles.map((each) => (
          <ChoiceSegment key={each} value={each} label={labels[each]} />
        ))}
      </ChoiceGroup>
      <LongField label={t.advice.yours} value={text} onChange={setText} maxLength={1000} lines={3} />
      <AttributionField label={t.attribution} value={attribution} onChange={setAttribution} />
    </FormSheet>
  )
}
