import { type RoundKind, type RoundMode, roundModes } from '@clairiere/ritual'
import { useState } from 'react'
import { useT } from '../i18n/words.tsx'
import { useBoard } from '../room/use-board.ts'
import { useNames } from '../room/use-names.ts'
import { usePrompts } from '../room/use-prompts.ts'
import { useSubmit } from '../room/use-submit.ts'
import { Button } from '../ui/button.tsx'
import { ChoiceGroup } from '../ui/choice-group.tsx'
import { ChoiceRow } from '../ui/choice-row.tsx'
import { ErrorLine } from '../ui/error-line.tsx'
import { SelectField } from '../ui/field.tsx'
import { Sheet } from '../ui/sheet.tsx'

/** A round held otherwise: in turn from somebody on, whoever wants, or all in writing. A newcomer is not proposed to begin [B24]. */
export function RoundForm({ kind, onClose }: { kind: RoundKind; onClose: () => void }) {
  const t = useT('live').leads
  const prompt = usePrompts()(kind)
  const names = useNames()
  const people = useBoard((board) => board.people)
  const { submit, busy, fault } = useSubmit()
  const [mode, setMode] = useState<RoundMode>('circle')
  const [first, setFirst] = useState('')
  const starters = names.sorted.filter(({ id, newcomer }) => people[id]?.presence === 'present' && !newcomer)
  const start = async () => {
    const order = mode === 'circle' && first !== '' ? { order: [first] } : {}
    if (await submit({ type: 'start-round', kind, mode, prompt, ...order })) onClose()
  }
  return (
    <Sheet
      open
      onClose={onClose}
      title={t.roundForm}
      foot={
        <Button kind="act" wide disabled={busy} onClick={() => void start()}>
          {t.startWeather}
        </Button>
      }
    >
      <div className="flex flex-col gap-5">
        <ChoiceGroup<RoundMode> label={t.roundForm} labelHidden value={mode} onChange={setMode}>
          {roundModes.map((id) => (
            <ChoiceRow key={id} value={id} label={t.modes[id].label} second={t.modes[id].hint} />
          ))}
        </ChoiceGroup>
        {mode === 'circle' && (
          <SelectField
            label={t.whoBegins}
            hint={t.whoBeginsHint}
            value={first}
            onChange={setFirst}
            options={[{ value: '', label: t.turnsByItself }, ...starters.map(({ id, name }) => ({ value: id, label: name }))]}
          />
        )}
        {fault && <ErrorLine>{fault}</ErrorLine>}
      </div>
    </Sheet>
  )
}
