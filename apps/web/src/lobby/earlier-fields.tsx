import { useState } from 'react'
import { useDates, useT } from '../i18n/words.tsx'
import { identities } from '../room/identity.ts'
import { Field, SelectField } from '../ui/field.tsx'
import { FileField } from '../ui/file-field.tsx'
import { earlierFrom } from './new-meeting.ts'
import type { MoreSettings } from './meeting-settings.ts'

const NONE = ''
const LINK = 'link'
const FILE = 'file'

type Props = { previous: MoreSettings['previous']; onChange: (previous: MoreSettings['previous']) => void; readOnly: boolean }

/** Which meeting this one follows: one this device was in, one whose link is known, or the JSON of minutes from anywhere [F8, F11]. */
export function EarlierFields({ previous, onChange, readOnly }: Props) {
  const t = useT('opening').earlier
  const dates = useDates()
  const [known] = useState(identities)
  const [chosen, setChosen] = useState(NONE)
  const [link, setLink] = useState('')
  const choose = (value: string) => {
    if (readOnly) return
    setChosen(value)
    setLink('')
    const here = known.find(({ meetingId, personId }) => value === `${meetingId} ${personId}`)
    onChange(here ? { meetingId: here.meetingId, as: here.personId } : value === NONE ? null : 'unread')
  }
  return (
    <div className="flex flex-col gap-4">
      <SelectField
        label={t.label}
        hint={t.hint}
        value={chosen}
        onChange={choose}
        options={[
          { value: NONE, label: t.none },
          ...known.map(({ meetingId, personId, title, at }) => ({ value: `${meetingId} ${personId}`, label: title || dates.day(at) })),
          { value: LINK, label: t.byLink },
          { value: FILE, label: t.byFile },
        ]}
      />
      {chosen === LINK && (
        <Field
          label={t.link}
          inputMode="url"
          autoCapitalize="off"
          value={link}
          readOnly={readOnly}
          onChange={(text) => {
            setLink(text)
            onChange(earlierFrom(text) ?? 'unread')
          }}
          error={link !== '' && previous === 'unread' ? t.linkCut : undefined}
        />
      )}
      {chosen === FILE && <MinutesFile onChange={onChange} readOnly={readOnly} />}
    </div>
  )
}

function MinutesFile({ onChange, readOnly }: Pick<Props, 'onChange' | 'readOnly'>) {
  const t = useT('opening').earlier
  const [name, setName] = useState('')
  const [fault, setFault] = useState(false)
  const read = async (file: File | undefined) => {
    setName(file?.name ?? '')
    const minutes: unknown =
      file === undefined
        ? null
        : await file
            .text()
            .then(JSON.parse)
            .catch(() => null)
    const isObject = typeof minutes === 'object' && minutes !== null
    setFault(file !== undefined && !isObject)
    onChange(isObject ? { minutes } : 'unread')
  }
  return (
    <FileField
      label={t.file}
      verb={t.chooseFile}
      accept=".json,application/json"
      chosen={name}
      disabled={readOnly}
      onChange={(file) => void read(file)}
      error={fault ? t.fileWrong : undefined}
    />
  )
}
