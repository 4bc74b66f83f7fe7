import { redactables, type Redactable } from '@clairiere/ritual'
import { useMemo, useState } from 'react'
import { useT } from '../i18n/words.tsx'
import { useAllowed } from '../room/use-act.ts'
import { useBoard } from '../room/use-board.ts'
import { useNames } from '../room/use-names.ts'
import { useMine } from '../room/use-roles.ts'
import { useSubmit } from '../room/use-submit.ts'
import { Button } from '../ui/button.tsx'
import { ChoiceGroup } from '../ui/choice-group.tsx'
import { ChoiceRow } from '../ui/choice-row.tsx'
import { ErrorLine } from '../ui/error-line.tsx'
import { SelectField } from '../ui/field.tsx'
import { Sheet } from '../ui/sheet.tsx'

const CHOOSE = 'choose'
const NOBODY = ''
/** Letters of a text by which it is told from the others. */
const EXCERPT = 120

/** Taking something personal out of sealed minutes, at the person's request [§2.7, V8]: the scribe's, with what it does said before. */
export function Redact() {
  const t = useT('minutes').correction
  const { me } = useMine()
  const sealed = useBoard((board) => board.meeting.status === 'sealed')
  const may = useAllowed({ type: 'redact', kind: 'name', id: me }).allowed
  const [open, setOpen] = useState(false)
  if (!sealed || !may) return null
  return (
    <>
      <Button kind="quiet" onClick={() => setOpen(true)}>
        {t.redact}
      </Button>
      <Sheet open={open} onClose={() => setOpen(false)} title={t.redact}>
        <RedactForm onDone={() => setOpen(false)} />
      </Sheet>
    </>
  )
}

/** Whose it is, then which of their words. What stands without a name is looked for together. */
function RedactForm({ onDone }: { onDone: () => void }) {
  const t = useT('minutes').correction
  const names = useNames()
  const form = useSubmit()
  const board = useBoard((current) => current)
  const all = useMemo(() => redactables(board), [board])
  const [whose, setWhose] = useState<string | null>(null)
  const [chosen, setChosen] = useState<string | null>(null)
  const ofNobody = all.some(({ personId }) => personId === undefined || !board.people[personId])
  const isTheirs = ({ personId }: Redactable) => (personId !== undefined && board.people[personId] ? personId : NOBODY) === whose
  const theirs = whose === null ? [] : all.filter(isTheirs)
  const redact = async () => {
    const found = theirs.find((each) => keyOf(each) === chosen)
    if (!found) return form.say(t.redactNothing)
    if (await form.submit({ type: 'redact', kind: found.kind, id: found.id })) onDone()
  }
  return (
    <div className="flex flex-col gap-4 pb-2">
      <p>{t.redactText}</p>
      <SelectField
        label={t.redactWhose}
        value={whose === null ? CHOOSE : whose}
        onChange={(next) => {
          setWhose(next === CHOOSE ? null : next)
          setChosen(null)
        }}
        options={[
          { value: CHOOSE, label: '…' },
          ...names.sorted.map(({ id }) => ({ value: id, label: names.full(id) })),
          ...(ofNobody ? [{ value: NOBODY, label: t.redactNobody }] : []),
        ]}
      />
      {theirs.length > 0 && (
        <ChoiceGroup<string> label={t.redactWhat} value={chosen} onChange={setChosen}>
          {theirs.map((each) => (
            <ChoiceRow
              key={keyOf(each)}
              value={keyOf(each)}
              label={t.redactedKinds[each.kind]}
              second={each.text.length > EXCERPT ? `${each.text.slice(0, EXCERPT)}…` : each.text}
            />
          ))}
        </ChoiceGroup>
      )}
      {form.fault && <ErrorLine>{form.fault}</ErrorLine>}
      <Button disabled={form.busy} onClick={() => void redact()} className="self-start">
        {t.redactAct}
      </Button>
    </div>
  )
}

const keyOf = ({ kind, id }: Redactable): string => `${kind} ${id}`
