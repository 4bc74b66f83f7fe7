import type { WeatherId } from '@clairiere/ritual'
import { useState } from 'react'
import { useT } from '../i18n/words.tsx'
import { FormSheet } from '../room/form-sheet.tsx'
import { useRoom } from '../room/room.tsx'
import { useConfidences } from '../room/use-board.ts'
import { useLabels } from '../room/use-labels.ts'
import { useSubmit } from '../room/use-submit.ts'
import { Field } from '../ui/field.tsx'
import { NumberChoice } from '../ui/number-choice.tsx'
import { useDraft } from '../ui/use-draft.ts'

const capital = (text: string): string => `${text.charAt(0).toLocaleUpperCase()}${text.slice(1)}`

/** Beside the weather, for who finds them easier or has more to say: the energy one has, and what one needs [§2.3]. Read by the circle, as the word is. */
export function MoreWeather({ value, onClose }: { value: WeatherId; onClose: () => void }) {
  const t = useT('weather')
  const more = useT('weatherMore')
  const mood = useLabels().mood
  const { identity } = useRoom()
  const said = useConfidences('weather').find((view) => view.personId === identity.personId)?.payload
  const [need, setNeed] = useDraft(`${identity.meetingId}.weather-need.${identity.personId}`, said?.need ?? '')
  const [energy, setEnergy] = useState<number | null>(said?.energy ?? null)
  const form = useSubmit()
  const send = async () => {
    const needed = need.trim()
    const given = {
      ...(said?.words !== undefined && { words: said.words }),
      ...(needed !== '' && { need: needed }),
      ...(energy !== null && { energy: energy as 1 | 2 | 3 | 4 | 5 }),
    }
    if (!(await form.submit({ type: 'give-weather', value, ...given }))) return
    setNeed('')
    onClose()
  }
  return (
    <FormSheet open onClose={onClose} title={more.title} act={more.say} form={form} onSend={() => void send()}>
      <NumberChoice label={capital(mood.energy)} value={energy} onChange={setEnergy} sentences={more.energies} />
      <Field label={capital(mood.need)} value={need} onChange={setNeed} maxLength={280} enterKeyHint="done" seenBy={t.skySeenBy} />
    </FormSheet>
  )
}
