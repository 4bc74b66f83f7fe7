import type { PersonId } from '@clairiere/ritual'
import { useT } from '../i18n/words.tsx'
import { useBoard } from '../room/use-board.ts'
import { useNames } from '../room/use-names.ts'
import { useWrittenFor } from '../room/use-written-for.ts'
import { Button } from '../ui/button.tsx'

/** A way to the weather of each person without a device for whom one writes, until it is given. */
export function WithoutDevice({ onWrite }: { onWrite: (personId: PersonId) => void }) {
  const t = useT('weather')
  const names = useNames()
  const weather = useBoard((board) => board.weather)
  return useWrittenFor()
    .filter(({ id }) => !weather[id])
    .map(({ id }) => (
      <Button key={id} onClick={() => onWrite(id)} className="self-center">
        {t.forOther(names.first(id))}
      </Button>
    ))
}
