import type { Item, PersonId } from '@clairiere/ritual'
import { useState } from 'react'
import { useT } from '../i18n/words.tsx'
import { useAct, useAllowed } from '../room/use-act.ts'
import { useBoard } from '../room/use-board.ts'
import { useNames } from '../room/use-names.ts'
import { Band } from '../ui/band.tsx'
import { Button } from '../ui/button.tsx'
import { SelectField } from '../ui/field.tsx'

const NOBODY = ''

/** Nobody who carries the item is here: somebody else is named, by name, before it can open [§2.4.3]. */
export function AbsentCarrier({ item }: { item: Item }) {
  const t = useT('agenda').items.absent
  const names = useNames()
  const act = useAct()
  const people = useBoard((board) => board.people)
  const live = useBoard((board) => board.meeting.status === 'live')
  const here = names.sorted.filter(({ presence }) => presence === 'present')
  const may = useAllowed({ type: 'set-item', itemId: item.id, replacement: here[0]?.id ?? null }).allowed
  const [chosen, setChosen] = useState<PersonId>(NOBODY)
  const bring = [...item.carriers, ...(item.replacement === undefined ? [] : [item.replacement])]
  const isHere = bring.some((id) => people[id]?.presence === 'present')
  if (!live || isHere || !may || (item.status !== 'listed' && item.status !== 'open' && item.status !== 'paused')) return null
  return (
    <Band title={item.carriers.length === 0 ? t.nobody : t.title(names.list(item.carriers), item.carriers.length)}>
      <SelectField
        label={t.text}
        value={chosen}
        onChange={setChosen}
        options={[{ value: NOBODY, label: t.choose }, ...here.map(({ id, name }) => ({ value: id, label: name }))]}
      />
      <Button
        className="self-start"
        disabled={chosen === NOBODY}
        onClick={() => void act({ type: 'set-item', itemId: item.id, replacement: chosen })}
      >
        {t.act}
      </Button>
    </Band>
  )
}
