import type { Id } from '@clairiere/ritual'
import { useState } from 'react'
import { useT } from '../i18n/words.tsx'
import { LoadNote } from '../room/load-note.tsx'
import { useRoom } from '../room/room.tsx'
import { useBoard } from '../room/use-board.ts'
import { useNames } from '../room/use-names.ts'
import { useMine } from '../room/use-roles.ts'
import { useSubmit } from '../room/use-submit.ts'
import { Button } from '../ui/button.tsx'
import { Check } from '../ui/check.tsx'
import { ErrorLine } from '../ui/error-line.tsx'
import { Field, LongField, SelectField } from '../ui/field.tsx'
import { focusFirst } from '../ui/in-place.ts'
import { useDraft } from '../ui/use-draft.ts'
import { useToday } from '../room/days.ts'

const NOBODY = ''
/** Somebody who is not of this meeting, called by name. */
const ABSENT = 'absent'

/** What, who and by when in one gesture. Oneself has accepted by saying so; anyone else is asked [C5]. */
export function CreateAction({ itemId, decisionId, onDone }: { itemId: Id; decisionId?: Id | undefined; onDone: () => void }) {
  const t = useT('agenda')
  const names = useNames()
  const { me } = useMine()
  const { identity } = useRoom()
  const today = useToday()
  const [title, setTitle] = useDraft(`${identity.meetingId}.action.${itemId}`)
  const [taker, setTaker] = useState(me)
  const [others, setOthers] = useState<readonly string[]>([])
  const [absent, setAbsent] = useState('')
  const [shared, setShared] = useState(false)
  const [commons, setCommons] = useState('')
  const [spends, setSpends] = useState(false)
  const [due, setDue] = useState('')
  const [chosenOrg, setForOrg] = useState<string | null>(null)
  const people = useBoard((board) => board.people)
  const organisations = useBoard((board) => board.organisations)
  // For the structure its taker speaks for, unless another one is named.
  const forOrg = chosenOrg ?? people[taker]?.voices[0]?.org ?? NOBODY
  const everyone = [
    { value: me, label: t.actions.meTake },
    ...names.sorted.filter(({ id }) => id !== me).map(({ id }) => ({ value: id, label: names.full(id) })),
  ]
  const form = useSubmit()
  const create = async () => {
    const what = title.trim().replaceAll(/\s+/g, ' ')
    if (what === '') return form.say(t.actions.whatMissing)
    const name = absent.trim().replaceAll(/\s+/g, ' ')
    if (taker === ABSENT && name === '') return form.say(t.actions.absentMissing)
    const takers = [...new Set([taker, ...others])].filter((id) => id !== NOBODY && id !== ABSENT)
    const more = {
      ...(due === '' ? {} : { due }),
      ...(decisionId === undefined ? {} : { decisionId }),
      ...(taker === ABSENT ? { absent: [name] } : {}),
      ...(spends && decisionId !== undefined ? { spends } : {}),
      ...(shared ? { commons: commons.trim() || t.actions.commonsPlain } : {}),
    }
    if (!(await form.submit({ type: 'create-action', title: what, takers, forOrg: forOrg === NOBODY ? null : forOrg, itemId, ...more })))
      return
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
            ...everyone.slice(1),
            { value: ABSENT, label: t.actions.absent },
          ]}
        />
        {taker === ABSENT && <Field label={t.actions.absentName} value={absent} onChange={setAbsent} maxLength={80} />}
        <Field label={t.actions.when} type="date" min={today} value={due} onChange={setDue} />
        {others.map((other, index) => (
          <SelectField
            key={index}
            label={t.actions.with}
            value={other}
            onChange={(id) => setOthers(others.with(index, id))}
            options={[{ value: NOBODY, label: t.actions.choose }, ...everyone.filter(({ value }) => value !== taker)]}
          />
        ))}
        {/* Names of structures are long: on a phone the whole width. */}
        <div className="max-tablet:col-span-full">
          <SelectField
            label={t.actions.forOrg}
            value={forOrg}
            onChange={setForOrg}
            options={[
              { value: NOBODY, label: t.actions.noOrg },
              ...Object.values(organisations).map(({ id }) => ({ value: id, label: names.org(id) })),
            ]}
          />
        </div>
      </div>
      {taker !== NOBODY && !others.includes(NOBODY) && (
        <Button kind="link" className="self-start" onClick={() => setOthers([...others, NOBODY])}>
          {t.actions.addTaker}
        </Button>
      )}
      {taker === ABSENT && <p className="text-second text-ink2">{t.actions.absentHint}</p>}
      {taker === me && <LoadNote />}
      <Check label={t.actions.commons} checked={shared} onChange={setShared}>
        <Field label={t.actions.licence} hint={t.actions.licenceHint} value={commons} onChange={setCommons} maxLength={200} />
      </Check>
      {decisionId !== undefined && <Check label={t.actions.spends} second={t.actions.spendsHint} checked={spends} onChange={setSpends} />}
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
