import type { Organisation, OrgId } from '@clairiere/ritual'
import { useState } from 'react'
import { useT } from '../i18n/words.tsx'
import { useNames } from '../room/use-names.ts'
import { useMine } from '../room/use-roles.ts'
import { Button } from '../ui/button.tsx'
import { Chip } from '../ui/check.tsx'
import { SelectField } from '../ui/field.tsx'
import type { ItemDraft } from './item-draft.ts'

const NOBODY = ''
const toggled = (list: readonly string[], id: string, on: boolean): readonly string[] =>
  on ? [...list, id] : list.filter((other) => other !== id)

/** Who carries: oneself first, the others at a tap, so that a hall of a hundred is not a wall of names. */
export function CarriersField({
  draft,
  onChange,
  mayReplace,
}: {
  draft: ItemDraft
  onChange: (changes: Partial<ItemDraft>) => void
  mayReplace: boolean
}) {
  const t = useT('agenda').form
  const names = useNames()
  const { me } = useMine()
  const [all, setAll] = useState(false)
  const shown = names.sorted.filter(({ id }) => all || id === me || draft.carriers.includes(id))
  return (
    <>
      <fieldset className="flex flex-col gap-2">
        <legend className="mb-2 font-strong">{t.carriers}</legend>
        <div className="flex flex-wrap gap-2">
          {shown.map(({ id }) => (
            <Chip
              key={id}
              label={names.first(id)}
              checked={draft.carriers.includes(id)}
              onChange={(on) => onChange({ carriers: toggled(draft.carriers, id, on) })}
            />
          ))}
          {!all && (
            <Button onClick={() => setAll(true)} className="min-h-11! rounded-full! font-text">
              {t.others}
            </Button>
          )}
        </div>
      </fieldset>
      {mayReplace && (
        <SelectField
          label={t.replacement}
          value={draft.replacement ?? NOBODY}
          onChange={(id) => onChange({ replacement: id === NOBODY ? null : id })}
          options={[{ value: NOBODY, label: t.nobody }, ...names.sorted.map(({ id }) => ({ value: id, label: names.full(id) }))]}
        />
      )}
    </>
  )
}

/** Who takes part in a workshop: everybody who is there, or these [F1]. */
export function ParticipantsField({ draft, onChange }: { draft: ItemDraft; onChange: (changes: Partial<ItemDraft>) => void }) {
  const t = useT('agenda').form
  const names = useNames()
  const { participants } = draft
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-2 font-strong">{t.participants}</legend>
      <div className="flex flex-wrap gap-2">
        <Chip label={t.everyone} checked={participants === null} onChange={(on) => onChange({ participants: on ? null : [] })} />
        {participants !== null &&
          names.sorted.map(({ id }) => (
            <Chip
              key={id}
              label={names.first(id)}
              checked={participants.includes(id)}
              onChange={(on) => onChange({ participants: toggled(participants, id, on) })}
            />
          ))}
      </div>
    </fieldset>
  )
}

/** The structures and commissions an item touches or links. */
export function StructuresField({
  organisations,
  value,
  onChange,
}: {
  organisations: readonly Organisation[]
  value: readonly OrgId[]
  onChange: (structures: readonly OrgId[]) => void
}) {
  const t = useT('agenda').form
  const names = useNames()
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="font-strong">{t.structures}</legend>
      <p className="text-second text-ink2">{t.structuresHint}</p>
      <div className="flex flex-wrap gap-2">
        {organisations.map(({ id }) => (
          <Chip key={id} label={names.org(id)} checked={value.includes(id)} onChange={(on) => onChange(toggled(value, id, on))} />
        ))}
      </div>
    </fieldset>
  )
}
