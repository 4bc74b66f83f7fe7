import { absentSovereign, authorityOver, type Decision } from '@clairiere/ritual'
import { useT } from '../i18n/words.tsx'
import { useBoard } from '../room/use-board.ts'
import { useNames } from '../room/use-names.ts'

/** Says who is missing while a text is proposed or adopted that its structure has to register, and nobody present speaks for that structure [§4]. */
export function ResponsibleAbsent({ decision }: { decision: Pick<Decision, 'responsible' | 'itemId'> }) {
  const t = useT('decisions').outcome
  const names = useNames()
  const missing = useBoard(
    (board) =>
      authorityOver(board.meeting, decision, board.items[decision.itemId]) !== 'meeting' &&
      absentSovereign(board, { sovereign: decision.responsible }) !== undefined,
  )
  return missing ? <p className="text-ink2">{t.responsibleAbsent(names.org(decision.responsible))}</p> : null
}
