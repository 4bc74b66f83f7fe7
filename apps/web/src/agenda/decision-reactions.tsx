import type { Decision } from '@clairiere/ritual'
import { useState } from 'react'
import { useT } from '../i18n/words.tsx'
import { useSayDay } from '../room/days.ts'
import { useBoard } from '../room/use-board.ts'
import { useMine } from '../room/use-roles.ts'
import { ReactSheet } from './broadcast-forms.tsx'
import type { Opened } from './opened.ts'
import { Reactions } from './reactions.tsx'

/** Reactions to a decision of this meeting, on its own page, which knows it by id or by reference; nothing before it is adopted. */
export function DecisionReactions({ named }: { named: string }) {
  const decision = useBoard((board) => Object.values(board.decisions).find(({ id, ref }) => id === named || ref === named))
  return decision?.status === 'adopted' ? <To decision={decision} /> : null
}

function To({ decision }: { decision: Decision }) {
  const t = useT('agenda').broadcast
  const sayDay = useSayDay()
  const { me } = useMine()
  const [opened, setOpened] = useState<Opened>(null)
  const item = useBoard((board) => board.items[decision.itemId])
  const carries = decision.carrier === me || item?.carriers.includes(me) === true || item?.replacement === me
  const to = { decisionId: decision.id }
  return (
    <div className="flex flex-col gap-2">
      <Reactions to={to} openUntil={decision.reactionUntil} carries={carries} opened={opened} onOpen={setOpened} />
      {decision.reactionUntil !== undefined && <p className="text-second text-ink2">{t.window(sayDay(decision.reactionUntil))}</p>}
      {opened === 'react' && <ReactSheet to={to} onClose={() => setOpened(null)} />}
    </div>
  )
}
