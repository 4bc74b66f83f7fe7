import { absentSovereign, authorityOver, type Decision } from '@clairiere/ritual'
import { useT } from '../i18n/words.tsx'
import { useBoard } from '../room/use-board.ts'
import { useNames } from '../room/use-names.ts'

/** Says who is missing before a text is adopted that its structure has to register, while nobody present speaks for that structure [§4]. */
export function ResponsibleAbsent({ decision }: { decision: Decision }) {
  const t = useT('decisions').outcome
  const names = useNames()
  const missing = useBoard(
    (board) =>
      authorityOver(board.meeting, decision, board.items[decision.itemId]) !== 'meeting' &&
      absentSovereign(board, { sovereign: decision.responsible }) !== undefined,
  )
  return missing ? <p className="text-ink2">{t.responsibleAbsent(names.org(decision.responsible))}</p> : null
}
