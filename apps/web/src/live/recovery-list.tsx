import { useEffect, useMemo } from 'react'
import { useT } from '../i18n/words.tsx'
import type { fr } from '../room/fr.ts'
import { actWords } from '../room/act-words.ts'
import type { Pending } from '../room/outbox.ts'
import type { Recovered } from '../room/recovery.ts'
import { useLink, useRoom } from '../room/room.tsx'
import { useBoard } from '../room/use-board.ts'
import { useMine } from '../room/use-roles.ts'
import { Band } from '../ui/band.tsx'
import { isSameRound, objectingIn } from './objecting.ts'
import { RecoveredPiece } from './recovered-piece.tsx'
import { RefusedAct } from './refused-act.tsx'

/** Why the latest of them did not pass; that the minutes are sealed, or that one observes by now, explains what nothing else does. */
const reasonOf = (
  pieces: readonly Recovered[],
  { sealed, observes }: { sealed: boolean; observes: boolean },
  reasons: (typeof fr)['recovery']['reasons'],
): string => {
  const reason = pieces.at(-1)?.reason ?? 'other'
  if (Object.hasOwn(reasons, reason)) return reasons[reason as keyof typeof reasons]
  if (sealed) return reasons.sealed
  return observes ? reasons.observes : reasons.other
}

/** What there is to copy, or to say all the same: an objection does not vanish though nothing was written with it, until another answer to the same round follows it. */
const remainOf = (late: readonly Pending[]): readonly Pending[] =>
  late.filter(({ act }, at) => {
    const objecting = objectingIn(act)
    if (objecting === undefined) return actWords(act).length > 0
    return !late.slice(at + 1).some((later) => isSameRound(later.act, objecting))
  })

/** What had not arrived when the document was replaced, each piece of which is put back, sent to the scribe, copied or left; and the words of acts that waited here and were refused. Stays until all are settled. */
export function RecoveryList() {
  const t = useT('room').recovery
  const pieces = useLink((link) => link.recovery.pieces)
  const { outbox } = useRoom()
  const late = useLink((link) => link.outbox.refused)
  const refused = useMemo(() => remainOf(late), [late])
  useEffect(() => {
    // Of a choice there is nothing to copy: that it was refused has been said.
    for (const pending of late) if (!refused.includes(pending)) outbox.giveUp(pending.id)
  }, [late, refused, outbox])
  const { observes } = useMine()
  const sealed = useBoard((board) => board.meeting.status === 'sealed')
  const count = pieces.length + refused.length
  if (count === 0) return null
  return (
    <div className="mb-6">
      <Band title={t.title}>
        <p>
          {t.intro(count)} {reasonOf(pieces, { sealed, observes }, t.reasons)}
        </p>
        <ul className="flex flex-col gap-3">
          {pieces.map((recovered) => (
            <RecoveredPiece key={recovered.key} recovered={recovered} />
          ))}
          {refused.map((pending) => (
            <RefusedAct key={pending.id} pending={pending} />
          ))}
        </ul>
      </Band>
    </div>
  )
}
