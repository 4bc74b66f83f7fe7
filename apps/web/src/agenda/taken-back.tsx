import { isObjectionTakenBack, type Item } from '@clairiere/ritual'
import { useT } from '../i18n/words.tsx'
import { useBoard } from '../room/use-board.ts'

/** Beside a point that an objection asked for, once its author took that back: the group knows it, and says itself what becomes of the point. */
export function TakenBack({ item }: { item: Item }) {
  const t = useT('agenda')
  return useBoard((board) => isObjectionTakenBack(board, item)) ? <p className="font-strong">{t.objectionTakenBack}</p> : null
}
