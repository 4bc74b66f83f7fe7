import type { Id } from '@clairiere/ritual'
import { useState } from 'react'
import { useT } from '../i18n/words.tsx'
import { useRoom } from '../room/room.tsx'
import { useNames } from '../room/use-names.ts'
import { useMine } from '../room/use-roles.ts'
import { useSubmit } from '../room/use-submit.ts'
import { Button } from '../ui/button.tsx'
import { ErrorLine } from '../ui/error-line.tsx'
import { Field, LongField, SelectField } from '../ui/field.tsx'
import { focusFirst } from '../ui/in-place.ts'
import { useDraft } from '../ui/use-draft.ts'
import { useToday } from './days.ts'

const NOBODY = ''

/** What, who and by when in one gesture. Oneself has accepted by saying so; anyone else is asked [C5]. */
export function CreateAction({ itemId, decisionId, onDone }: { itemId: Id; decisionId?: Id | undefined; onDone: () => void }) {
  const t = useT('agenda')
  const names = useNames()
  const { me } = useMine()
  const { identity } = useRoom()
  const today = useToday()
  const [title, setTitle] = useDraft(`${identity.meetingId}.action.${itemId}`)
  const [taker, setTaker] = useState(me)
  const [due, setDue] = useState('')
  const form = useSubmit()
  const create = async () => {
    const what = title.trim().replaceAll(/\s+/g, ' ')
    if (what === '') return form.say(t.actions.whatMissing)
    const more = { ...(due === '' ? {} : { due }), ...(decisionId === undefined ? {} : { decisionId }) }
    if (!(await form.submit({ type: 'create-action', title: what, takers: taker === NOBODY ? [] : [taker], itemId, ...more }))) return
    setTitle('')
    onDone()
  }
  return (
    <div ref={focusFirst} className="flex animate-appear flex-col gap-4 py-4">
      <LongField label={t.actions.what} value={title} onChange={setTitle} maxLength={300} lines={1} />
      <div className="grid grid-cols-[repeat(auto-fit,minmax(9rem,1fr))] gap-4">
        <SelectField
          label={t.actions.who}
          value={taker}
          onChange={setTaker}
          options={[
            { value: me, label: t.actions.meTake },
            { value: NOBODY, label: t.actions.nobody },
            ...names.sorted.filter(({ id }) => id !== me).map(({ id }) => ({ value: id, label: names.full(id) })),
          ]}
        />
        <Field label={t.actions.when} type="date" min={today} value={due} onChange={setDue} />
      </div>
      {form.fault && <ErrorLine>{form.fault}</ErrorLine>}
      <div className="flex flex-wrap items-center gap-x-5">
        <Button disabled={form.busy} onClick={() => void create()}>
          {t.actions.add}
        </Button>
        <Button kind="quiet" onClick={onDone}>
          {t.words.leave}
        </Button>
      </div>
    </div>
  )
}
