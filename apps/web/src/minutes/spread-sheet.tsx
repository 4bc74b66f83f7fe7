import { audiences, freeLicences, type Meeting } from '@clairiere/ritual'
import { useState } from 'react'
import { useT } from '../i18n/words.tsx'
import { useBoard } from '../room/use-board.ts'
import { FormSheet } from '../room/form-sheet.tsx'
import { useSubmit } from '../room/use-submit.ts'
import { ChoiceGroup } from '../ui/choice-group.tsx'
import { ChoiceRow } from '../ui/choice-row.tsx'
import { Field, SelectField } from '../ui/field.tsx'

const OTHER = ''

/** Chooses the audience and the licence; only what was changed is sent. */
export function SpreadSheet({ onClose }: { onClose: () => void }) {
  const t = useT('minutes').spread
  const meeting = useBoard((board) => board.meeting)
  const [audience, setAudience] = useState<Meeting['audience']>(meeting.audience)
  const isKnown = freeLicences.some((name) => name === meeting.licence)
  const [chosen, setChosen] = useState(isKnown ? meeting.licence : OTHER)
  const [other, setOther] = useState(isKnown ? '' : meeting.licence)
  const form = useSubmit()
  const save = async () => {
    const licence = (chosen === OTHER ? other : chosen).trim()
    if (licence === '') return form.say(t.licenceMissing)
    if (audience !== meeting.audience && !(await form.submit({ type: 'set-audience', audience }))) return
    if (licence !== meeting.licence && !(await form.submit({ type: 'set-licence', licence }))) return
    onClose()
  }
  return (
    <FormSheet open onClose={onClose} title={t.title} act={t.save} form={form} onSend={() => void save()}>
      <p className="text-ink2">{t.until}</p>
      <ChoiceGroup<Meeting['audience']> label={t.audience} value={audience} onChange={setAudience}>
        {audiences.map((one) => (
          <ChoiceRow key={one} value={one} label={t.audiences[one].label} second={t.audiences[one].hint} />
        ))}
      </ChoiceGroup>
      <SelectField
        label={t.licence}
        hint={t.licenceHint}
        value={chosen}
        onChange={setChosen}
        options={[...freeLicences.map((name) => ({ value: name, label: name })), { value: OTHER, label: t.other }]}
      />
      {chosen === OTHER && <Field label={t.otherLicence} value={other} onChange={setOther} maxLength={80} />}
    </FormSheet>
  )
}
