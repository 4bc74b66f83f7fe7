import { type Privacy, privacyLevels } from '@clairiere/ritual'
import { useState } from 'react'
import { useT } from '../i18n/words.tsx'
import { useAct } from '../room/use-act.ts'
import { useBoard } from '../room/use-board.ts'
import { useLabels } from '../room/use-labels.ts'
import { Button } from '../ui/button.tsx'
import { SelectField } from '../ui/field.tsx'
import { Sheet } from '../ui/sheet.tsx'

type Field = keyof Privacy
const fields = Object.keys(privacyLevels) as readonly Field[]

/** Every setting with its present level and those that protect more; nothing looser is offered [§2.5-18]. */
export function PrivacySheet({ open, onClose }: { open: boolean; onClose: () => void }) {
  const t = useT('welcome')
  const labels = useLabels().meeting.privacy
  const act = useAct()
  const privacy = useBoard((board) => board.meeting.privacy)
  const [asked, setAsked] = useState<Partial<Record<Field, string>>>({})
  const tighten = async () => {
    const sent = await act({ type: 'set-privacy', ...(asked as Partial<Privacy>) })
    if (!sent.ok && sent.refused !== 'queued') return
    setAsked({})
    onClose()
  }
  const optionsOf = (field: Field) => {
    const levels: readonly string[] = privacyLevels[field]
    const said: Readonly<Record<string, string>> = labels[field]
    const from = levels.indexOf(privacy[field])
    return levels
      .slice(from)
      .map((level, index) => ({ value: level, label: index === 0 ? t.now(said[level] ?? level) : (said[level] ?? level) }))
  }
  const loose = fields.filter((field) => optionsOf(field).length > 1)
  return (
    <Sheet
      open={open}
      onClose={onClose}
      title={t.tighten}
      foot={
        loose.length > 0 && (
          <Button kind="act" wide onClick={() => void tighten()}>
            {t.tightenDo}
          </Button>
        )
      }
    >
      <div className="flex flex-col gap-5">
        <p className="text-ink2">{loose.length > 0 ? t.tightenHint : t.nothingTighter}</p>
        {loose.map((field) => (
          <SelectField
            key={field}
            label={t.fields[field]}
            value={asked[field] ?? privacy[field]}
            onChange={(value) => setAsked({ ...asked, [field]: value })}
            options={optionsOf(field)}
          />
        ))}
      </div>
    </Sheet>
  )
}
