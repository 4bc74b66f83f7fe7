import type { PersonId } from '@clairiere/ritual'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useT } from '../i18n/words.tsx'
import { useRoom } from '../room/room.tsx'
import { useBoard } from '../room/use-board.ts'
import { useNames } from '../room/use-names.ts'
import { Button } from '../ui/button.tsx'
import { Chip } from '../ui/check.tsx'
import { SeenBy } from '../ui/seen-by.tsx'

/** A thanks by first names: those who held a role first, everyone at a tap. Optional, never counted. */
export function Thanks({ chosen, onChange }: { chosen: readonly PersonId[]; onChange: (chosen: readonly PersonId[]) => void }) {
  const t = useT('closing')
  const names = useNames()
  const { identity } = useRoom()
  const roles = useBoard((board) => board.roles)
  const [all, setAll] = useState(false)
  const holders = new Set(Object.values(roles).flatMap((seat) => [...seat.holders, ...seat.pairs, ...seat.backups]))
  const people = names.sorted.filter(({ id }) => id !== identity.personId && (all || holders.has(id) || chosen.includes(id)))
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-2 font-strong">{t.thanks}</legend>
      <div className="flex flex-wrap gap-2">
        {people.map(({ id }) => (
          <Chip
            key={id}
            label={names.first(id)}
            checked={chosen.includes(id)}
            onChange={(on) => onChange(on ? [...chosen, id] : chosen.filter((other) => other !== id))}
          />
        ))}
        {!all && (
          <Button icon={Plus} onClick={() => setAll(true)} className="min-h-11! rounded-full! font-text">
            {t.other}
          </Button>
        )}
      </div>
      <SeenBy>{t.thanksSeenBy}</SeenBy>
    </fieldset>
  )
}
