import type { ActInput } from '@clairiere/ritual'
import { useState } from 'react'
import { useT } from '../i18n/words.tsx'
import { useAllowed } from '../room/use-act.ts'
import { useBoard } from '../room/use-board.ts'
import { useNames } from '../room/use-names.ts'
import { useMine } from '../room/use-roles.ts'
import { useSubmit } from '../room/use-submit.ts'
import { Button } from '../ui/button.tsx'
import { ErrorLine } from '../ui/error-line.tsx'
import { SelectField } from '../ui/field.tsx'
import { Sheet } from '../ui/sheet.tsx'

/** Taking something personal out of sealed minutes, at the person's request [V8]: the scribe's, with what it does said before. */
export function Redact() {
  const t = useT('minutes').correction
  const names = useNames()
  const { me } = useMine()
  const form = useSubmit()
  const words = useBoard((board) => board.closing.words)
  const sealed = useBoard((board) => board.meeting.status === 'sealed')
  const may = useAllowed({ type: 'redact', kind: 'name', id: me }).allowed
  const [open, setOpen] = useState(false)
  const [chosen, setChosen] = useState('')
  if (!sealed || !may) return null
  const offered: readonly { value: string; label: string; act: ActInput }[] = [
    ...words.flatMap(({ id, personId }) =>
      personId === undefined
        ? []
        : [
            {
              value: `words ${id}`,
              label: t.redactWords(names.full(personId)),
              act: { type: 'redact', kind: 'closing-words', id } as const,
            },
            {
              value: `author ${id}`,
              label: t.redactAuthor(names.full(personId)),
              act: { type: 'redact', kind: 'closing-name', id } as const,
            },
          ],
    ),
    ...names.sorted.map(({ id }) => ({
      value: `name ${id}`,
      label: t.redactName(names.full(id)),
      act: { type: 'redact', kind: 'name', id } as const,
    })),
  ]
  const redact = async () => {
    const found = offered.find(({ value }) => value === chosen)
    if (!found) return form.say(t.redactNothing)
    if (!(await form.submit(found.act))) return
    setChosen('')
    setOpen(false)
  }
  return (
    <>
      <Button kind="quiet" onClick={() => setOpen(true)}>
        {t.redact}
      </Button>
      <Sheet open={open} onClose={() => setOpen(false)} title={t.redact}>
        <div className="flex flex-col gap-4 pb-2">
          <p>{t.redactText}</p>
          <SelectField
            label={t.redactWhat}
            value={chosen}
            onChange={setChosen}
            options={[{ value: '', label: '…' }, ...offered.map(({ value, label }) => ({ value, label }))]}
          />
          {form.fault && <ErrorLine>{form.fault}</ErrorLine>}
          <Button disabled={form.busy} onClick={() => void redact()} className="self-start">
            {t.redactAct}
          </Button>
        </div>
      </Sheet>
    </>
  )
}
