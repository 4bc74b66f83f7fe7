import { useT } from '../i18n/words.tsx'
import { useBoard } from '../room/use-board.ts'
import { Button } from '../ui/button.tsx'

/** Nobody leads: the three ways out, of which the last asks nobody for the whole meeting [§4.6]. */
export function NoLead() {
  const t = useT('ritual').noLead
  const items = useBoard((board) => Object.values(board.items).some(({ status }) => status === 'listed' || status === 'open'))
  return (
    <>
      <p>{t.now}</p>
      <p className="text-second text-ink2">{items ? t.inTurn : t.smaller}</p>
    </>
  )
}

/** Between two items the facilitation may pass on: each leads one, when nobody leads all [§4.6]. */
export function PassLead({ onPass }: { onPass: () => void }) {
  const t = useT('ritual').noLead
  const isBetween = useBoard((board) => Object.values(board.items).some(({ status }) => status === 'done' || status === 'postponed'))
  if (!isBetween) return null
  return (
    <Button kind="quiet" onClick={onPass}>
      {t.pass}
    </Button>
  )
}
